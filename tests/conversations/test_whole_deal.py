"""The whole deal, in the words of the people who strike it."""

from tests.conversations.deal import strike
from tests.conversations.market import Market


async def test_a_buyer_and_a_seller_strike_a_deal(market: Market) -> None:
    await strike(market.ann, market.li, market.invitation)

    await market.ann.types("/orders")

    assert "YJ-" in (await market.ann.sees("Orders")).text
