"""The case file: made for either side by one press, and checked by anybody."""

import re

from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import strike
from tests.conversations.market import Market
from tests.orders_under_way import UnderWay


async def paid(market: Market) -> None:
    """The money is there, and booked."""
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        await UnderWay(trade).pays(await trade.order(1))


async def test_both_sides_get_the_case_file_and_a_stranger_checks_it(market: Market) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    await strike(ann, li, market.invitation)
    await paid(market)

    await ann.types("/orders YJ-000001")
    await ann.presses("Case file")
    await ann.sees("case file of order YJ-000001 is being made")
    hers = await ann.sees("🗂 Case file of order YJ-000001", "the whole history as your side sees it")
    await ann.types("/verify", reply_to=hers.id)
    await ann.sees("Genuine: exactly the case file", "YJ-000001", "Ningbo Cups")
    await li.types("/orders YJ-000001")
    await li.presses("证据包")
    his = await li.sees("🗂 订单 YJ-000001 的证据包", "SHA-256")
    digits = re.search(r"[0-9a-f]{16}", his.text)
    assert digits
    await olga.types(f"/verify {digits[0]}")
    stranger = await olga.sees("belongs to a genuine case file", "YJ-000001")

    assert hers.attachment == his.attachment == "document"
    assert not re.search("Ningbo|¥|500|Rotterdam|mug", stranger.text)
