"""The fullest deal there can be: every screen of it is one that Telegram takes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pytest

from domain.catalogue import Product
from domain.negotiation import Negotiation
from domain.people import Side
from domain.price_tier import PriceTier
from domain.terms import MAX_NOTE_LENGTH, MAX_TIERS, Terms
from services.briefing import Briefing, Talked
from services.cases import Case
from services.negotiating import goods_of
from services.notices import News, Notice
from services.said import File, Kind, Said
from services.talk import MAX_MESSAGE_LENGTH, MOST_UNDER_A_FILE, Message
from services.thread import Thread
from tests.builders import NOON, by, price
from tests.views.deals import EVERYTHING, offered, seen_by
from tests.views.goods import CHINESE, ENGLISH, SUNNY, pants
from tests.views.wordy import bargained, drafted, ordered, said
from tests.views.wordy_comparison import compared
from views.fitting import CAPTION_LENGTH, MESSAGE_LENGTH, visible_length
from views.negotiation import offer_card
from views.notices import render
from views.reader import Reader
from views.screen import Screen

PRODUCT: Final = pants(
    supplier=replace(SUNNY, name="n" * 200, name_zh="n" * 200), title_en="t" * 300, title_zh="t" * 300, moq=10
)
NOTE: Final = "word " * 99 + "word"
LADDER: Final = tuple(PriceTier(10**step, price(f"{12_000 - step}.1234")) for step in range(1, MAX_TIERS + 1))
SOURCE: Final = "s" * 100


def full(mark: str) -> Terms:
    """Every term, the words as long as they may be, each of them marked."""
    notes = dict.fromkeys(("note", "quality_note", "custom_note"), f"{NOTE}{mark}"[:MAX_NOTE_LENGTH])
    return offered("11994.1234", 10**MAX_TIERS, **{**EVERYTHING, **notes, "tiers": LADDER})


def answered_in_full() -> Negotiation:
    """Each side wrote all it could, and the answer changes every word."""
    inquiry = Negotiation.inquire(1, goods_of(PRODUCT), by(Side.BUYER), full("a"))
    return replace(inquiry, id=7).counter(1, by(Side.SELLER), full("b"))


def screens(reader: Reader, product: Product, side: Side) -> Iterator[Screen]:
    """Everything that shows such a deal to one side."""
    case = Case(answered_in_full(), side, product.supplier, translation="t " * MAX_MESSAGE_LENGTH, now=NOON)
    yield from bargained(reader, case)
    yield from said(reader, case, "word " * (MAX_MESSAGE_LENGTH // 5))
    yield from drafted(reader, case, product, NOTE)
    yield from ordered(reader, case, NOTE)
    yield from compared(reader, product, full("a"), SOURCE)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("reader", [ENGLISH, CHINESE])
def test_the_fullest_deal_there_can_be_fits_into_messages(reader: Reader, side: Side) -> None:
    for screen in screens(reader, PRODUCT, side):
        most = CAPTION_LENGTH if screen.photo or screen.attached or screen.made else MESSAGE_LENGTH
        assert visible_length(screen.text) <= most, screen.text


def test_a_translation_that_does_not_fit_beside_the_terms_is_cut() -> None:
    case = replace(seen_by(Side.BUYER, answered_in_full()), translation="t " * MAX_MESSAGE_LENGTH)

    card = offer_card(ENGLISH, case, whole=True)

    assert "Machine translation" in card.text
    assert MESSAGE_LENGTH - 10 < visible_length(card.text) <= MESSAGE_LENGTH


def test_another_file_with_other_words_under_it_still_goes_out_as_a_file() -> None:
    old = Said("long " * (MAX_MESSAGE_LENGTH // 5), Kind.PHOTO, File("a", "a"))
    new = Said("🧵" * MOST_UNDER_A_FILE, Kind.PHOTO, File("b", "b"))
    case = seen_by(Side.SELLER, answered_in_full())
    before, after = (Message(1, 7, Side.BUYER, 10, each, NOON) for each in (old, new))

    shown = render(
        ENGLISH, Briefing(Notice(News.MESSAGE, 7), NOON, Talked(after, case, Thread(before=before)))
    )

    assert shown.attached is not None
    assert visible_length(shown.text) <= CAPTION_LENGTH
