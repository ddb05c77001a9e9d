"""Changing a binding order: what may be proposed, and what an acceptance makes of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.amendment import (
    Amendment,
    AmendmentOpen,
    Answer,
    FewerThanShipped,
    NothingAmended,
    StaleAmendment,
)
from domain.details import Delivery, Line
from domain.lifecycle import OrderStatus
from domain.negotiation import BelowMoq
from domain.order import Order, OrderMoveNotAllowed
from domain.people import Side
from domain.terms import BalanceDue
from tests.builders import NOON, by, placed_order, terms

LATER = NOON + timedelta(days=1)
RED_S, RED_M = (("colour", "red"), ("size", "S")), (("colour", "red"), ("size", "M"))


def bound(**changes: object) -> Order:
    order = placed_order().confirm(1, by(Side.BUYER)).confirm(1, by(Side.SELLER))
    return replace(order, **changes)  # type: ignore[arg-type]


def proposal(order: Order, count: int = 600, last: Amendment | None = None) -> Amendment:
    return Amendment.propose(order, by(Side.SELLER), terms(count=count), last)


def test_an_acceptance_makes_the_next_revision_that_both_signed() -> None:
    order = bound()
    amendment = proposal(order)

    amended = amendment.accepted(order, by(Side.BUYER, LATER))

    assert (amended.revision, amended.terms.quantity.count) == (2, 600)
    assert [(each.side, each.at) for each in amended.confirmations] == [("seller", NOON), ("buyer", LATER)]
    assert {each.digest for each in amended.confirmations} == {amended.digest}
    assert amended.digest != order.digest
    assert not amendment.is_open(amended)


@pytest.mark.parametrize(
    "status", [s for s in OrderStatus if s not in (OrderStatus.AWAITING_PAYMENT, OrderStatus.IN_PRODUCTION)]
)
def test_only_a_binding_order_that_has_not_left_can_be_amended(status: OrderStatus) -> None:
    order = bound()
    amendment = proposal(order)
    gone_on = replace(order, status=status)

    with pytest.raises(OrderMoveNotAllowed):
        proposal(gone_on)
    with pytest.raises(StaleAmendment):
        amendment.accepted(gone_on, by(Side.BUYER))


def test_one_amendment_waits_at_a_time_and_an_answered_one_makes_room() -> None:
    order = bound()
    first = proposal(order)

    with pytest.raises(AmendmentOpen):
        proposal(order, 700, last=first)
    with pytest.raises(StaleAmendment):
        first.accepted(order, by(Side.SELLER))
    second = proposal(order, 700, last=replace(first, answer=Answer.DECLINED))

    assert second.number == 2


def test_terms_of_an_amendment_keep_the_rules_of_the_trade() -> None:
    order = bound(shipped=300, status=OrderStatus.IN_PRODUCTION)

    with pytest.raises(NothingAmended):
        proposal(order, 500)
    with pytest.raises(FewerThanShipped):
        proposal(order, 200)
    with pytest.raises(BelowMoq):
        proposal(bound(), 50)


@pytest.mark.parametrize("count", [299, 300])
def test_what_left_since_cannot_be_amended_away(count: int) -> None:
    order = bound(status=OrderStatus.IN_PRODUCTION)
    amendment = proposal(order, count)
    shipped = replace(order, shipped=300)

    with pytest.raises(FewerThanShipped):
        amendment.accepted(shipped, by(Side.BUYER))
    with pytest.raises(FewerThanShipped):
        proposal(shipped, count)
    assert amendment.accepted(replace(order, shipped=count - 1), by(Side.BUYER)).left == 1


def test_another_quantity_follows_one_line_and_frees_several() -> None:
    one, several = (Line(RED_S, 500),), (Line(RED_S, 200), Line(RED_M, 300))
    order = bound()
    single = replace(order, details=replace(order.details, lines=one))
    split = replace(order, details=replace(order.details, lines=several))

    assert proposal(single).details.lines == (Line(RED_S, 600),)
    assert proposal(split).details.lines == ()
    cheaper = Amendment.propose(split, by(Side.SELLER), terms("11.50"), None)
    assert cheaper.details.lines == several


def test_another_address_alone_is_an_amendment_and_keeps_the_split() -> None:
    order = bound()
    split = replace(order.details, lines=(Line(RED_S, 500),))
    elsewhere = replace(split, delivery=Delivery("Dock 4, Antwerp"))
    order = replace(order, details=split)

    amendment = Amendment.propose(order, by(Side.BUYER), order.terms, None, elsewhere)

    assert amendment.accepted(order, by(Side.SELLER, LATER)).details == elsewhere
    more = Amendment.propose(order, by(Side.BUYER), terms(count=600), None, elsewhere)
    assert (more.details.delivery, more.details.lines) == (elsewhere.delivery, (Line(RED_S, 600),))
    with pytest.raises(NothingAmended):
        Amendment.propose(order, by(Side.BUYER), order.terms, None, split)


def test_an_order_of_which_nothing_is_due_any_more_is_funded() -> None:
    order = bound(terms=terms(lead_time_days=10, deposit_percent=30))
    on_delivery = terms(lead_time_days=10, balance_due=BalanceDue.ON_DELIVERY)
    amendment = Amendment.propose(order, by(Side.BUYER), on_delivery, None)

    amended = amendment.accepted(order, by(Side.SELLER, LATER))

    assert (order.is_funded, amended.funded_at) == (False, LATER)


def test_a_longer_lead_time_moves_the_promise_that_runs() -> None:
    order = bound(terms=terms(lead_time_days=10))
    paid = order.fund(by(Side.BUYER))
    longer = Amendment.propose(paid, by(Side.SELLER), terms(lead_time_days=25), None)

    amended = longer.accepted(paid, by(Side.BUYER, LATER))

    assert paid.promised_at
    assert amended.promised_at == paid.promised_at + timedelta(days=15)
    assert amended.expires_at == amended.promised_at
