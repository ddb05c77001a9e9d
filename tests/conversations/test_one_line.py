"""Whole lines typed into the form: what breaks a rule is asked again, and the rest is never typed twice."""

from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market
from tests.conversations.people import Phone, Shown


async def test_a_quantity_below_the_moq_loses_neither_price_nor_lead_time(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("5 pcs at 6.5, 15 days")
    asked = await market.ann.sees("below the MOQ", "How many?", "CN¥6.50", "15 days")
    await market.ann.presses("500 pieces", on=asked.id)

    await market.ann.sees("Nothing is sent yet", "500 pieces", "CN¥6.50", "15 days")


async def test_a_figure_in_doubt_is_still_asked_after_a_quantity_below_the_moq(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("5 pcs at 6.250, 15 days")
    asked = await market.ann.sees("below the MOQ", "How many?", "15 days")
    await market.ann.presses("500 pieces", on=asked.id)
    asked = await market.ann.sees("read in two ways", "500 pieces", "15 days")
    await market.ann.presses("CN¥6.25", on=asked.id)

    await market.ann.sees("Nothing is sent yet", "500 pieces", "CN¥6.25", "15 days")


async def test_the_same_number_is_offered_in_the_unit_of_the_goods(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("500 boxes, 15 days")
    asked = await market.ann.sees("sold by the piece", "Do you mean 500 pieces?")
    await market.ann.presses("500 pieces", on=asked.id)

    await market.ann.sees("Nothing is sent yet", "500 pieces", "15 days")


async def test_a_price_for_another_unit_is_offered_for_the_goods_own(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("500 boxes at 6.5, 15 days")
    asked = await market.ann.sees("Do you mean 500 pieces?")
    await market.ann.presses("500 pieces", on=asked.id)
    asked = await market.ann.sees("Is CN¥6.50 the price of one box or of one piece?", "500 pieces", "15 days")
    await market.ann.presses("CN¥6.50 / piece", on=asked.id)

    await market.ann.sees("Nothing is sent yet", "500 pieces", "CN¥6.50", "15 days")


async def test_dozens_are_worked_out_in_pieces_and_nothing_is_typed_twice(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("100 dozen at 78 per dozen, 15 days")
    asked = await market.ann.sees("sold by the piece. Do you mean 1,200 pieces?")
    await market.ann.presses("1,200 pieces", on=asked.id)
    asked = await market.ann.sees("You said CN¥78.00 for one dozen, and 1 dozen = 12 pieces")
    await market.ann.presses("CN¥6.50 / piece", on=asked.id)

    await market.ann.sees("Nothing is sent yet", "1,200 pieces", "CN¥6.50", "15 days")


async def test_a_seller_hears_that_a_price_by_the_dozen_does_not_divide(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    card = await market.li.sees("轮到您了", "500件")

    await market.li.types("一打80块, 20天", reply_to=card.id)

    await market.li.sees("您报的是每打 ¥80.00，1打=12件，除不尽。每件多少钱？", "单价多少？", "20 天")


async def test_a_price_far_above_the_listed_one_is_questioned(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("500 pcs at 65, 15 days")

    await market.ann.sees("Nothing is sent yet", "times the listed", "Is it right?")


async def test_a_bare_figure_beside_the_price_is_offered_as_the_quantity(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("1000, 6.5, 15 days, by sea")
    asked = await market.ann.sees("is this the price of one, or the quantity?")
    await market.ann.presses("1,000 pieces", on=asked.id)

    await market.ann.sees("Nothing is sent yet", "1,000 pieces", "CN¥6.50", "15 days", "sea freight")


async def _opens_form(buyer: Phone, words: str) -> Shown:
    await buyer.types(words)
    await buyer.presses("1", on=(await buyer.sees("MOQ", "1.")).id)
    await buyer.presses("Negotiate", on=(await buyer.sees("Price per")).id)
    return await buyer.sees("How many?")


async def test_one_line_in_each_language_states_and_answers_every_term(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types(
        "500 pcs at 6.5, 15 days, CIF or FOB, 30% deposit, balance against B/L copy, our logo"
    )
    asked = await market.ann.sees("several values", "500 pieces", "30% deposit")
    await market.ann.presses("FOB", on=asked.id)
    await market.ann.sees("Nothing is sent yet", "FOB", "balance against copy of B/L", "logo")
    await market.ann.presses("Send")
    card = await market.li.sees("500件", "FOB", "尾款见提单副本付清")
    await market.li.types(
        "6块6，20天，FOB宁波，印标费一次性300元，延期每天赔0.5%最多10%，报价7天内有效", reply_to=card.id
    )

    await market.li.sees("还没有发出", "¥6.60", "20 天", "FOB 宁波", "¥300.00", "0.5%", "10%", "7 天")
