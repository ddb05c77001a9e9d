"""Filling the slots of a phrase, and saying it to the other side."""

from datetime import date
from typing import Any

import pytest

from domain.money import Money
from domain.phrase import Kind, PerUnit, SlotUnfit, Value
from domain.quantity import Quantity
from services.briefing import Talked, brief
from services.notices import News, Notice
from services.phrase_choices import usual_values
from services.phrase_reading import typed
from services.phrasing import Choice, PhraseDraft, PhraseForm, filled, phrase_form, phrase_named, say_phrase
from services.refusals import NotFound
from storage.tables.talk import messages
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, SELLER, Trade, draft, price

TODAY = date(2026, 11, 25)


async def form_of(trade: Trade, phrase: str, person: int = BUYER) -> PhraseForm:
    """A phrase about an inquiry for 500 cups at CN¥12.50, with nothing filled yet."""
    asked = await trade.inquires(offered=draft(lead_time_days=20))
    begun = PhraseDraft(asked.id, phrase_named(phrase))
    form = await trade.does(person, lambda b, p: phrase_form(b, p, begun))
    return PhraseForm(form.draft, form.matter, TODAY)


TYPED: list[tuple[str, str, Value]] = [
    ("ship_within", "20", 20),
    ("ship_within", "两周", 14),
    ("lower_moq", "300", Quantity(300)),
    ("lower_moq", "2k pcs", Quantity(2000)),
    ("can_you_do", "11.8", PerUnit(price("11.8"), Quantity(1).unit)),
    ("can_you_do", "12块5", PerUnit(price("12.5"), Quantity(1).unit)),
    ("deposit_of", "30", 30),
    ("deposit_of", "30%", 30),
    ("need_by", "24 Dec", date(2026, 12, 24)),
    ("freight_to", "鹿特丹", "Rotterdam"),
    ("quote_term", "fob", "FOB"),
]
UNFIT = [
    ("ship_within", "400"),
    ("lower_moq", "50 dozen"),
    ("can_you_do", "$3"),
    ("deposit_of", "130%"),
    ("need_by", "2031-01-01"),
    ("freight_to", "port 51"),
    ("freight_to", ""),
    ("quote_term", "XYZ"),
]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_typed_answer_becomes_the_value_of_its_slot(trade: Trade) -> None:
    for phrase, words, value in TYPED:
        form = await form_of(trade, phrase)

        heard = typed(form, words)

        assert heard.problem is None, words
        assert list(heard.draft.values.values()) == [value]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_does_not_fit_is_named_and_changes_nothing(trade: Trade) -> None:
    for phrase, words in UNFIT:
        form = await form_of(trade, phrase)

        heard = typed(form, words)

        assert heard.draft == form.draft
        assert isinstance(heard.problem, SlotUnfit | Choice), words


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_an_answer_with_several_readings_offers_each(trade: Trade) -> None:
    expected: list[tuple[str, str, tuple[Any, ...]]] = [
        ("ship_within", "15-20 days", (15, 20)),
        ("lower_moq", "1.000", (Quantity(1), Quantity(1000))),
        ("need_by", "3/4", (date(2027, 4, 3), date(2027, 3, 4))),
    ]
    for phrase, words, values in expected:
        problem = typed(await form_of(trade, phrase), words).problem

        assert isinstance(problem, Choice)
        assert set(problem.values) == set(values)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_usual_values_come_from_the_offer_and_each_fits_its_slot(trade: Trade) -> None:
    days = usual_values(await form_of(trade, "ship_within"))
    extra = await form_of(trade, "setup_fee", SELLER)

    assert days == [7, 15, 20, 30]
    assert usual_values(extra)[0] == Money(5000, "CNY")
    for phrase in ("can_you_do", "lower_moq", "need_by", "quote_term", "take_off", "freight_to"):
        form = await form_of(trade, phrase)
        assert all(filled(form, value).problem is None for value in usual_values(form))


async def test_a_phrase_is_kept_as_values_and_reaches_everybody_of_the_other_side(trade: Trade) -> None:
    form = filled(await form_of(trade, "ship_within"), 15)
    await trade.forget_letters()

    said = await trade.does(BUYER, lambda b, p: say_phrase(b, p, form))

    (row,) = await trade.rows(messages.select())
    told = Notice(News.MESSAGE, said.negotiation_id, detail=str(said.id))
    heard = await trade.does(SELLER, lambda b, p: brief(b, p, told))
    assert (row.body, row.phrase) == ("", {"phrase": "ship_within", "days": "15"})
    assert sorted(await trade.told()) == [(SELLER, "message"), (COLLEAGUE, "message")]
    assert heard is not None
    assert isinstance(heard.facts, Talked)
    assert heard.facts.message.said.phrase == form.draft.spoken


@pytest.mark.parametrize(
    ("person", "phrase"), [(OTHER_BUYER, "hello"), (BUYER, "our_moq"), (SELLER, "lower_moq")]
)
async def test_strangers_say_nothing_and_each_side_only_its_own(
    trade: Trade, person: int, phrase: str
) -> None:
    with pytest.raises(NotFound):
        await form_of(trade, phrase, person)

    assert await trade.count(messages) == 0


async def test_an_incomplete_phrase_is_not_sent(trade: Trade) -> None:
    form = await form_of(trade, "quote_term")

    with pytest.raises(NotFound):
        await trade.does(BUYER, lambda b, p: say_phrase(b, p, filled(form, "FOB")))

    assert filled(form, "FOB").draft.current is Kind.PORT
