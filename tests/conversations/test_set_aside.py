"""Looking around in the middle of something."""

from tests.conversations.market import Market


async def test_a_draft_set_aside_for_another_search_can_still_be_sent(market: Market) -> None:
    await market.ann.types("bottle")
    await market.ann.sees("2 products")
    await market.ann.presses("1")
    await market.ann.sees("MOQ: 100 pieces")
    await market.ann.presses("Negotiate")
    await market.ann.sees("How many?")
    await market.ann.types("500 pcs at 12.5, 15 days")
    draft = await market.ann.sees("Nothing is sent yet")

    await market.ann.types("/search mug")
    await market.ann.sees("Ceramic coffee mug")
    sending = next(words for words in draft.buttons if "Send" in words)
    await market.ann.presses(sending, on=draft.id)

    await market.ann.sees("Waiting for the seller")


async def test_the_guide_in_the_middle_of_a_form_leads_nowhere_else(market: Market) -> None:
    await market.ann.types("bottle")
    await market.ann.sees("2 products")
    await market.ann.presses("1")
    await market.ann.sees("MOQ: 100 pieces")
    await market.ann.presses("Negotiate")
    await market.ann.sees("How many?")

    await market.ann.types("/help")
    await market.ann.presses("What is binding, and when?", on=(await market.ann.sees("like to know")).id)
    answer = await market.ann.sees("bind nobody", "Finish what you are doing")
    await market.ann.types("500 pcs at 12.5, 15 days")

    assert answer.buttons == ("◀ Back",)
    await market.ann.sees("Nothing is sent yet")


async def test_results_outlive_a_form_that_was_given_up(market: Market) -> None:
    await market.ann.types("bottle")
    await market.ann.sees("2 products")
    await market.ann.presses("1")
    page = await market.ann.sees("MOQ: 100 pieces")
    await market.ann.presses("Negotiate")
    await market.ann.sees("How many?")

    await market.ann.types("/cancel")
    await market.ann.sees("Cancelled")
    await market.ann.presses("Back", on=page.id)

    await market.ann.sees("bottle", "2 products")
