"""Part D: people block the bot or vanish in the middle of a deal, and some of them come back."""

from typing import Final

from tests.conversations.deal import ADDRESS, counter, enter, inquire, order
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.faults.rig import ONE_DEAL, ailments, ask, dead, on_sqlite, rest, said, trade_rows

AWAY: Final = "cannot be reached at the moment"
AWAY_ZH: Final = "暂时联系不上"


@on_sqlite
async def test_a_seller_who_left_before_the_inquiry_finds_it_when_he_returns(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await leaves(market, market.li)

    await inquire(market.ann)
    await market.ann.sees(AWAY, "Ceramic coffee mug")
    await returns(market, market.li)
    await market.li.sees("轮到您了", "500件")

    await counter(market.li)
    await order(market.ann, market.li)
    await all_is_well(market, undelivered=1)


@on_sqlite
async def test_a_buyer_who_left_while_the_seller_thought_finds_his_answer(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await leaves(market, market.ann)

    await counter(market.li)
    await market.li.sees(AWAY_ZH, "陶瓷咖啡杯")
    await returns(market, market.ann)

    await order(market.ann, market.li)
    await all_is_well(market, undelivered=1)


@on_sqlite
async def test_a_seller_who_left_before_the_order_confirms_it_when_he_returns(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await inquire(ann)
    await counter(li)
    await ann.presses("Accept", on=(await ann.sees("6.60", "20 days")).id)
    await ann.presses("Place order", on=(await ann.sees("Agreed")).id)
    await ann.sees("Where shall the goods be delivered?")
    await ann.types(ADDRESS)
    await leaves(market, li)

    await ann.presses("Confirm order", on=(await ann.sees("YJ-", ADDRESS)).id)
    await ann.sees(AWAY, "YJ-")
    await returns(market, li)
    await li.presses("确认下单", on=(await li.sees("YJ-", ADDRESS)).id)

    await ann.sees("YJ-", "Awaiting payment")
    await all_is_well(market, undelivered=1)


@on_sqlite
async def test_of_a_seller_who_leaves_with_an_offer_before_him_the_buyer_hears_at_once(
    market: Market,
) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")

    await leaves(market, market.li)
    await market.ann.sees(AWAY, "Ceramic coffee mug", "The time stands still")
    await returns(market, market.li)
    await market.li.sees("这是最新的卡片", "500件", "有效期至")

    await counter(market.li)
    await order(market.ann, market.li)
    await all_is_well(market, undelivered=0)


@on_sqlite
async def test_of_a_seller_whose_account_is_gone_the_buyer_hears_at_the_first_word_to_him(
    market: Market,
) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    await ask(market, "PATCH", f"/people/{market.li.id}", {"deactivated": True})

    for words in ("Are you there?", "Hello?"):
        await market.ann.types(words, reply_to=sent.id)
        await rest(market, market.settings.database_url)

    told = [shown for shown in await market.ann.chat() if AWAY in shown.text]
    assert len(told) == 1
    assert await dead(market.settings.database_url) == (0, 2)
    assert len(await refused(market)) == 2


async def leaves(market: Market, phone: Phone) -> None:
    """Somebody blocks the bot."""
    await ask(market, "PATCH", f"/people/{phone.id}", {"blocked": True})
    await rest(market, market.settings.database_url)


async def returns(market: Market, phone: Phone) -> None:
    """He unblocks it."""
    await rest(market, market.settings.database_url)
    await ask(market, "PATCH", f"/people/{phone.id}", {"blocked": False})


async def all_is_well(market: Market, undelivered: int) -> None:
    """One whole deal; so many letters were tried once each and given up."""
    await rest(market, market.settings.database_url)
    assert await trade_rows(market.settings.database_url) == ONE_DEAL
    assert await ailments(market.settings.database_url) == []
    assert await dead(market.settings.database_url) == (0, undelivered)
    assert len(await refused(market)) == undelivered


async def refused(market: Market) -> list[str]:
    """What Telegram said to letters that reached nobody."""
    return [str(each["outcome"]) for each in await said(market, "*") if "403" in str(each["outcome"])]
