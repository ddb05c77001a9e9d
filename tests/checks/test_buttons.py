"""Telegram takes at most 64 bytes on a button: every kind of button keeps to it, whatever it carries."""

import importlib
import pkgutil
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Final

import pytest
from aiogram.filters.callback_data import CallbackData

from domain.money import MAX_UNIT_PRICE_MAJOR, UnitPrice
from domain.phrase import Kind, PerUnit, written
from domain.phrasebook import PHRASES
from domain.quantity import Unit
from services.drafting import DIGEST_LENGTH as TOKEN_LENGTH
from services.listing_values import MOST_OF_A_VALUE
from services.matter import About
from services.offer_values import MOST_BYTES_OF_A_VALUE
from views import callback_data
from views.callback_data.claim_form import AnswerClaim
from views.callback_data.disputes import AnswerRuling
from views.callback_data.offer_form import FillField
from views.callback_data.order_form import AnswerOrder
from views.callback_data.phrases import FillSlot
from views.callback_data.proposal import AnswerProposal
from views.callback_data.samples import SetPart
from views.callback_data.search import SetFilter
from views.callback_data.stall import AnswerListing, SetListed
from views.callback_data.usual_terms import SetUsual
from views.negotiation_buttons import DIGEST_LENGTH
from views.search_filters import MOST_BYTES_OF_A_PLACE

MOST_BYTES: Final = 64
GREATEST: Final = 2**53 - 1
"""Telegram's own ids stay below it, and so do our keys."""
TEXTS: Final = {
    "country": "DE",
    "about": About(negotiation_id=GREATEST, version=GREATEST).key,
    "digest": "f" * DIGEST_LENGTH,
    "phrase": max(PHRASES, key=len),
    "search": "f" * 8,
    "shortlist": "f" * 8,
    "token": "f" * TOKEN_LENGTH,
}
VALUES: Final[Mapping[type[CallbackData], str]] = {
    AnswerClaim: str(GREATEST),
    AnswerOrder: str(GREATEST),
    AnswerProposal: str(GREATEST),
    FillField: "x" * MOST_BYTES_OF_A_VALUE,
    AnswerRuling: str(GREATEST),
    AnswerListing: "f" * MOST_OF_A_VALUE,
    SetListed: "f" * MOST_OF_A_VALUE,
    SetUsual: "x" * MOST_BYTES_OF_A_VALUE,
    SetPart: str(MAX_UNIT_PRICE_MAJOR * 1000),
    SetFilter: "x" * MOST_BYTES_OF_A_PLACE,
    FillSlot: written(Kind.PRICE, PerUnit(UnitPrice.of(Decimal(MAX_UNIT_PRICE_MAJOR), "KWD"), Unit.KILOGRAM)),
}


def kinds() -> list[type[CallbackData]]:
    """Every kind of button there is."""
    for module in pkgutil.iter_modules(callback_data.__path__):
        importlib.import_module(f"{callback_data.__name__}.{module.name}")
    return CallbackData.__subclasses__()


def extreme(kind: type[CallbackData]) -> CallbackData:
    """A button of this kind that carries the most it ever can."""
    return kind(**{name: _longest(kind, name, field.annotation) for name, field in kind.model_fields.items()})


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_the_fullest_button_has_at_most_64_bytes(kind: type[CallbackData]) -> None:
    pressed = extreme(kind)

    data = pressed.pack()

    assert len(data.encode()) <= MOST_BYTES
    assert kind.unpack(data) == pressed


def test_no_two_kinds_of_buttons_begin_alike() -> None:
    prefixes = [kind.__prefix__ for kind in kinds()]

    assert len(prefixes) == len(set(prefixes))


def _longest(kind: type[CallbackData], name: str, annotation: object) -> object:
    if annotation is bool:
        return True
    if annotation is int:
        return GREATEST
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return max(annotation, key=lambda member: len(member.value))
    return VALUES[kind] if name == "value" else TEXTS[name]
