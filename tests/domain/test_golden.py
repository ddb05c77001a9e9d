"""A golden sample signs what was approved; a list of changes is answered whole or runs out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.golden import GoldenSample, NotASample, sample_order_id
from domain.lifecycle import CHANGES, Actor, ChangesStatus, Deed, OrderStatus
from domain.order import Order
from domain.order_facts import OrderKind
from domain.people import Side
from domain.wanted_changes import ANSWER_TIME, ChangesMoveNotAllowed, Verdict, WantedChanges, Wish
from tests.builders import NOON, by, order_in

MINUTE = timedelta(minutes=1)


def sample(status: OrderStatus = OrderStatus.DELIVERED) -> Order:
    return replace(order_in(status), kind=OrderKind.SAMPLE)


def golden(standard: str = "no scratches", photos: tuple[str, ...] = ("front", "back")) -> GoldenSample:
    return GoldenSample.approve(sample(), by(Side.BUYER), standard, (7, photos))


def wanted(*words: str) -> WantedChanges:
    wishes = [Wish(each) for each in words or ("darker", "smoother")]
    return WantedChanges.send(sample(), 1, wishes, by(Side.BUYER))


def test_every_part_of_a_golden_sample_is_signed() -> None:
    approved = golden()

    altered = [
        replace(approved, standard="some scratches"),
        replace(approved, photos=("back", "front")),
        replace(approved, photos=("front",)),
        replace(approved, at=NOON + MINUTE),
        replace(approved, product_id=9),
        replace(approved, bundle_id=8),
    ]

    assert approved.is_signed
    assert approved.number == "YJ-000042"
    assert not any(each.is_signed for each in altered)


def test_nobody_finds_out_by_the_fingerprint_which_telegram_id_approved() -> None:
    assert GoldenSample.approve(replace(sample(), buyer_id=9), by(Side.BUYER), "as shown").digest == (
        GoldenSample.approve(sample(), by(Side.BUYER), "as shown").digest
    )


@pytest.mark.parametrize("status", [each for each in OrderStatus if each not in ("delivered", "completed")])
def test_nothing_is_approved_or_wanted_before_the_sample_arrived(status: OrderStatus) -> None:
    for order in (sample(status), order_in(OrderStatus.DELIVERED)):
        with pytest.raises(NotASample):
            GoldenSample.approve(order, by(Side.BUYER), "")
        with pytest.raises(NotASample):
            WantedChanges.send(order, 1, [Wish("darker")], by(Side.BUYER))


@pytest.mark.parametrize("number", ["", "YJ-", "YJ-42", "YJ-0000042", "42", "YJ-٠٠٠٠٤٢", "yj-000042", "YJ-x"])
def test_only_an_orders_own_number_names_a_golden_sample(number: str) -> None:
    assert sample_order_id("YJ-000042") == 42
    assert sample_order_id(number) == 0


def test_a_list_is_answered_with_the_last_item_and_answers_have_versions() -> None:
    first = wanted().answer([1], Verdict.WILL, by(Side.SELLER))
    whole = first.answer([2], Verdict.CANNOT, by(Side.SELLER), "the mould is fixed")
    changed = whole.answer([2], Verdict.WILL, by(Side.SELLER))

    assert (first.status, whole.status) == (ChangesStatus.AWAITING_SELLER, ChangesStatus.ANSWERED)
    assert [(each.place, each.number) for each in changed.answers] == [(1, 1), (2, 2)]
    with pytest.raises(ChangesMoveNotAllowed):
        changed.followed_by(sample()).answer([1], Verdict.WILL, by(Side.SELLER))


def test_after_its_time_a_list_can_only_end() -> None:
    open_, late = wanted(), NOON + ANSWER_TIME

    with pytest.raises(ChangesMoveNotAllowed):
        open_.answer([1], Verdict.WILL, by(Side.SELLER, late))
    assert open_.expire(late - MINUTE) is open_
    assert open_.expire(late).status is ChangesStatus.UNANSWERED


def test_a_list_that_waits_has_a_clock_and_every_status_is_reached() -> None:
    assert CHANGES[ChangesStatus.AWAITING_SELLER, Deed.EXPIRE, Actor.CLOCK] is ChangesStatus.UNANSWERED
    assert set(CHANGES.values()) == set(ChangesStatus)
