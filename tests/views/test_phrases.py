"""The phrasebook: whole in both languages, and figures that come out as they went in."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import hypothesis.strategies as st
import pytest
from babel.numbers import get_currency_symbol, parse_decimal
from hypothesis import given, settings

from domain.money import EXPONENTS, MAX_UNIT_PRICE_MAJOR, POINTS_PER_MINOR, Money, UnitPrice, exponent
from domain.people import Side
from domain.phrase import MAX_DAYS, TRADE_TERMS, Kind, PerUnit, Spoken, Theme, Value, from_record, to_record
from domain.phrasebook import PHRASES, phrases_of
from domain.ports import LANDING, LOADING, port_key
from domain.quantity import MAX_COUNT, Quantity, Unit
from language.script import to_simplified
from tests.views.goods import CHINESE, ENGLISH, TRADITIONAL
from views.formats import LOCALES
from views.phrases.book import WORDS, said
from views.reader import Reader
from views.units import quantity, unit_word

CURRENCIES: Final = st.sampled_from(sorted(EXPONENTS))
UNITS: Final = st.sampled_from(Unit)
VALUES: Final[Mapping[Kind, st.SearchStrategy[Any]]] = {
    Kind.DAYS: st.integers(1, MAX_DAYS),
    Kind.QUANTITY: st.builds(Quantity, st.integers(1, MAX_COUNT), UNITS),
    Kind.PRICE: st.builds(
        PerUnit,
        st.builds(UnitPrice, st.integers(1, MAX_UNIT_PRICE_MAJOR * POINTS_PER_MINOR), CURRENCIES),
        UNITS,
    ),
    Kind.MONEY: st.builds(Money, st.integers(1, 10**9), CURRENCIES),
    Kind.PERCENT: st.integers(1, 100),
    Kind.DATE: st.dates(date(2026, 1, 1), date(2036, 12, 31)),
    Kind.PORT: st.sampled_from((*LOADING, *LANDING, "Nowhere-on-Sea")),
    Kind.TERM: st.sampled_from(TRADE_TERMS),
}


def test_the_phrasebook_has_words_for_every_phrase_and_every_theme_for_both_sides() -> None:
    counts = {side: sum(side in phrase.sides for phrase in PHRASES.values()) for side in Side}

    assert set(WORDS) == set(PHRASES)
    assert len(PHRASES) >= 48
    assert min(counts.values()) >= 20
    assert all(3 <= len(phrases_of(side, theme)) <= 8 for side in Side for theme in Theme)


@pytest.mark.parametrize("phrase_id", PHRASES)
def test_a_phrase_names_each_of_its_slots_once_in_every_language(phrase_id: str) -> None:
    slots = PHRASES[phrase_id].slots
    marks = {kind.value: f"<{kind.value}>" for kind in slots}

    sentences = [WORDS[phrase_id](reader, marks) for reader in (ENGLISH, CHINESE, TRADITIONAL)]

    for sentence in sentences:
        assert sorted(re.findall(r"<(\w+)>", sentence)) == sorted(marks)
    assert sentences[0] != sentences[1]


@settings(max_examples=300)
@given(
    data=st.data(),
    phrase_id=st.sampled_from(sorted(PHRASES)),
    reader=st.sampled_from((ENGLISH, CHINESE, TRADITIONAL)),
)
def test_figures_are_read_back_from_the_sentence_as_they_were_given(
    data: st.DataObject, phrase_id: str, reader: Reader
) -> None:
    slots = PHRASES[phrase_id].slots
    spoken = Spoken(phrase_id, {kind: data.draw(VALUES[kind]) for kind in slots})

    sentence = said(reader, from_record(to_record(spoken)))

    assert read_back(reader, phrase_id, sentence) == spoken.values


def read_back(reader: Reader, phrase_id: str, sentence: str) -> dict[Kind, Value]:
    """The values in a sentence, each read by the formats of the reader's language alone."""
    slots = PHRASES[phrase_id].slots
    template = re.escape(WORDS[phrase_id](reader, {kind.value: f"<{kind.value}>" for kind in slots}))
    template = template.replace("<term>", "(?P<term>[A-Z]+)")  # a port's name may have blanks
    found = re.fullmatch(re.sub(r"(?<!\?P)<(\w+)>", r"(?P<\1>.+)", template), sentence)
    assert found, sentence
    return {kind: READ[kind](reader, found[kind.value]) for kind in slots}


def number_in(reader: Reader, text: str) -> Decimal:
    return Decimal(parse_decimal("".join(re.findall(r"[\d.,]", text)), LOCALES[reader.language], strict=True))


def money_in(reader: Reader, text: str) -> tuple[Decimal, str]:
    symbol = "".join(re.findall(r"[^\d.,]", text))
    (currency,) = [c for c in EXPONENTS if get_currency_symbol(c, LOCALES[reader.language]) == symbol]
    return number_in(reader, text), currency


def read_quantity(reader: Reader, text: str) -> Quantity:
    count = int(number_in(reader, text))
    (unit,) = [unit for unit in Unit if quantity(reader, Quantity(count, unit)) == text]
    return Quantity(count, unit)


def read_price(reader: Reader, text: str) -> PerUnit:
    price, _, unit = text.rpartition("/")
    amount, currency = money_in(reader, price.strip())
    (named,) = [each for each in Unit if unit_word(reader, each) == unit.strip()]
    return PerUnit(UnitPrice.of(amount, currency), named)


def read_money(reader: Reader, text: str) -> Money:
    amount, currency = money_in(reader, text)
    return Money(int(amount.scaleb(exponent(currency))), currency)


def read_date(reader: Reader, text: str) -> date:
    return datetime.strptime(text, "%b %d, %Y" if reader is ENGLISH else "%Y年%m月%d日").date()


READ: Final[Mapping[Kind, Callable[[Reader, str], Value]]] = {
    Kind.DAYS: lambda reader, text: int(number_in(reader, text)),
    Kind.QUANTITY: read_quantity,
    Kind.PRICE: read_price,
    Kind.MONEY: read_money,
    Kind.PERCENT: lambda reader, text: int(number_in(reader, text)),
    Kind.DATE: read_date,
    Kind.PORT: lambda reader, text: port_key(to_simplified(text)),
    Kind.TERM: lambda reader, text: text,
}
