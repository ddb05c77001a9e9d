"""The tables of moves hold together."""

import pytest

from domain.lifecycle import (
    NEGOTIATION,
    OPEN_NEGOTIATIONS,
    OPEN_ORDERS,
    ORDER,
    Actor,
    Deed,
    NegotiationStatus,
    OrderStatus,
)

ENDS = {NegotiationStatus.ORDERED, NegotiationStatus.DECLINED} | {
    NegotiationStatus.WITHDRAWN,
    NegotiationStatus.EXPIRED,
}


def test_what_is_over_stays_over() -> None:
    assert set(NegotiationStatus) - OPEN_NEGOTIATIONS == ENDS
    assert set(OrderStatus) - OPEN_ORDERS == {OrderStatus.COMPLETED, OrderStatus.CANCELLED}


@pytest.mark.parametrize("status", sorted(OPEN_NEGOTIATIONS))
def test_everything_that_waits_has_a_clock(status: NegotiationStatus) -> None:
    assert NEGOTIATION[status, Deed.EXPIRE, Actor.CLOCK] is NegotiationStatus.EXPIRED


def test_every_status_can_be_reached() -> None:
    assert set(NEGOTIATION.values()) | {NegotiationStatus.AWAITING_SELLER} == set(NegotiationStatus)
    assert set(ORDER.values()) | {OrderStatus.AWAITING_CONFIRMATION} == set(OrderStatus)


def test_every_open_status_of_an_order_has_a_clock() -> None:
    assert {status for status, _, actor in ORDER if actor is Actor.CLOCK} == OPEN_ORDERS


def test_nobody_answers_his_own_offer() -> None:
    for waiting, other in (
        (NegotiationStatus.AWAITING_SELLER, Actor.BUYER),
        (NegotiationStatus.AWAITING_BUYER, Actor.SELLER),
    ):
        deeds = {deed for status, deed, actor in NEGOTIATION if status is waiting and actor is other}
        assert deeds == {Deed.WITHDRAW}
