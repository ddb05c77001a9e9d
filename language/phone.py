"""A phone number as people type it, checked and written so that it can be called from anywhere."""

from typing import Final

from domain.people import Language

MOST_CHARACTERS: Final = 40
_AT_HOME: Final = {Language.CHINESE: "CN"}
"""Whose numbers may lack the code of the country."""


def phone_number(typed: str, language: Language) -> str | None:
    """The number in international form, +86 138 1234 5678; None for what is none.

    Source of the rules: Google's libphonenumber, by its Python port.
    """
    # 3 MB of rules that a bot at rest need not hold.
    import phonenumbers

    if len(typed) > MOST_CHARACTERS:
        return None
    try:
        number = phonenumbers.parse(typed, _AT_HOME.get(language))
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
