"""Whole lines typed into the form: what breaks a rule is asked again, and the rest is never typed twice."""

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

    await market.ann.types("5 pcs at 1.000, 15 days")
    asked = await market.ann.sees("below the MOQ", "How many?", "15 days")
    await market.ann.presses("500 pieces", on=asked.id)

    await market.ann.sees("Which unit price", "500 pieces", "15 days")


async def test_the_same_number_is_offered_in_the_unit_of_the_goods(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("500 boxes, 15 days")
    asked = await market.ann.sees("sold by the piece", "Do you mean 500 pieces?")
    await market.ann.presses("500 pieces", on=asked.id)

    await market.ann.sees("Nothing is sent yet", "500 pieces", "15 days")


async def test_a_price_for_another_unit_is_asked_again_and_never_dropped(market: Market) -> None:
    await _opens_form(market.ann, "coffee mug")

    await market.ann.types("500 boxes at 6.5, 15 days")
    asked = await market.ann.sees("Do you mean 500 pieces?")
    await market.ann.presses("500 pieces", on=asked.id)

    await market.ann.sees("Which unit price", "500 pieces", "15 days")


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
