"""Choosing one supplier: the others are closed with thanks, by one press and never by themselves."""

from datetime import timedelta

import pytest

from domain.lifecycle import NegotiationStatus
from domain.negotiation import VALIDITY, Negotiation, StaleVersion
from services.absence import note_absence
from services.cases import case_of
from services.comparing.awarding import Award, award_of, close_others
from services.refusals import NotFound
from tests.builders import BUYER, OTHER_BUYER, draft
from tests.comparing.mugs import Mugs

FOUR = (101, 102, 103, 104)
_N = NegotiationStatus


async def awarded(mugs: Mugs, negotiation: Negotiation) -> Award:
    return await mugs.trade.does(BUYER, lambda b, p: award_of(b, p, negotiation.id))


async def test_each_of_the_others_ends_by_the_move_of_its_status(mugs: Mugs) -> None:
    sent = await mugs.sends(FOUR, draft("7.5", 500))
    chosen, countered, agreed, _ = await mugs.negotiations(sent.rfq_id)
    await mugs.trade.accepts(101, chosen)
    await mugs.trade.counters(102, countered, draft("7.7", 500))
    await mugs.trade.accepts(103, agreed)
    await mugs.trade.forget_letters()

    award = await awarded(mugs, chosen)
    await mugs.trade.does(BUYER, lambda b, p: close_others(b, p, award))

    statuses = [each.status for each in await mugs.negotiations(sent.rfq_id)]
    assert statuses == [_N.AGREED, _N.DECLINED, _N.WITHDRAWN, _N.WITHDRAWN]
    assert await mugs.trade.told() == [(102, "parted"), (103, "parted"), (104, "parted")]
    assert (await awarded(mugs, chosen)).others == []


async def test_who_moved_after_the_question_is_not_closed_unseen(mugs: Mugs) -> None:
    sent = await mugs.sends(FOUR[:3], draft("7.5", 500))
    chosen, other, third = await mugs.negotiations(sent.rfq_id)
    await mugs.trade.accepts(101, chosen)
    asked = await awarded(mugs, chosen)
    await mugs.trade.counters(103, third, draft("7.1", 500))

    with pytest.raises(StaleVersion):
        await mugs.trade.does(BUYER, lambda b, p: close_others(b, p, asked))

    assert (await awarded(mugs, chosen)).token != asked.token
    assert (await mugs.trade.negotiation(other.id)).status is _N.AWAITING_SELLER


async def test_one_whose_time_stands_still_is_closed_with_the_others(mugs: Mugs) -> None:
    sent = await mugs.sends(FOUR[:2], draft("7.5", 500))
    chosen, silent = await mugs.negotiations(sent.rfq_id)
    await mugs.trade.accepts(101, chosen)
    await mugs.trade.does(BUYER, lambda b, _: note_absence(b, 102))

    award = await mugs.trade.does(BUYER, lambda b, p: award_of(b, p, chosen.id), later=2 * VALIDITY)

    assert [case.negotiation.id for case in award.others] == [silent.id]


async def test_who_agreed_after_the_question_is_not_closed_unseen(mugs: Mugs) -> None:
    sent = await mugs.sends(FOUR[:2], draft("7.5", 500))
    chosen, other = await mugs.negotiations(sent.rfq_id)
    await mugs.trade.accepts(101, chosen)
    asked = await awarded(mugs, chosen)

    await mugs.trade.accepts(102, other)

    assert (await awarded(mugs, chosen)).token != asked.token


async def test_a_seller_silent_for_a_day_is_worth_replacing(mugs: Mugs) -> None:
    asked = await mugs.asks(101, draft("7.5", 500))
    hours = [timedelta(hours=23), timedelta(hours=25)]

    seen = [
        await mugs.trade.does(BUYER, lambda b, p: case_of(b, p, asked.id), later=later) for later in hours
    ]

    assert [case.is_stuck for case in seen] == [False, True]


async def test_only_the_buyer_sees_the_inquiry_a_negotiation_belongs_to(mugs: Mugs) -> None:
    sent = await mugs.sends(FOUR[:2], draft("7.5", 500))
    first, _ = await mugs.negotiations(sent.rfq_id)
    await mugs.trade.accepts(101, first)

    by_buyer = await mugs.trade.does(BUYER, lambda b, p: case_of(b, p, first.id))
    by_seller = await mugs.trade.does(101, lambda b, p: case_of(b, p, first.id))

    assert by_buyer.rfq is not None
    assert (by_buyer.rfq.rfq_id, by_buyer.rfq.open_others) == (sent.rfq_id, 1)
    assert by_seller.rfq is None
    for stranger in (101, OTHER_BUYER):
        with pytest.raises(NotFound):
            await mugs.trade.does(stranger, lambda b, p: award_of(b, p, first.id))
