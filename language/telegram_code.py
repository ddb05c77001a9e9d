"""The language in which to greet somebody, by the code that Telegram sends."""

from domain.people import Language


def language_of(code: str | None, default: Language) -> Language:
    """Chinese for zh, zh-hans, zh-hant, zh-CN and the like, English for other codes; without one `default`.

    Who wants Traditional script chooses it: the same code is sent from Taipei and from a phone set by habit.
    """
    if not code:
        return default
    return Language.CHINESE if code.lower().replace("_", "-").split("-")[0] == "zh" else Language.ENGLISH
