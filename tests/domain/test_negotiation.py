"""Every move of a negotiation, allowed and refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from domain.lifecycle import NEGOTIATION, OPEN_NEGOTIATIONS, Actor, Deed, NegotiationStatus
from domain.negotiation import (
    VALIDITY,
    AlteredOffer,
    BelowMoq,
    CurrencyDiffers,
    MoveNotAllowed,
    Negotiation,
    NothingChanged,
    StaleVersion,
    UnitDiffers,
)
from domain.offer import Author
from domain.people import Side
from domain.quantity import Quantity, Unit
from domain.terms import Terms
from tests.builders import MOQ, NOON, by, inquiry, negotiation_in, price, terms

MILLISECOND = timedelta(milliseconds=1)
CHEAPER = terms("11")

Move = Callable[[Negotiation, Author], Negotiation]
MOVES: dict[Deed, Move] = {
    Deed.COUNTER: lambda n, author: n.counter(n.offer.number, author, CHEAPER),
    Deed.ACCEPT: lambda n, author: n.accept(n.offer.number, n.offer.digest, author),
    Deed.DECLINE: lambda n, author: n.decline(n.offer.number, author),
    Deed.WITHDRAW: lambda n, author: n.withdraw(n.offer.number, author),
    Deed.PLACE: lambda n, author: n.place_order(n.offer.number, author),
}
CELLS = list(product(NegotiationStatus, MOVES, Side))
ALLOWED = [cell for cell in CELLS if (cell[0], cell[1], Actor(cell[2].value)) in NEGOTIATION]
REFUSED = [cell for cell in CELLS if cell not in ALLOWED]


@pytest.mark.parametrize(("status", "deed", "side"), ALLOWED)
def test_an_allowed_move_leads_where_the_table_says(
    status: NegotiationStatus, deed: Deed, side: Side
) -> None:
    standing = negotiation_in(status)

    moved = MOVES[deed](standing, by(side))

    assert moved.status == NEGOTIATION[status, deed, Actor(side.value)]
    assert moved.offer.number == standing.offer.number + (deed is Deed.COUNTER)


@pytest.mark.parametrize(("status", "deed", "side"), REFUSED)
def test_any_other_move_is_refused(status: NegotiationStatus, deed: Deed, side: Side) -> None:
    standing = negotiation_in(status)

    with pytest.raises(MoveNotAllowed) as refusal:
        MOVES[deed](standing, by(side))

    assert refusal.value.facts == {"status": status, "deed": deed}
    assert standing == negotiation_in(status)


@pytest.mark.parametrize("deed", MOVES)
@pytest.mark.parametrize("version", [-1, 0, 2, 10**9])
def test_a_button_of_another_version_moves_nothing(deed: Deed, version: int) -> None:
    pressed: dict[Deed, Callable[[Negotiation, Author], Any]] = {
        Deed.COUNTER: lambda n, author: n.counter(version, author, CHEAPER),
        Deed.ACCEPT: lambda n, author: n.accept(version, n.offer.digest, author),
        Deed.DECLINE: lambda n, author: n.decline(version, author),
        Deed.WITHDRAW: lambda n, author: n.withdraw(version, author),
        Deed.PLACE: lambda n, author: n.place_order(version, author),
    }
    for side, status in product(Side, NegotiationStatus):
        with pytest.raises(StaleVersion) as refusal:
            pressed[deed](negotiation_in(status), by(side))

    assert refusal.value.facts == {"version": version, "current": 1}


@pytest.mark.parametrize("digest", ["", "0", "x" * 64])
def test_an_acceptance_of_other_terms_is_refused(digest: str) -> None:
    wrong = {"0": "1"}.get(inquiry().offer.digest[0], "0") if digest == "0" else digest

    with pytest.raises(StaleVersion):
        inquiry().accept(1, wrong, by(Side.SELLER))


def test_the_beginning_of_the_digest_names_the_terms() -> None:
    agreed = inquiry().accept(1, inquiry().offer.digest[:8], by(Side.SELLER))

    assert agreed.status is NegotiationStatus.AGREED


def test_a_counter_is_a_new_version_and_remembers_the_one_before() -> None:
    first = inquiry()

    second = first.counter(1, by(Side.SELLER, NOON + VALIDITY / 2), CHEAPER)
    third = second.counter(2, by(Side.BUYER, NOON + VALIDITY), terms("10"))

    assert [third.offer.number, third.before and third.before.number] == [3, 2]
    assert third.offer.terms == terms("10")
    assert third.offer.digest == terms("10").digest()
    assert third.expires_at == NOON + 2 * VALIDITY
    assert first.offer.terms == terms()


def test_nobody_counters_with_the_same_terms() -> None:
    with pytest.raises(NothingChanged):
        inquiry().counter(1, by(Side.SELLER), terms())


@pytest.mark.parametrize(
    ("offered", "refusal"),
    [
        (terms(count=MOQ - 1), BelowMoq),
        (terms(count=1), BelowMoq),
        (Terms(Quantity(500), price("1.5", "USD")), CurrencyDiffers),
        (Terms(Quantity(500, Unit.CARTON), price("1.5")), UnitDiffers),
    ],
)
def test_terms_that_do_not_fit_the_goods_are_refused_from_either_side(
    offered: Terms, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        inquiry(offered)
    with pytest.raises(refusal):
        inquiry().counter(1, by(Side.SELLER), offered)


def test_the_least_quantity_itself_is_enough() -> None:
    assert inquiry(terms(count=MOQ)).offer.terms.quantity.count == MOQ


@pytest.mark.parametrize("status", sorted(OPEN_NEGOTIATIONS))
@pytest.mark.parametrize("deed", MOVES)
def test_the_last_millisecond_still_counts_and_the_next_does_not(
    status: NegotiationStatus, deed: Deed
) -> None:
    standing = negotiation_in(status)
    sides = [side for side in Side if (status, deed, side) in ALLOWED]

    for side in sides:
        MOVES[deed](standing, by(side, standing.expires_at - MILLISECOND))
        for late in (standing.expires_at, standing.expires_at + MILLISECOND):
            with pytest.raises(MoveNotAllowed) as refusal:
                MOVES[deed](standing, by(side, late))
            assert refusal.value.facts["status"] is NegotiationStatus.EXPIRED


@pytest.mark.parametrize("status", NegotiationStatus)
def test_the_clock_ends_what_is_open_at_its_moment_and_nothing_else(status: NegotiationStatus) -> None:
    standing = negotiation_in(status)
    is_open = status in OPEN_NEGOTIATIONS

    assert standing.expire(standing.expires_at - MILLISECOND) is standing
    for late in (standing.expires_at, standing.expires_at + MILLISECOND):
        assert standing.expire(late).status == (NegotiationStatus.EXPIRED if is_open else status)


@pytest.mark.parametrize("status", NegotiationStatus)
def test_whoever_is_waited_for_can_answer(status: NegotiationStatus) -> None:
    waited_for = negotiation_in(status).waits_for

    answers = {
        Side(actor.value)
        for (at, deed, actor) in NEGOTIATION
        if at is status and deed in (Deed.ACCEPT, Deed.COUNTER, Deed.DECLINE, Deed.PLACE)
    }
    assert answers == ({waited_for} if waited_for else set())
    assert (waited_for is not None) is (status in OPEN_NEGOTIATIONS)


def test_an_acceptance_gives_the_buyer_the_whole_time_to_order() -> None:
    later = NOON + timedelta(hours=71)

    agreed = inquiry().accept(1, inquiry().offer.digest, by(Side.SELLER, later))

    assert agreed.expires_at == later + VALIDITY
    assert agreed.offer == inquiry().offer
    assert agreed.waits_for is Side.BUYER


def test_a_negotiation_that_was_moved_leaves_the_old_one_as_it_was() -> None:
    standing = inquiry()

    standing.decline(1, by(Side.SELLER))

    assert standing == replace(inquiry(), status=NegotiationStatus.AWAITING_SELLER)


def test_an_offer_whose_terms_were_altered_cannot_be_accepted() -> None:
    sent = inquiry()
    altered = replace(sent, offer=replace(sent.offer, terms=terms("9")))

    with pytest.raises(AlteredOffer):
        altered.accept(1, sent.offer.digest, by(Side.SELLER))
