"""What is still worth telling when a notice is sent late."""

from datetime import timedelta

from domain.people import Person
from services.asking import say
from services.briefing import Talked, brief
from services.cases import Case
from services.notices import News, Notice
from services.said import Said
from storage.books import StoredBooks
from tests.builders import BUYER, COLLEAGUE, SELLER, STRANGER, Trade, draft

WEEK = timedelta(days=7)


async def told(trade: Trade, person_id: int, notice: Notice, later: timedelta = timedelta(0)) -> object:
    """The facts of a notice for one reader; None when it is not told."""

    async def work(books: StoredBooks, person: Person) -> object:
        briefing = await brief(books, person, notice)
        return briefing and briefing.facts

    return await trade.does(person_id, work, later=later)


async def test_an_offer_is_told_while_it_waits_for_the_reader(trade: Trade) -> None:
    offer = await trade.inquires()

    facts = await told(trade, SELLER, Notice(News.OFFER_RECEIVED, offer.id, 1))

    assert isinstance(facts, Case)
    assert facts.negotiation.offer.terms == offer.offer.terms
    assert facts.supplier is not None


async def test_a_colleague_is_not_told_of_an_offer_that_was_answered_meanwhile(trade: Trade) -> None:
    offer = await trade.inquires()
    await trade.counters(SELLER, offer, draft("13"))

    assert await told(trade, COLLEAGUE, Notice(News.OFFER_RECEIVED, offer.id, 1)) is None


async def test_a_warning_after_the_end_is_not_told(trade: Trade) -> None:
    offer = await trade.inquires()

    assert await told(trade, SELLER, Notice(News.NEGOTIATION_RUNS_OUT, offer.id, 1), WEEK) is None


async def test_a_withdrawn_offer_and_a_strangers_ask_tell_nothing(trade: Trade) -> None:
    offer = await trade.inquires()

    stranger = await told(trade, STRANGER, Notice(News.OFFER_RECEIVED, offer.id, 1))
    await trade.withdraws(BUYER, offer)
    late = await told(trade, SELLER, Notice(News.OFFER_RECEIVED, offer.id, 1))

    assert stranger is None
    assert late is None
    assert isinstance(await told(trade, SELLER, Notice(News.WITHDRAWN, offer.id, 1)), Case)


async def test_an_order_to_confirm_is_told_to_whom_it_waits_for_and_only_until_then(trade: Trade) -> None:
    order = await trade.ordered()
    notice = Notice(News.ORDER_TO_CONFIRM, order.id, order.revision)

    before = await told(trade, SELLER, notice)
    await trade.confirms(SELLER, order)
    after = await told(trade, SELLER, notice)

    assert before is not None
    assert after is None


async def test_a_message_is_told_with_its_negotiation(trade: Trade) -> None:
    offer = await trade.inquires()
    message = await trade.does(
        BUYER, lambda books, person: say(books, person, offer.id, Said("Two colours?"))
    )
    assert message is not None

    facts = await told(trade, SELLER, Notice(News.MESSAGE, offer.id, detail=str(message.id)))

    assert isinstance(facts, Talked)
    assert facts.message.body == "Two colours?"
    assert facts.case.negotiation.id == offer.id
