"""Steps of paying, by the words on the buttons."""

from tests.conversations.deal import ADDRESS, enter, inquire, order_at_once
from tests.conversations.market import Market
from tests.conversations.people import Shown

LINE = "500 pcs at 6.5, 15 days, deposit 30%"
"""3,250 yuan, 975 of them before production."""
BANK = "宁波银行\n宁波杯业有限公司\n6222 0212 3456 7890\nBKNBCN2N"


async def owe(market: Market, line: str = LINE) -> Shown:
    """An order that both confirmed and nobody paid; returns the buyer's card."""
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann, line)
    _, asked = await order_at_once(market.ann, market.li, ADDRESS)
    await market.li.presses("确认下单", on=asked.id)
    return await market.ann.sees("Both sides confirmed: order YJ-", "Awaiting payment")


async def set_bank(market: Market) -> None:
    """The seller enters his bank account under the settings."""
    await market.li.types("/settings")
    await market.li.presses("收款账户", on=(await market.li.sees("设置", "语言：")).id)
    await market.li.presses("公司转账", on=(await market.li.sees("还没有填写")).id)
    await market.li.sees("开户行", "户名")
    await market.li.types(BANK)
    await market.li.sees("已保存", "6222021234567890")
