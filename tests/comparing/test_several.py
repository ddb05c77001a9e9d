"""One inquiry to several suppliers: who gets it, who does not and why, and that each is alone with it."""

import pytest

from domain.negotiation import BelowMoq, CurrencyDiffers, NoSelfDealing, UnitDiffers
from domain.policy import Role
from services.comparing.listing import from_compared, from_words, instead_of
from services.comparing.room import TooManyToCompare, put_beside
from services.comparing.sending import NobodyToAsk
from services.comparing.several import AlreadyNegotiating
from services.comparing.shortlist import TooManySuppliers, shortlist_of, shortlist_record
from services.matter import About
from services.refusals import DraftGone, NotFound
from services.team_books import Member
from storage.tables.comparing import rfqs
from storage.tables.trade import negotiations
from tests.builders import BUYER, OTHER_BUYER, SELLER, draft, price
from tests.comparing.mugs import ALIKE, BY_THE_SET, IN_DOLLARS, LARGE_MOQ, TOY, Mugs


async def test_ten_suppliers_get_a_negotiation_each(mugs: Mugs) -> None:
    await mugs.trade.forget_letters()

    sent = await mugs.sends(ALIKE[:10], draft("7", 500, lead_time_days=20))

    opened = await mugs.negotiations(sent.rfq_id)
    assert [each.supplier_id for each in opened] == list(ALIKE[:10])
    assert {(each.offer.terms.unit_price, each.offer.terms.lead_time_days) for each in opened} == {
        (price("7"), 20)
    }
    assert await mugs.trade.told() == [(seller, "offer_received") for seller in ALIKE[:10]]


async def test_who_does_not_fit_is_left_out_with_the_reason(mugs: Mugs) -> None:
    open_already = await mugs.asks(102, draft("7.5"))
    await mugs.trade.does(BUYER, lambda books, _: books.teams.join(Member(BUYER, Role.SALES), 103))

    sent = await mugs.sends((101, 102, 103, LARGE_MOQ, BY_THE_SET, IN_DOLLARS), draft("9", 500))

    refusals = {each.product.id: type(each.refusal) for each in sent.recipients if each.refusal}
    assert refusals == {
        102: AlreadyNegotiating,
        103: NoSelfDealing,
        LARGE_MOQ: BelowMoq,
        BY_THE_SET: UnitDiffers,
        IN_DOLLARS: CurrencyDiffers,
    }
    reused, opened = await mugs.negotiations(sent.rfq_id)
    assert reused.id == open_already.id
    assert reused.offer.number == 1
    assert opened.offer.terms.unit_price == price("8")  # as listed: nobody is offered more


async def test_an_inquiry_that_nobody_can_take_sends_nothing(mugs: Mugs) -> None:
    with pytest.raises(NobodyToAsk):
        await mugs.sends((LARGE_MOQ, IN_DOLLARS), draft("7", 500))

    assert await mugs.trade.count(negotiations) == await mugs.trade.count(rfqs) == 0


async def test_words_find_the_best_product_of_each_other_supplier(mugs: Mugs) -> None:
    await mugs.trade.does(BUYER, lambda books, _: books.teams.join(Member(BUYER, Role.SALES), 101))

    found = await mugs.trade.does(BUYER, lambda b, p: from_words(b, p, "陶瓷 coffee mug"))
    nothing = await mugs.trade.does(BUYER, lambda b, p: from_words(b, p, "zeppelin"))

    assert 101 not in found.product_ids
    assert {*ALIKE[1:], TOY} <= set(found.product_ids)
    assert len(found.ticked) == 10
    assert nothing.product_ids == ()


async def test_others_are_offered_the_terms_of_a_negotiation_that_failed(mugs: Mugs) -> None:
    sent = await mugs.sends((101, 102), draft("7", 500, note="blue"))
    failed = (await mugs.negotiations(sent.rfq_id))[0]
    await mugs.trade.declines(101, failed)

    found = await mugs.trade.does(BUYER, lambda b, p: instead_of(b, p, failed.id))

    assert found.terms == draft("7", 500, note="blue", lead_time_days=15)
    assert not {101, 102, TOY} & set(found.product_ids)
    assert shortlist_of(shortlist_record(found)) == found
    for stranger in (101, OTHER_BUYER):
        with pytest.raises(NotFound):
            await mugs.trade.does(stranger, lambda b, p: instead_of(b, p, failed.id))


async def test_ticks_and_products_side_by_side_end_at_ten(mugs: Mugs) -> None:
    for each in ALIKE[:10]:
        await mugs.trade.does(BUYER, lambda b, p, each=each: put_beside(b, p, each))

    again = await mugs.trade.does(BUYER, lambda b, p: put_beside(b, p, ALIKE[0]))
    listed = await mugs.trade.does(BUYER, from_compared)

    assert again == len(listed.ticked) == 10
    with pytest.raises(TooManyToCompare):
        await mugs.trade.does(BUYER, lambda b, p: put_beside(b, p, ALIKE[10]))
    with pytest.raises(TooManySuppliers):
        listed.toggled(next(iter(set(listed.product_ids) - listed.ticked)))
    with pytest.raises(DraftGone):
        listed.toggled(SELLER)


def test_a_button_of_an_inquiry_to_other_suppliers_belongs_to_another_draft() -> None:
    one, other = (About(product_id=101, several=asked) for asked in ((101, 102), (101, 103)))

    assert one.key != other.key
