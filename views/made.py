"""Files that are made when a screen is sent, and what is said when one cannot be."""

from typing import Any

from views.reader import Reader
from views.screen import PICTURES, Made


def made(reader: Reader, kind: str, name: str, data: dict[str, Any]) -> Made:
    """A file of this kind; `name` is what a person who keeps it sees, `data` what printing/ makes it of."""
    if kind in PICTURES:
        sorry = reader.say("The picture could not be made just now. Please try again in a minute.")
    else:
        sorry = reader.say("The file could not be made just now. Please try again in a minute.")
    return Made(kind, name, data, sorry)
