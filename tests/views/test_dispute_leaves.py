"""What an operator reads of an order's money."""

from domain.ledger import Entry, allowance, payment
from domain.money import Money
from domain.standing import standing_of
from domain.terms import PaymentMethod
from tests.builders import NOON, placed_order
from tests.views.goods import ENGLISH
from views.dispute_leaves import paid

PART = Money(4000, "CNY")


def test_an_operator_reads_how_each_sum_was_paid_and_what_only_lowered_the_price() -> None:
    bookings = [
        payment(Entry(1, "a", 10, "", NOON), PaymentMethod.CARD, PART),
        payment(Entry(1, "claim 5 refund 1 paid", 10, "", NOON), PaymentMethod.TRANSFER, PART),
        allowance(Entry(1, "claim 5 refund 1", 10, "", NOON), PaymentMethod.TRANSFER, PART),
    ]

    shown = paid(ENGLISH, bookings, standing_of(placed_order(), bookings), 0)

    told = "\n".join(shown.entries)
    assert "The buyer paid · Card" in told
    assert "Deducted from the balance, for a claim" in told
