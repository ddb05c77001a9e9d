"""The guide answers a question and leads straight into the own negotiation or order."""

from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import counter, enter, inquire, strike
from tests.conversations.market import Market
from tests.conversations.people import Phone, Shown


async def asks(phone: Phone, question: str, *, pages: int = 0) -> Shown:
    """Opens the guide, turns to the page and presses the question; returns its answer."""
    await phone.types("/help")
    guide = await phone.sees("❓")
    for _ in range(pages):
        await phone.presses("▶", on=guide.id)
    await phone.presses(question, on=guide.id)
    return await phone.reads(guide.id, "👉")


async def test_a_buyer_whose_negotiation_fails_counters_or_asks_others(market: Market) -> None:
    ann, li = market.ann, market.li
    await ann.types("/start")
    answer = await asks(ann, "The negotiation is going nowhere")
    assert "None of your own" in answer.text
    assert "🔎 Search" in answer.buttons

    await li.types(f"/start {market.invitation}")
    await inquire(ann)
    await counter(li)
    await ann.sees("6.60", "20 days")
    answer = await asks(ann, "The negotiation is going nowhere")
    assert {"✍️ Counter", "🔁 Other suppliers"} <= set(answer.buttons)
    await ann.presses("Counter", on=answer.id)
    await ann.types("6.5")

    await ann.sees("Nothing is sent yet", "6.50")


async def test_a_buyer_chooses_which_of_two_negotiations_has_too_dear_a_freight(market: Market) -> None:
    ann = market.ann
    await enter(ann, market.li, market.invitation)
    await inquire(ann)
    await inquire(ann, "900 pcs at 6, 20 days")

    sampled = await asks(ann, "How do I order samples?")
    await ann.presses("2 · Ceramic coffee mug", on=sampled.id)
    assert "🎁 Request sample" in (await ann.reads(sampled.id, "Yours:", "Negotiation 2")).buttons

    answer = await asks(ann, "Freight is too dear")
    assert "Which one is it about?" in answer.text
    await ann.presses("1 · Ceramic", on=answer.id)
    await ann.presses("Freight", on=(await ann.reads(answer.id, "Yours:", "Negotiation 1")).id)

    await ann.sees("Which country shall the goods go to")


async def test_a_buyer_is_led_to_pay_and_a_seller_to_produce(market: Market) -> None:
    ann, li = market.ann, market.li
    await strike(ann, li, market.invitation)

    paying = await asks(ann, "How do I pay?", pages=1)
    await ann.presses("Pay", on=paying.id)
    await ann.sees("Pay order YJ-000001", "CN¥3,300.00")
    making = await asks(li, "怎么生产和发货？")

    assert "YJ-000001" in making.text
    assert "入账" in await li.presses("开始生产", on=making.id)


async def test_a_buyer_whose_goods_differ_is_led_into_a_claim(market: Market) -> None:
    ann, li = market.ann, market.li
    await strike(ann, li, market.invitation)
    async with open_database(market.settings.database_url) as database:
        await Trade(database).run_sql("UPDATE orders SET status = 'delivered', shipped = 500, funded_at = 1")

    differing = await asks(ann, "The goods are not as agreed", pages=1)
    assert "YJ-000001" in differing.text
    await ann.presses("Refund / return", on=differing.id)

    await ann.sees("What would you like?")


async def test_a_seller_reads_the_questions_of_buyers_in_chinese_too(market: Market) -> None:
    li = market.li
    await enter(market.ann, li, market.invitation)

    await li.types("/help")
    guide = await li.sees("想了解什么")
    await li.presses("采购时的问题", on=guide.id)
    await li.presses("▶", on=guide.id)
    await li.presses("货和约定的不一样怎么办？", on=guide.id)
    answer = await li.reads(guide.id, "30 天内", "没有走到这一步")
    await li.presses("返回", on=answer.id)

    assert "怎么退货？" in (await li.reads(guide.id, "第 2 / 2 页")).buttons
