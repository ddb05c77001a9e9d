"""What a supplier usually asks: who may say it, and which offers it fills."""

import pytest

from domain.people import Side
from domain.quantity import Quantity
from domain.terms import PaymentMethod, TermsDraft, TradeTerm
from services.offer_fields import Field
from services.refusals import NotFound
from services.usual_terms import UsualTerms, heard
from storage.tables.catalogue import supplier_terms
from tests.builders import BUYER, RIVAL, SELLER, STRANGER, SUPPLIER, Trade, draft, price

FOB = TermsDraft(trade_term=TradeTerm.FOB, trade_place="Ningbo")


async def test_usual_terms_fill_later_inquiries_and_change_no_offer_that_was_made(trade: Trade) -> None:
    earlier = await trade.inquires()
    await trade.does(SELLER, lambda b, p: UsualTerms(b, p).state(SUPPLIER, FOB))
    staged = TermsDraft(payment=PaymentMethod.TRANSFER, deposit_percent=30, unit_price=price("9"))
    await trade.does(SELLER, lambda b, p: UsualTerms(b, p).state(SUPPLIER, staged))

    later = (await trade.inquires(offered=draft(deposit_percent=50))).offer.terms

    assert (later.trade_term, later.trade_place, later.payment) == (TradeTerm.FOB, "Ningbo", "transfer")
    assert (later.deposit_percent, later.unit_price) == (50, price("12.50"))
    assert await trade.negotiation(earlier.id) == earlier
    assert await trade.count(supplier_terms) == 1


async def test_a_newer_usual_term_ends_one_that_contradicts_it_and_may_be_left_open(trade: Trade) -> None:
    await trade.does(SELLER, lambda b, p: UsualTerms(b, p).state(SUPPLIER, FOB))

    turned = TermsDraft(freight_payer=Side.SELLER)
    paid = await trade.does(SELLER, lambda b, p: UsualTerms(b, p).state(SUPPLIER, turned))
    left = await trade.does(SELLER, lambda b, p: UsualTerms(b, p).leave_open(SUPPLIER, Field.FREIGHT))

    assert paid.usual == turned
    assert left.usual == TermsDraft()
    assert (await trade.inquires()).offer.terms.freight_payer is None


@pytest.mark.parametrize("person", [STRANGER, BUYER, RIVAL])
async def test_nobody_else_sees_or_sets_what_a_supplier_usually_asks(trade: Trade, person: int) -> None:
    for number in (SUPPLIER, SUPPLIER + 9):
        for deed in (
            lambda b, p, n=number: UsualTerms(b, p).of(n),
            lambda b, p, n=number: UsualTerms(b, p).state(n, FOB),
            lambda b, p, n=number: UsualTerms(b, p).leave_open(n, Field.FREIGHT),
        ):
            with pytest.raises(NotFound):
                await trade.does(person, deed)

    assert await trade.count(supplier_terms) == 0


async def test_a_price_or_a_quantity_is_never_usual(trade: Trade) -> None:
    priced = TermsDraft(Quantity(500), price("1"), note="hi")

    with pytest.raises(NotFound):
        await trade.does(SELLER, lambda b, p: UsualTerms(b, p).state(SUPPLIER, priced))


@pytest.mark.parametrize(
    ("words", "field", "part"),
    [
        ("by sea", None, {"shipping": "sea"}),
        ("走海运，定金30%", None, {"shipping": "sea", "deposit_percent": 30}),
        ("CIF Hamburg", Field.FREIGHT, {"trade_term": "CIF", "trade_place": "Hamburg"}),
        ("每天0.5%，最多5%", Field.LATE, {"late_percent_per_day": 50, "late_cap_percent": 5}),
        ("500 pcs at 3, by air", None, {"shipping": "air"}),
    ],
)
def test_one_line_says_usual_terms_and_nothing_else(
    words: str, field: Field | None, part: dict[str, object]
) -> None:
    said = heard(words, field)

    assert isinstance(said, TermsDraft)
    assert said == TermsDraft(**part)  # type: ignore[arg-type]
