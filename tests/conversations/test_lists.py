"""Long lists of negotiations and orders, in both languages."""

import pytest
from sqlalchemy import select

from domain.quantity import Quantity
from domain.terms import TermsDraft
from services.negotiating import Negotiating, Target
from services.ordering import Ordering
from storage.database import open_database
from storage.tables.catalogue import products
from tests.builders import DETAILS, Trade, price
from tests.conversations.deal import enter
from tests.conversations.market import Market
from tests.conversations.people import Phone, Shown

MANY = 12


async def with_deals(market: Market, *, ordered: bool) -> None:
    """Ann has asked for many lots of mugs, of 501, 502 … pieces; perhaps all became orders."""
    await enter(market.ann, market.li, market.invitation)
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        found = await trade.rows(select(products.c.id).where(products.c.title_en == "Ceramic coffee mug"))
        for number in range(1, MANY + 1):
            draft = TermsDraft(Quantity(500 + number), price("6.5"))
            await deal(trade, market, (found[0].id, draft), ordered=ordered)


async def deal(trade: Trade, market: Market, asked: tuple[int, TermsDraft], *, ordered: bool) -> None:
    standing = await trade.does(market.ann.id, lambda books, ann: Negotiating(books, ann).inquire(*asked))
    if ordered:
        target = Target(standing.id, 1)
        await trade.accepts(market.li.id, standing)
        await trade.does(market.ann.id, lambda books, ann: Ordering(books, ann).place(target, DETAILS))


async def turned(phone: Phone, command: str, *pages: str) -> list[Shown]:
    """The pages of a list, turned by its buttons to the end and back."""
    await phone.types(command)
    seen = [await phone.sees(pages[0])]
    for page, button in [*((page, "▶") for page in pages[1:]), *((page, "◀") for page in pages[-2::-1])]:
        await phone.presses(button, on=seen[0].id)
        seen.append(await phone.reads(seen[0].id, page))
    return seen


async def test_a_buyer_turns_the_pages_of_many_negotiations(market: Market) -> None:
    await with_deals(market, ordered=False)

    first, second, third, *back = await turned(
        market.ann, "/negotiations", "Page 1 of 3", "Page 2 of 3", "Page 3 of 3"
    )

    texts = first.text + second.text + third.text
    assert all(f"{500 + number} pieces" in texts for number in range(1, MANY + 1))
    assert [shown.text for shown in back] == [second.text, first.text]
    assert third.buttons[-4:] == ("12 · Ceramic coffee mug", "◀", "🗂 Ended", "◀ Back")


async def test_a_seller_turns_them_in_chinese_and_opens_one_below(market: Market) -> None:
    await with_deals(market, ordered=False)
    first, second, *_ = await turned(market.li, "/inbox", "第 1 / 3 页", "第 2 / 3 页")
    assert "有 12 件事等您处理" in first.text

    chosen = next(button for button in second.buttons if button.startswith("7 "))
    await market.li.presses("▶", on=first.id)
    await market.li.reads(first.id, "第 2 / 3 页")
    await market.li.presses(chosen, on=first.id)

    card = (await market.li.chat())[-1]
    assert "✅ 接受" in card.buttons
    assert card.text.startswith("🔔 轮到您了")
    await market.li.reads(first.id, "第 2 / 3 页")


@pytest.mark.parametrize(
    ("reader", "pages"),
    [
        ("ann", ("Page 1 of 3", "Page 2 of 3", "Page 3 of 3")),
        ("li", ("第 1 / 3 页", "第 2 / 3 页", "第 3 / 3 页")),
    ],
)
async def test_both_sides_turn_the_pages_of_many_orders(
    market: Market, reader: str, pages: tuple[str, ...]
) -> None:
    await with_deals(market, ordered=True)

    first, second, third, *back = await turned(getattr(market, reader), "/orders", *pages)

    texts = first.text + second.text + third.text
    assert all(f"YJ-{number:06d}" in texts for number in range(1, MANY + 1))
    assert [shown.text for shown in back] == [second.text, first.text]


async def test_a_page_that_is_gone_by_now_is_the_last_there_is(market: Market) -> None:
    await with_deals(market, ordered=False)
    await market.ann.types("/negotiations")
    shown = await market.ann.sees("Page 1 of 3")
    await market.ann.presses("▶", on=shown.id)
    await market.ann.reads(shown.id, "Page 2 of 3")
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        for number in range(1, MANY + 1):
            await trade.withdraws(market.ann.id, await trade.negotiation(number))

    await market.ann.presses("▶", on=shown.id)

    await market.ann.reads(shown.id, "No negotiation is open")
