"""Phone numbers: the supplier's for the asking, the buyer's only after his yes."""

from sqlalchemy import select

from storage.database import open_database
from storage.tables.talk import consents
from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market


async def test_a_buyer_calls_the_supplier_and_shares_his_own_number_after_his_yes(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    card = await inquire(ann)
    await ann.presses("Call supplier", on=card.id)
    await ann.presses("Share my number", on=(await ann.sees("Ningbo Cups: 0574-555-0101")).id)
    asked = await ann.sees("Share your phone number with Ningbo Cups?")

    await ann.presses("Yes", on=asked.id)
    await ann.sees("Which number shall Ningbo Cups get?")
    await ann.types("12345")
    await ann.sees("I cannot read that as a phone number")
    assert "电话" not in "".join(shown.text for shown in await li.chat())
    await ann.types("+49 (0)30 901820")

    await ann.sees("Ningbo Cups now has your number +49 30 901820")
    await li.sees("买家把电话告诉了您", "+49 30 901820")
    assert await given(market) == [("suppliers_listed", "0574-555-0101"), ("buyers_own", "+49 30 901820")]


async def test_the_number_stands_on_the_products_page_and_ones_own_contact_will_do(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("🔎", "Ceramic coffee mug", "MOQ")).id)
    await ann.presses("Call supplier", on=(await ann.sees("Ningbo Cups", "by quantity")).id)
    assert (await ann.sees("Ningbo Cups: 0574-555-0101")).buttons == ()
    card = await inquire(ann)
    await ann.presses("Call supplier", on=card.id)
    await ann.presses("Share my number")
    await ann.presses("Yes", on=(await ann.sees("Share your phone number with Ningbo Cups?")).id)

    await ann.sends("contact", user_id=77)
    await ann.sees("I cannot read that as a phone number")
    await ann.sends("contact", phone_number="8613812345678")

    await li.sees("买家把电话告诉了您", "+86 138 1234 5678")


async def given(market: Market) -> list[tuple[str, str]]:
    """The numbers that were given, in order."""
    async with open_database(market.settings.database_url) as database:
        query = select(consents.c.given, consents.c.number).order_by(consents.c.id)
        rows = (await database.run(lambda c: c.execute(query))).all()
    return [(row.given, row.number) for row in rows]
