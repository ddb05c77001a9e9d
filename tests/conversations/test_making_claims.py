"""A claim on goods that arrived: asked question by question, or said in one line, with photos, and sent."""

from domain.lifecycle import OrderStatus
from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import strike
from tests.conversations.market import Market
from tests.conversations.people import Shown
from tests.orders import carried_to


async def received(market: Market) -> Shown:
    """Ann and 李 struck a deal, and the goods have arrived; Ann's card of the order."""
    await strike(market.ann, market.li, market.invitation)
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        await carried_to(trade, OrderStatus.DELIVERED, await trade.order(1))
    await market.ann.types("YJ-000001")
    return await market.ann.sees("Delivered", "YJ-000001")


async def test_a_buyer_claims_question_by_question_with_photos(market: Market) -> None:
    ann, li = market.ann, market.li
    card = await received(market)
    await ann.presses("Refund / return", on=card.id)
    await ann.presses("Return and refund", on=(await ann.sees("What would you like?")).id)
    await ann.presses("Damaged", on=(await ann.sees("What is wrong?")).id)
    await ann.sees("How many are affected?", "up to 500 pieces")
    await ann.types("600")
    await ann.sees("at most 500 can be claimed")
    await ann.types("20 pcs")
    asked = await ann.sees("Please show what is wrong", "At least one is needed")
    await ann.presses("Done", on=asked.id)
    await ann.sees("Please send at least one photo")
    await ann.sends("album", generate=3)
    counted = await ann.sees("3 files kept")
    await ann.presses("Done", on=counted.id)
    await ann.sees("Please describe it in one message")
    await ann.types("Handles <b>broke</b> off, the boxes were wet")
    await ann.sees("How much would you like back?", "up to CN¥132.00")
    await ann.types("200")
    await ann.sees("up to CN¥132.00: so much the affected goods are worth")
    await ann.presses("50%: CN¥66.00")
    await ann.presses("The seller pays", on=(await ann.sees("Who shall pay the freight back?")).id)
    summary = await ann.sees("Nothing is sent yet", "20 pieces", "CN¥66.00", "Handles <b>broke</b> off")
    await ann.presses("Submit", on=summary.id)
    await ann.presses("Yes", on=(await ann.sees("Claim CN¥66.00 from Ningbo Cups for order YJ-000001?")).id)
    made = await ann.sees("Waiting for the seller's answer", "CN¥66.00")
    for shown in await ann.chat():
        print(shown.id, repr(shown.text), shown.buttons)
    for shown in await li.chat():
        print(shown.id, repr(shown.text), shown.buttons)
    assert 0
