"""One whole deal as two people strike it, by the words on their buttons."""

from tests.conversations.people import Phone, Shown

ADDRESS = "Ann Buyer, 5 Harbour Street, Rotterdam, Netherlands"


async def enter(buyer: Phone, seller: Phone, invitation: str) -> None:
    """Both come in: the buyer by /start, the seller by his invitation."""
    await buyer.types("/start")
    await buyer.sees("Yijia")
    await seller.types(f"/start {invitation}")
    await seller.sees("宁波杯业")


async def open_form(buyer: Phone) -> Shown:
    """The buyer finds the coffee mug and begins an inquiry; returns the form."""
    await buyer.types("coffee mug")
    await buyer.presses("1", on=(await buyer.sees("🔎", "Ceramic coffee mug", "MOQ")).id)
    await buyer.presses(
        "Negotiate", on=(await buyer.sees("Ceramic coffee mug", "Ningbo Cups", "by quantity")).id
    )
    return await buyer.sees("Ceramic coffee mug", "How many?")


async def inquire(buyer: Phone, line: str = "500 pcs at 6.5, 15 days") -> Shown:
    """The buyer sends a first offer for the coffee mug; returns the sent card."""
    await open_form(buyer)
    await buyer.types(line)
    await buyer.sees("Nothing is sent yet")
    await buyer.presses("Send")
    return await buyer.sees("Waiting for the seller")


async def counter(seller: Phone, line: str = "6.6元 20天") -> None:
    """The seller answers the card with a line and sends the counter-offer."""
    card = await seller.sees("陶瓷咖啡杯", "500")
    await seller.types(line, reply_to=card.id)
    await seller.sees("还没有发出")
    await seller.presses("发送")
    await seller.sees("等待买家回复")


async def order_at_once(buyer: Phone, seller: Phone, address: str) -> tuple[Shown, Shown]:
    """The seller accepts the inquiry, the buyer orders and confirms; returns the order's card of either."""
    await seller.presses("接受", on=(await seller.sees("轮到您了", "500件")).id)
    await buyer.presses("Place order", on=(await buyer.sees("The seller accepted")).id)
    await buyer.types(address)
    placed = await buyer.sees("YJ-", address)
    await buyer.presses("Confirm order", on=placed.id)
    return placed, await seller.sees("YJ-", address)


async def order(buyer: Phone, seller: Phone) -> None:
    """The buyer accepts and places the order; both confirm it."""
    await buyer.sees("6.60", "20 days")
    await buyer.presses("Accept")
    await buyer.sees("Agreed")
    await buyer.presses("Place order")
    await buyer.sees("Where shall the goods be delivered?")
    await buyer.types(ADDRESS)
    await buyer.sees("YJ-", ADDRESS)
    await buyer.presses("Confirm order")
    await seller.sees("YJ-", ADDRESS)
    await seller.presses("确认下单")
    await seller.sees("YJ-", "等待付款")
    await buyer.sees("YJ-", "Awaiting payment")


async def strike(buyer: Phone, seller: Phone, invitation: str) -> None:
    """All of it."""
    await enter(buyer, seller, invitation)
    await inquire(buyer)
    await counter(seller)
    await order(buyer, seller)
