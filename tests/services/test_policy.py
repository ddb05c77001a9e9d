"""Every cell of the table of rights, by really doing it: roles, strangers, and who was removed before."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from domain.payment_account import cards
from domain.people import Person
from domain.policy import POLICY, Right, Role
from domain.refusal import Refusal
from domain.terms import Shipping, TermsDraft
from services.holiday_notices import HolidayNotices
from services.negotiating import Negotiating, Target
from services.offer_fields import Field
from services.payment_accounts import PaymentAccounts
from services.qualifying import Qualifying
from services.said import File
from services.stall import Stall
from services.taking_files import TakingFiles
from services.teaming import Teaming
from services.usual_terms import UsualTerms
from storage.books import StoredBooks
from tests.applications import applies, request
from tests.builders import BUYER, COLLEAGUE, CUP, RIVAL, SELLER, STRANGER, SUPPLIER, Trade, draft

Press = Callable[[StoredBooks, Person], Awaitable[object]]

BY_SEA = TermsDraft(shipping=Shipping.SEA)
PRESSES: dict[Right, list[Press]] = {
    Right.TRADE: [
        lambda b, p: Negotiating(b, p).see(1),
        lambda b, p: UsualTerms(b, p).of(SUPPLIER),
        lambda b, p: PaymentAccounts(b, p).of(SUPPLIER),
        lambda b, p: Negotiating(b, p).counter(Target(1, 1), draft("11")),
    ],
    Right.USUAL_TERMS: [
        lambda b, p: UsualTerms(b, p).state(SUPPLIER, BY_SEA),
        lambda b, p: UsualTerms(b, p).leave_open(SUPPLIER, Field.SHIPPING),
    ],
    Right.PRODUCTS: [
        lambda b, p: Stall(b, p).page(SUPPLIER, "", 0),
        lambda b, p: Stall(b, p).pause(CUP),
        lambda b, p: TakingFiles(b, p).receive(SUPPLIER, File("AgAC", "AQAD", size=9), 5),
        lambda b, p: HolidayNotices(b, p).take_back(SUPPLIER),
    ],
    Right.ACCOUNTS: [
        lambda b, p: PaymentAccounts(b, p).to_change(SUPPLIER),
        lambda b, p: PaymentAccounts(b, p).set(SUPPLIER, cards(taken=True)),
    ],
    Right.PEOPLE: [
        lambda b, p: Teaming(b, p).of(SUPPLIER),
        lambda b, p: Teaming(b, p).one(SUPPLIER, COLLEAGUE),
        lambda b, p: Teaming(b, p).invite(SUPPLIER, Role.OWNER),
        lambda b, p: Teaming(b, p).set_role(SUPPLIER, COLLEAGUE, Role.OWNER),
        lambda b, p: Teaming(b, p).remove(SUPPLIER, COLLEAGUE),
    ],
    Right.QUALIFICATION: [
        lambda b, p: Qualifying(b, p).of(SUPPLIER),
        lambda b, p: Qualifying(b, p).withdraw(1),
        lambda b, p: Qualifying(b, p).apply(request(), []),
    ],
}
"""What stands behind the buttons of each right; all of it can be done in this order."""
PEOPLE = {SELLER: Role.OWNER, COLLEAGUE: Role.SALES, RIVAL: None, STRANGER: None}


def refused(person_id: int) -> str:
    """What somebody without the right hears: strangers not even that there is something."""
    return "NotFound" if PEOPLE[person_id] is None else "OwnersOnly"


@pytest.mark.parametrize("person_id", PEOPLE)
@pytest.mark.parametrize("right", Right)
async def test_each_role_does_what_the_table_allows_and_nothing_else(
    trade: Trade, right: Right, person_id: int
) -> None:
    await trade.inquires()
    await applies(trade)

    heard = [await outcome(trade, person_id, press) for press in PRESSES[right]]

    is_allowed = PEOPLE[person_id] in POLICY[right]
    assert heard == ["done" if is_allowed else refused(person_id)] * len(heard)


@pytest.mark.parametrize("right", Right)
async def test_who_was_removed_has_no_right_left(trade: Trade, right: Right) -> None:
    await trade.inquires()
    await applies(trade)
    await trade.does(SELLER, lambda b, p: Teaming(b, p).set_role(SUPPLIER, COLLEAGUE, Role.OWNER))
    await trade.does(COLLEAGUE, lambda b, p: Teaming(b, p).remove(SUPPLIER, SELLER))

    heard = [await outcome(trade, SELLER, press) for press in PRESSES[right]]

    assert set(heard) == {"NotFound"}


async def test_a_buyer_and_an_operator_have_no_right_in_a_suppliers_name(trade: Trade) -> None:
    await trade.inquires()
    await applies(trade)
    presses = [press for right in Right if right is not Right.TRADE for press in PRESSES[right]]

    def as_operator(press: Press) -> Press:
        return lambda books, person: press(books, replace(person, is_operator=True))

    heard = [await outcome(trade, BUYER, as_operator(press)) for press in presses]

    assert set(heard) == {"NotFound"}


async def outcome(trade: Trade, person_id: int, press: Press) -> str:
    """What became of a press."""
    try:
        await trade.does(person_id, press)
    except Refusal as refusal:
        return type(refusal).__name__
    return "done"
