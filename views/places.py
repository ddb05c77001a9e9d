"""Where a supplier is, in the reader's words."""

from domain.catalogue import Supplier
from domain.people import Language
from domain.places import place_key, place_name
from language.script import to_traditional
from views.reader import Reader


def place_of(reader: Reader, supplier: Supplier) -> str:
    """City and province, e.g. "Yiwu, Zhejiang", 浙江义乌; empty when not stated."""
    keys = dict.fromkeys(place_key(part) for part in (supplier.city, supplier.province) if part.strip())
    names = [named_place(reader, key) for key in keys]
    return ", ".join(names) if reader.language is Language.ENGLISH else "".join(reversed(names))


def named_place(reader: Reader, key: str) -> str:
    """A stored place in the reader's language and script."""
    name = place_name(key, reader.language)
    return to_traditional(name) if reader.language is Language.TRADITIONAL else name
