"""People who block the bot, and who come back."""

from datetime import timedelta

from domain.lifecycle import NegotiationStatus
from domain.negotiation import VALIDITY
from services.absence import note_absence, note_return
from services.asking import say
from services.keeping_time import JOBS, due_jobs
from services.notices import News, Notice
from services.said import Said
from services.waking import give_time_back
from tests.builders import BUYER, COLLEAGUE, SELLER, STRANGER, Trade, draft

HOUR = timedelta(hours=1)


async def leaves(trade: Trade, person_id: int) -> None:
    await trade.does(STRANGER, lambda books, _: note_absence(books, person_id))


async def returns(trade: Trade, person_id: int) -> None:
    await trade.does(STRANGER, lambda books, _: note_return(books, person_id))


async def test_who_waits_for_somebody_gone_is_told_once(trade: Trade) -> None:
    await trade.counters(SELLER, await trade.inquires(), draft("12.80"))
    await trade.forget_letters()

    await leaves(trade, BUYER)
    await leaves(trade, BUYER)

    assert sorted(await trade.told()) == [(SELLER, "counterpart_away"), (COLLEAGUE, "counterpart_away")]


async def test_nobody_is_told_while_it_is_not_his_turn_who_left(trade: Trade) -> None:
    await trade.inquires()
    await trade.forget_letters()

    await leaves(trade, BUYER)

    assert await trade.told() == []


async def test_a_supplier_with_another_seller_is_still_there(trade: Trade) -> None:
    await trade.inquires()
    await trade.forget_letters()

    await leaves(trade, SELLER)
    first = await trade.told()
    await leaves(trade, COLLEAGUE)

    assert first == []
    assert await trade.told() == [(BUYER, "counterpart_away")]


async def test_who_comes_back_sees_his_negotiations_again(trade: Trade) -> None:
    await trade.inquires()
    await leaves(trade, BUYER)
    await trade.forget_letters()

    await returns(trade, BUYER)
    await returns(trade, BUYER)

    assert await trade.told() == [(BUYER, "open_again")]


async def test_who_misses_each_offer_while_he_is_away_keeps_the_other_waiting_each_time(trade: Trade) -> None:
    await leaves(trade, SELLER)
    await leaves(trade, COLLEAGUE)
    asked = await trade.inquires()
    await trade.forget_letters()

    for news in (News.OFFER_RECEIVED, News.NEGOTIATION_RUNS_OUT):
        missed = Notice(news, asked.id, asked.offer.number)
        await trade.does(STRANGER, lambda books, _, n=missed: note_absence(books, SELLER, n))

    assert await trade.told() == [(BUYER, "counterpart_away")]


async def test_an_order_that_waits_only_for_somebody_gone_is_told_and_shown_to_him_again(
    trade: Trade,
) -> None:
    order = await trade.ordered()
    await trade.confirms(BUYER, order)
    await trade.forget_letters()

    await leaves(trade, COLLEAGUE)
    await leaves(trade, SELLER)
    told = await trade.told()
    await trade.forget_letters()
    await returns(trade, SELLER)

    assert told == [(BUYER, "order_counterpart_away")]
    assert await trade.told() == [(SELLER, "order_to_confirm")]


async def test_while_nobody_at_the_supplier_can_be_reached_an_offer_does_not_run_out(trade: Trade) -> None:
    asked = await trade.inquires()
    await leaves(trade, SELLER)
    running = await trade.negotiation(asked.id)
    await leaves(trade, COLLEAGUE)
    frozen = await trade.negotiation(asked.id)

    await ticks(trade, later=10 * VALIDITY)
    await trade.does(STRANGER, lambda books, _: give_time_back(books, HOUR))
    await trade.does(STRANGER, lambda books, _: note_return(books, COLLEAGUE), later=10 * VALIDITY)

    again = await trade.negotiation(asked.id)
    assert (running.frozen_at, again.frozen_at) == (None, None)
    assert frozen.frozen_at is not None
    assert timedelta(0) <= again.expires_at - asked.expires_at - 10 * VALIDITY < HOUR
    assert again.status is NegotiationStatus.AWAITING_SELLER


async def test_the_time_of_who_came_back_goes_on_and_ends(trade: Trade) -> None:
    standing = await trade.counters(SELLER, await trade.inquires(), draft("12.80"))
    await leaves(trade, BUYER)
    await trade.does(STRANGER, lambda books, _: note_return(books, BUYER), later=100 * HOUR)

    await ticks(trade, later=VALIDITY + 99 * HOUR)
    kept = await trade.negotiation(standing.id)
    await ticks(trade, later=VALIDITY + 101 * HOUR)

    assert kept.status is NegotiationStatus.AWAITING_BUYER
    assert (await trade.negotiation(standing.id)).status is NegotiationStatus.EXPIRED
    assert (BUYER, "negotiation_runs_out") in await trade.told()


async def test_an_offer_made_to_somebody_gone_waits_for_him_and_can_be_withdrawn(trade: Trade) -> None:
    asked = await trade.inquires()
    await leaves(trade, BUYER)
    standing = await trade.counters(SELLER, asked, draft("12.80"))
    missed = Notice(News.OFFER_RECEIVED, standing.id, standing.offer.number)
    await trade.does(STRANGER, lambda books, _: note_absence(books, BUYER, missed))
    frozen = await trade.negotiation(standing.id)

    withdrawn = await trade.withdraws(SELLER, standing)

    assert frozen.frozen_at is not None
    assert (withdrawn.status, withdrawn.frozen_at) == (NegotiationStatus.WITHDRAWN, None)


async def ticks(trade: Trade, later: timedelta) -> None:
    """The clock does what is due `later`."""
    for job, number in await trade.does(STRANGER, lambda books, _: due_jobs(books, 100), later=later):
        await trade.does(STRANGER, lambda b, _, job=job, number=number: JOBS[job](b, number), later=later)


async def test_somebody_unknown_may_leave_and_come(trade: Trade) -> None:
    await leaves(trade, STRANGER)
    await returns(trade, STRANGER)

    assert await trade.told() == []


async def test_who_comes_back_hears_what_was_said_about_an_order(trade: Trade) -> None:
    order = await trade.bound()
    await leaves(trade, BUYER)
    said = Said("The cups are ready", telegram_id=5)
    await trade.does(SELLER, lambda b, p: say(b, p, order.negotiation_id, said))
    await trade.forget_letters()

    await returns(trade, BUYER)

    assert await trade.told() == [(BUYER, "message")]
