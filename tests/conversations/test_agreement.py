"""The purchase agreement of an order: sent, checked by either side and by strangers, and amended."""

import re

from services.agreements import token_of
from storage.agreements import StoredAgreements
from storage.database import Connection, open_database
from tests.conversations.deal import strike
from tests.conversations.market import Market
from tests.conversations.people import Phone, Shown


async def fetched(phone: Phone, button: str, *, count: int = 1) -> Shown:
    """Presses the button on the newest card and returns the document that comes."""
    await phone.presses(button)
    return (await phone.finds("document", count))[-1]


async def scanned(market: Market) -> str:
    """The payload of the link in the QR code."""

    async def seal(connection: Connection) -> str:
        found = await StoredAgreements(connection).of(1, 1)
        assert found
        return token_of(found.seal)

    async with open_database(market.settings.database_url) as database:
        return await database.run(seal)


async def test_both_get_the_agreement_and_anybody_can_check_it(market: Market) -> None:
    await strike(market.ann, market.li, market.invitation)

    hers = await fetched(market.ann, "Agreement")
    his = await fetched(market.li, "合同")
    await market.ann.types("/verify", reply_to=hers.id)
    genuine = await market.ann.sees("Genuine: exactly the file")
    digits = re.search(r"[0-9a-f]{16}", his.text)
    assert digits
    await market.olga.types(f"/verify {digits[0]}")
    stranger = await market.olga.sees("belongs to a genuine agreement")

    await market.olga.types(f"/start {await scanned(market)}")
    await market.olga.sees("belongs to a genuine agreement", "YJ-000001", "Only the file itself")

    assert digits[0] in hers.text
    assert "Ningbo Cups" in genuine.text
    assert "YJ-000001" in stranger.text
    assert not re.search("Ningbo|¥|500|Rotterdam|mug", stranger.text)


async def test_another_file_a_photo_and_a_wrong_digit_are_no_agreement(market: Market) -> None:
    await strike(market.ann, market.li, market.invitation)

    await market.li.types("/verify")
    await market.li.sees("要核对哪份采购合同")
    await market.li.sends("photo")
    await market.li.sees("不要发照片")
    await market.li.types("abc123")
    await market.li.sees("前 16 位")
    await market.li.types("0123456789abcdef")
    await market.li.sees("没有合同对应这个校验码")
    await market.li.sends("document", caption="/verify")

    await market.li.sees("不真实：这不是本平台出具的正式合同")


async def test_an_amendment_makes_a_new_agreement_and_the_old_one_says_so(market: Market) -> None:
    await strike(market.ann, market.li, market.invitation)
    first = await fetched(market.ann, "Agreement")

    await market.li.presses("变更", on=(await market.li.sees("等待付款")).id)
    await market.li.sees("请用一行写出要改的内容")
    await market.li.types("下周再聊")
    await market.li.sees("请再写得具体一点")
    await market.li.types("600件 25天")
    await market.li.sees("还没有发出", "600件", "25 天")
    await market.li.presses("发送")
    await market.li.sees("您的第 1 项变更，等待对方回复")
    asked = await market.ann.sees("The other side proposes amendment 1", "600 pieces", "25 days")
    await market.ann.presses("Accept", on=asked.id)
    await market.ann.sees("Accept amendment 1 of order YJ-000001?", "CN¥3,960.00")
    await market.ann.presses("Yes")
    await market.li.sees("买家接受了您的变更", "600件")
    second = await fetched(market.ann, "Agreement", count=2)
    await market.ann.types("/verify", reply_to=first.id)

    await market.ann.sees("Genuine, but superseded by revision 2")
    assert "revision 2" in second.text


async def test_the_buyer_changes_where_a_binding_order_goes_and_by_when(market: Market) -> None:
    ann, li = market.ann, market.li
    await strike(ann, li, market.invitation)

    await ann.presses("Amend", on=(await ann.sees("Awaiting payment")).id)
    await ann.presses("Address", on=(await ann.sees("Write in one line what shall change")).id)
    await ann.sees("Where shall the goods be delivered?")
    await ann.types("Ann Buyer, Dock 4, 2030 Antwerp, Belgium")
    review = await ann.sees("Nothing is sent yet", "5 Harbour Street", "Dock 4, 2030 Antwerp")
    await ann.presses("Notes", on=review.id)
    await ann.types("No wooden pallets <please>")
    await ann.types("25 days")
    await ann.presses("Send", on=(await ann.sees("Nothing is sent yet", "Antwerp", "pallets", "25 days")).id)
    asked = await li.sees("对方提出第 1 项变更", "收货地址", "Dock 4, 2030 Antwerp", "<please>")
    await li.presses("接受", on=asked.id)
    await li.presses("是", on=(await li.sees("接受订单 YJ-000001 的第 1 项变更", "Antwerp", "25 天")).id)

    order = await ann.sees("The seller accepted your amendment", "Dock 4, 2030 Antwerp", "<please>")
    assert "Rotterdam" not in order.text
    assert "Address" not in "".join((await li.sees("等待付款", "Antwerp")).buttons)
