"""The commands in Telegram's menu."""

from domain.people import Language
from views.reader import Reader


def commands(language: Language, *, for_operators: bool = False) -> list[dict[str, str]]:
    """Each command with its description, as setMyCommands takes them."""
    reader = Reader(language)
    admin = {"admin": reader.word("For operators: health, applications, suppliers")} if for_operators else {}
    described = {
        "start": reader.word("Start and menu"),
        "search": reader.word("Search products"),
        "negotiations": reader.word("My negotiations"),
        "inbox": reader.word("For sellers: what waits for an answer"),
        "products": reader.word("For sellers: my products"),
        "orders": reader.word("My orders"),
        "returns": reader.word("My returns and refunds"),
        "samples": reader.word("My samples"),
        "verify": reader.word("Check whether an agreement is genuine"),
        "compare": reader.word("Compare suppliers, ask several at once"),
        "settings": reader.word("Settings"),
        "language": reader.word("Language / 语言"),
        "help": reader.word("Help"),
        "cancel": reader.word("Leave what I am doing"),
        **admin,
    }
    return [{"command": command, "description": text} for command, text in described.items()]
