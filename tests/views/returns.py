"""Goods that travel because of a claim and money that goes back, to show: with what somebody wrote, too."""

from collections.abc import Iterator
from dataclasses import replace

from domain.carriers import MAX_CARRIER_LENGTH, Waybill
from domain.ledger import Entry, allowance, payment
from domain.lifecycle import ClaimStatus
from domain.money import Money
from domain.people import Side
from domain.repayment import Repayment
from domain.return_parcel import Contest, ReturnParcel
from domain.terms import PaymentMethod
from services.cases import OrderCase
from services.claim_case import ClaimCase
from services.money_history import MoneyHistory, money_lines
from services.parcel_form import ParcelForm
from services.repaid_briefing import Repaid
from services.repaying import Way
from services.travels import Travels
from tests.builders import NOON
from views.claim import claim_card
from views.claim_refund import ask_refunded, ask_set_off
from views.contesting import ask_what_is_wrong, sure_of_contest, sure_of_receipt
from views.fitting import shortened
from views.money_page import money_page
from views.parcel_form import parcel_question, parcel_review
from views.reader import Reader
from views.return_news import repaid
from views.screen import Screen


def travelling(case: ClaimCase, words: str) -> ClaimCase:
    """The same claim when goods went back, something was wrong with them, and money is owed."""
    waybill = Waybill(None, shortened(words, MAX_CARRIER_LENGTH), "AB12345")
    parcel = ReturnParcel(case.claim.id, Side.BUYER, waybill, 10, NOON)
    wrong = Contest(case.claim.id, Side.SELLER, words, 20, NOON)
    part = Money(1000, "CNY")
    back = Repayment(Money(4000, "CNY"), part, part, part, ((PaymentMethod.CARD, part),))
    claim = replace(case.claim, status=ClaimStatus.AGREED, repaid=1000)
    return replace(case, claim=claim, travels=Travels(parcel, [wrong]), back=back)


def of_returns(reader: Reader, case: ClaimCase, words: str) -> Iterator[Screen]:
    """The card with all of it, and every question on the way."""
    sent = travelling(case, words)
    assert sent.travels
    form = ParcelForm(case.claim.id, 2, sent.travels.parcel.waybill)
    yield claim_card(reader, sent)
    yield parcel_question(reader, sent, replace(form, waybill=None))
    yield parcel_question(reader, sent, form)
    yield parcel_review(reader, sent, form)
    yield sure_of_receipt(reader, sent)
    yield ask_what_is_wrong(reader, sent)
    yield sure_of_contest(reader, sent, words)
    yield ask_refunded(reader, sent, sent.claim.left)
    yield ask_set_off(reader, sent, sent.claim.left)
    for way in Way:
        yield repaid(reader, Repaid(sent, sent.claim.left, way))


def history_of(case: OrderCase, *pages: ClaimCase) -> MoneyHistory:
    """Thirty payments and refunds of an order."""
    entries = [Entry(case.order.id, f"claim 5 refund {number}", 10, "", NOON) for number in range(30)]
    paid = Money(5000, "CNY")
    booked = [
        (allowance if number % 2 else payment)(entry, PaymentMethod.ALIPAY, paid)
        for number, entry in enumerate(entries)
    ]
    return MoneyHistory(case, tuple(money_lines(booked)), [each.claim for each in pages])


def of_money(reader: Reader, case: OrderCase, claim: ClaimCase) -> Iterator[Screen]:
    """Every page of a long history."""
    for page in range(4):
        yield money_page(reader, history_of(case, claim), page)
