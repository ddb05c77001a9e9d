"""What goods and suppliers are called in the reader's language."""

from typing import Protocol

from domain.catalogue import Supplier
from domain.people import Language
from views.reader import Reader


class Titled(Protocol):
    """Something with a title in either language, one of which may be empty."""

    @property
    def title_en(self) -> str:
        """English."""

    @property
    def title_zh(self) -> str:
        """Chinese."""


def title(reader: Reader, goods: Titled) -> str:
    """The title in the reader's language, or the other one if there is none."""
    own, other = goods.title_zh, goods.title_en
    if reader.language is Language.ENGLISH:
        own, other = other, own
    return own or other


def supplier_name(reader: Reader, supplier: Supplier) -> str:
    """The supplier's name in the reader's language, or the other one if there is none."""
    english = reader.language is Language.ENGLISH
    return (supplier.name if english else supplier.name_zh) or supplier.name or supplier.name_zh
