"""A sample has arrived: the buyer orders the lot by it, asks for changes, or looks for another supplier."""

import asyncio

from domain.negotiation import Goods
from domain.quantity import Unit
from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import ADDRESS, enter
from tests.conversations.market import Market
from tests.conversations.people import Shown
from tests.conversations.test_comparing import with_mugs
from tests.golden_samples import Parties, placed, received

MUG = Goods(2, "Ceramic coffee mug", "陶瓷咖啡杯", Unit.PIECE, "CNY", 50)


def mugs(market: Market) -> Parties:
    """Ann buys a sample of the coffee mug from Li."""
    return Parties(market.ann.id, market.li.id, 1, MUG)


async def sampled(market: Market) -> Shown:
    """A sample of the mug that Ann paid and received; returns its card."""
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        await received(trade, parties=mugs(market))
        await trade.forget_letters()
    await market.ann.types("/orders")
    await market.ann.sees("Your orders", "YJ-000001")
    await market.ann.types("1")
    return await market.ann.sees("Order YJ-000001", "Delivered")


async def test_a_good_sample_becomes_the_golden_one_and_the_lot_is_ordered_by_it(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    card = await sampled(market)
    await ann.presses("Sample OK, order bulk", on=card.id)
    await ann.sees("Sample YJ-000001 is as it should be", "The seller keeps it")
    await ann.sends("album", generate=3)
    await ann.sees("3 files kept")
    await ann.presses("Sample OK, order bulk", on=card.id)
    again = await ann.sees("Sample YJ-000001 is as it should be", "3 files kept")
    await ann.presses("Done", on=again.id)
    await ann.sees("What counts as good")
    await ann.types("Blue as in the photos, no scratches")
    asked = await ann.sees("Keep sample YJ-000001 of Ningbo Cups", "3 files kept", "no scratches")
    said = await asyncio.gather(*(ann.presses("Yes", on=asked.id) for _ in range(2)))
    assert sum("Golden sample YJ-000001 is kept" in each for each in said) == 1

    told = await li.sees("买家确认样品合格", "封样 YJ-000001", "no scratches", "3张照片")
    assert told.has_photo
    await li.presses("全部照片", on=told.id)
    await li.sees("YJ-000001", "3.")
    await ann.sees("Ceramic coffee mug", "How many?")
    await ann.types("500 pcs at 6.5, 15 days, 30% deposit")
    form = await ann.sees("Nothing is sent yet", "Golden sample: YJ-000001", "same as the approved sample")
    await ann.presses("Send", on=form.id)
    offer = await li.sees("轮到您了", "封样：YJ-000001")
    await li.presses("接受", on=offer.id)
    await ann.presses("Place order", on=(await ann.sees("The seller accepted")).id)
    await ann.types(ADDRESS)
    lot = await ann.sees("Order YJ-000002", "CN¥60.00 paid for the sample counts as paid here")
    await ann.presses("Confirm order", on=lot.id)
    await li.presses("确认下单", on=(await li.sees("订单 YJ-000002", "样品费 ¥60.00")).id)
    await li.sees("样品 YJ-000001 的样品费已抵作本单货款")
    lot = await ann.sees("what was paid for sample YJ-000001 now counts as paid", "CN¥60.00 received")
    await ann.presses("Golden sample", on=lot.id)
    assert (await ann.sees("Golden sample YJ-000001", "Approved by the buyer", "no scratches")).has_photo


async def test_changes_are_listed_answered_and_checked_on_a_second_sample(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    card = await sampled(market)
    await ann.presses("Ask for changes", on=card.id)
    await ann.types("Round, not square")
    left = await ann.sees("1. Round, not square")
    await ann.presses("Cancel", on=left.id)
    card = await ann.reads(left.id, "Order YJ-000001", "Delivered")
    await ann.presses("Ask for changes", on=card.id)
    await ann.sees("What should be changed in sample YJ-000001?", "one change per message")
    await ann.types("Darker blue")
    await ann.sends("album", generate=2)
    await ann.presses("Done", on=(await ann.sees("2 files kept")).id)
    await ann.sees("1. Darker blue · 🖼 2 photos")
    await ann.presses("Ask for changes", on=card.id)
    await ann.sees("What should be changed in sample YJ-000001?", "1. Darker blue · 🖼 2 photos")
    await ann.types("Smooth rim")
    await ann.types("No, forget that")
    drafted = await ann.sees("3. No, forget that")
    await ann.presses("Last one out", on=drafted.id)
    await ann.presses("Send", on=(await ann.reads(drafted.id, "2. Smooth rim")).id)
    sent = await ann.reads(drafted.id, "Waiting for the seller's answer", "Without an answer it ends")

    asked = await li.sees("轮到您了：买家要求调整样品", "1. Darker blue", "2张照片", "2. Smooth rim")
    await li.presses("1 ✅ 可以改", on=asked.id)
    await li.reads(asked.id, "可以改")
    await li.presses("2 ✖️ 改不了", on=asked.id)
    await li.sees("为什么做不到")
    await li.types("模具固定，改不了")
    await li.sees("您已回复", "改不了，原因：模具固定")
    answered = await ann.sees("The seller answered", "→ ✅ Will change", "Cannot, because: 模具固定")
    assert "↩️ Withdraw" not in answered.buttons
    assert not (await ann.reads(sent.id, "The current card: see below")).buttons
    await ann.presses("Request sample", on=answered.id)
    await ann.sees("Ceramic coffee mug", "How many pieces")

    async with open_database(market.settings.database_url) as database:
        await placed(Trade(database), parties=mugs(market))
        await Trade(database).forget_letters()
    await ann.types("/orders")
    await ann.sees("Your orders", "YJ-000002")
    await ann.types("2")
    second = await ann.sees(
        "Order YJ-000002", "Second sample, after YJ-000001: 0 of 2 wanted changes checked"
    )
    await ann.presses("Wanted changes", on=second.id)
    listed = await ann.sees("Second sample: order YJ-000002", "to be checked")
    await ann.presses("☐ 1", on=listed.id)
    await ann.reads(listed.id, "☑ checked on the second sample")


async def test_another_supplier_is_asked_on_what_was_asked_here(market: Market) -> None:
    await with_mugs(market)
    card = await sampled(market)

    await market.ann.presses("Other suppliers", on=card.id)

    await market.ann.sees("Who shall get your inquiry?", "Jingdezhen Kiln")


async def test_a_seller_presses_none_of_the_buyers_buttons(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await sampled(market)
    await li.types("/orders")
    await li.sees("YJ-000001")
    await li.types("1")

    card = await li.sees("订单 YJ-000001", "已签收")

    assert not {"👍 样品合格，下大货", "📝 要求调整", "🔁 换供应商"} & set(card.buttons)
