"""A request for a sample: what either side may do, and what a quote comes to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.lifecycle import SAMPLE_REQUEST, Actor, Deed, SampleStatus
from domain.money import Fee, Money
from domain.people import Side
from domain.quantity import Unit
from domain.refusal import Refusal
from domain.sample_policy import NO_POLICY, SampleCountOutOfBounds, SamplePolicy
from domain.sample_request import (
    ANSWER_TIME,
    QUOTE_TIME,
    Sampled,
    SampleMoveNotAllowed,
    SampleRequest,
    SampleWordsUnusable,
    StaleQuote,
    sampled_by,
)
from domain.terms.bounds import LeadTimeOutOfBounds
from tests.builders import GOODS, NOON, SUPPLIER, by

FIFTY, THIRTY, NOTHING = Money(5000, "CNY"), Money(3000, "CNY"), Money(0, "CNY")
ASKED = Sampled(FIFTY, THIRTY, 5, is_refundable=True)


def requested() -> SampleRequest:
    return replace(SampleRequest.send(SUPPLIER, replace(GOODS, moq=1), by(Side.BUYER), 2), id=7)


def quoted() -> SampleRequest:
    return requested().quote_at(0, by(Side.SELLER), ASKED)


def test_a_quote_comes_to_goods_and_freight_and_is_paid_in_full() -> None:
    terms = ASKED.terms(2, Unit.PIECE)

    assert terms.total() == Money(13_000, "CNY")
    assert (terms.freight_charge, terms.is_refundable) == (Fee(300_000, "CNY"), True)
    assert (terms.deposit_percent, terms.lead_time_days) == (100, 5)
    assert Sampled(NOTHING, NOTHING).terms(1, Unit.PIECE).total() == NOTHING


def test_a_new_quote_replaces_the_old_one_and_an_order_names_its_quote() -> None:
    again = quoted().quote_at(1, by(Side.SELLER), Sampled(FIFTY, NOTHING))

    assert (quoted().expires_at, again.version) == (NOON + QUOTE_TIME, 2)
    with pytest.raises(StaleQuote):
        again.order(1, by(Side.BUYER))
    assert again.order(2, by(Side.BUYER)).status is SampleStatus.ORDERED


def test_a_question_goes_back_to_the_seller_below_the_wishes() -> None:
    asked = quoted().ask(1, replace(by(Side.BUYER), source="By sea?"))

    assert (asked.waits_for, asked.wishes) == (Side.SELLER, "By sea?")
    assert asked.expires_at == NOON + ANSWER_TIME
    with pytest.raises(SampleWordsUnusable):
        quoted().ask(1, by(Side.BUYER))


def test_the_clock_ends_what_nobody_answers() -> None:
    late = NOON + ANSWER_TIME

    assert requested().expire(late - timedelta(seconds=1)).waits_for is Side.SELLER
    assert requested().expire(late).status is SampleStatus.EXPIRED
    with pytest.raises(SampleMoveNotAllowed):
        requested().quote_at(0, by(Side.SELLER, late), ASKED)


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        (lambda: quoted().decline(1, by(Side.SELLER)), SampleMoveNotAllowed),
        (lambda: quoted().withdraw(1, by(Side.BUYER)), SampleMoveNotAllowed),
        (lambda: requested().order(0, by(Side.BUYER)), SampleMoveNotAllowed),
        (lambda: requested().decline(0, replace(by(Side.SELLER), source="x" * 501)), SampleWordsUnusable),
        (lambda: SampleRequest.send(SUPPLIER, GOODS, by(Side.BUYER), 21), SampleCountOutOfBounds),
        (lambda: ASKED.terms(0, Unit.PIECE), SampleCountOutOfBounds),
        (lambda: Sampled(FIFTY, THIRTY, 366), LeadTimeOutOfBounds),
    ],
)
def test_what_breaks_a_rule_is_refused(deed: object, refusal: type[Refusal]) -> None:
    assert callable(deed)
    with pytest.raises(refusal):
        deed()


@pytest.mark.parametrize("status", sorted({status for status, _, _ in SAMPLE_REQUEST}))
def test_everything_that_waits_has_a_clock(status: SampleStatus) -> None:
    assert SAMPLE_REQUEST[status, Deed.EXPIRE, Actor.CLOCK] is SampleStatus.EXPIRED


POLICIES = [
    (NO_POLICY, NO_POLICY, None),
    (SamplePolicy(price=FIFTY), NO_POLICY, None),
    (SamplePolicy(price=FIFTY, freight=THIRTY), NO_POLICY, Sampled(FIFTY, THIRTY)),
    (SamplePolicy(price=NOTHING, freight=NOTHING), NO_POLICY, Sampled(NOTHING, NOTHING)),
    (SamplePolicy(price=FIFTY), SamplePolicy(freight=THIRTY, days=3), Sampled(FIFTY, THIRTY, 3)),
    (SamplePolicy(price=FIFTY), SamplePolicy(freight=Money(9, "USD")), None),
    (SamplePolicy(is_offered=False, price=FIFTY, freight=THIRTY), NO_POLICY, None),
    (NO_POLICY, SamplePolicy(is_offered=False, price=FIFTY, freight=THIRTY), None),
    (
        SamplePolicy(is_offered=True, price=FIFTY, freight=THIRTY),
        SamplePolicy(is_offered=False, is_refundable=True),
        Sampled(FIFTY, THIRTY, is_refundable=True),
    ),
]


@pytest.mark.parametrize(("own", "of_all", "answer"), POLICIES)
def test_a_product_speaks_before_its_supplier(
    own: SamplePolicy, of_all: SamplePolicy, answer: Sampled | None
) -> None:
    assert sampled_by(own.filled_from(of_all, "CNY")) == answer
