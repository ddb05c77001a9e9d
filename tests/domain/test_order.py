"""Every move of an order, allowed and refused; both sides confirm the same words."""

from collections.abc import Callable
from datetime import timedelta
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.details import MAX_ADDRESS_LENGTH, AddressUnusable, Delivery, Details
from domain.lifecycle import ORDER, Actor, Deed, OrderStatus
from domain.offer import Author
from domain.order import Order, OrderMoveNotAllowed, StaleOrder
from domain.order_clock import CONFIRMATION_TIME
from domain.people import Side
from domain.refusal import Refusal
from tests.builders import ADDRESS, BUYER, NOON, SELLER, by, order_in, placed_order

MILLISECOND = timedelta(milliseconds=1)
ELSEWHERE = Details(Delivery("7 Hill Street, Accra"))

Move = Callable[[Order, Author], Order]
MOVES: dict[Deed, Move] = {
    Deed.CONFIRM: lambda order, author: order.confirm(order.revision, author),
    Deed.EDIT: lambda order, author: order.edit(order.revision, author, ELSEWHERE),
    Deed.CANCEL: lambda order, author: order.cancel(order.revision, author),
}
_S = OrderStatus
_BY_THE_CLOCK = {
    _S.AWAITING_CONFIRMATION: _S.CANCELLED,
    _S.AWAITING_PAYMENT: _S.CANCELLED,
    _S.SHIPPED: _S.DELIVERED,
    _S.DELIVERED: _S.COMPLETED,
}
CELLS = list(product(OrderStatus, MOVES, Side))
ALLOWED = [cell for cell in CELLS if (cell[0], cell[1], Actor(cell[2].value)) in ORDER]
REFUSED = [cell for cell in CELLS if cell not in ALLOWED]
WAITING = [cell for cell in ALLOWED if cell[0] is OrderStatus.AWAITING_CONFIRMATION]


@pytest.mark.parametrize(("status", "deed", "side"), ALLOWED)
def test_an_allowed_move_leads_where_the_table_says(status: OrderStatus, deed: Deed, side: Side) -> None:
    moved = MOVES[deed](order_in(status), by(side))

    assert moved.status == ORDER[status, deed, Actor(side.value)]


@pytest.mark.parametrize(("status", "deed", "side"), REFUSED)
def test_any_other_move_is_refused(status: OrderStatus, deed: Deed, side: Side) -> None:
    standing = order_in(status)

    with pytest.raises(OrderMoveNotAllowed) as refusal:
        MOVES[deed](standing, by(side))

    assert refusal.value.facts == {"status": status, "deed": deed}
    assert standing == order_in(status)


@pytest.mark.parametrize("revision", [0, 2, -1])
@pytest.mark.parametrize("deed", MOVES)
def test_a_button_of_another_revision_moves_nothing(deed: Deed, revision: int) -> None:
    pressed: dict[Deed, Move] = {
        Deed.CONFIRM: lambda order, author: order.confirm(revision, author),
        Deed.EDIT: lambda order, author: order.edit(revision, author, ELSEWHERE),
        Deed.CANCEL: lambda order, author: order.cancel(revision, author),
    }
    for status, side in product(OrderStatus, Side):
        with pytest.raises(StaleOrder):
            pressed[deed](order_in(status), by(side))


@pytest.mark.parametrize(("first", "second"), permutations(Side))
def test_the_second_confirmation_makes_the_order_binding(first: Side, second: Side) -> None:
    half = placed_order().confirm(1, by(first))
    whole = half.confirm(1, by(second))

    assert (half.status, half.unconfirmed_by) == (OrderStatus.AWAITING_CONFIRMATION, (second,))
    assert (whole.status, whole.unconfirmed_by) == (OrderStatus.AWAITING_PAYMENT, ())
    assert {given.person_id for given in whole.confirmations} == {BUYER, SELLER}
    assert {given.digest for given in whole.confirmations} == {whole.digest}


@pytest.mark.parametrize("side", Side)
def test_confirming_twice_is_once(side: Side) -> None:
    once = placed_order().confirm(1, by(side))

    assert once.confirm(1, by(side, NOON + MILLISECOND)) is once


def test_a_colleague_does_not_confirm_a_second_time() -> None:
    once = placed_order().confirm(1, by(Side.SELLER))

    assert once.confirm(1, Author(SELLER + 1, Side.SELLER, NOON)) is once


def test_another_address_clears_what_was_confirmed() -> None:
    half = placed_order().confirm(1, by(Side.SELLER))

    edited = half.edit(1, by(Side.BUYER), ELSEWHERE)

    assert (edited.revision, edited.confirmations) == (2, ())
    assert edited.unconfirmed_by == (Side.BUYER, Side.SELLER)
    assert edited.digest != half.digest
    with pytest.raises(StaleOrder):
        edited.confirm(1, by(Side.BUYER))


@given(st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.sampled_from(Side)), max_size=12))
def test_whatever_is_pressed_a_binding_order_was_confirmed_by_both(pressed: list[tuple[str, Side]]) -> None:
    order = placed_order()

    for deed, side in pressed:
        try:
            order = MOVES[Deed(deed)](order, by(side))
        except Refusal:
            continue

    given_by = {given.side for given in order.confirmations if given.digest == order.digest}
    is_bound = order.status not in (OrderStatus.AWAITING_CONFIRMATION, OrderStatus.CANCELLED)
    assert not is_bound or given_by == set(Side)
    assert all(given.revision == order.revision for given in order.confirmations)


@pytest.mark.parametrize(("status", "deed", "side"), WAITING)
def test_the_last_millisecond_still_counts_and_the_next_does_not(
    status: OrderStatus, deed: Deed, side: Side
) -> None:
    standing = order_in(status)

    MOVES[deed](standing, by(side, standing.expires_at - MILLISECOND))

    for late in (standing.expires_at, standing.expires_at + MILLISECOND):
        with pytest.raises(OrderMoveNotAllowed) as refusal:
            MOVES[deed](standing, by(side, late))
        assert refusal.value.facts["status"] is OrderStatus.CANCELLED


@pytest.mark.parametrize("status", OrderStatus)
def test_the_clock_does_what_was_said_and_not_a_millisecond_early(status: OrderStatus) -> None:
    standing = order_in(status)

    assert standing.expires_at == NOON + CONFIRMATION_TIME
    assert standing.run_out(standing.expires_at - MILLISECOND) is standing
    assert standing.run_out(standing.expires_at).status is _BY_THE_CLOCK.get(status, status)


@pytest.mark.parametrize("address", ["", "  \n ", "x" * (MAX_ADDRESS_LENGTH + 1)])
def test_goods_need_an_address_of_a_sensible_length(address: str) -> None:
    with pytest.raises(AddressUnusable):
        Delivery(address)


def test_outer_blanks_of_an_address_do_not_count() -> None:
    edited = placed_order().edit(1, by(Side.BUYER), Details(Delivery(f"  {ADDRESS}\n")))

    assert edited.details.delivery.address == ADDRESS
    assert edited.digest == placed_order().digest


def test_an_order_has_the_number_that_both_sides_quote() -> None:
    assert placed_order().number == "YJ-000042"
