"""Paying an invoice: the bot is asked, and told when the money has moved."""

import asyncio
import secrets

from playground.actors.ask import Ask, Refused
from playground.actors.messages import find
from playground.actors.speech import Speaker, say, speaker
from playground.bots import Bot
from playground.payments import Question
from playground.updates.update import PAYMENTS, News
from playground.wire import Json

ADDRESS = {
    "country_code": "DE",
    "state": "",
    "city": "Hamburg",
    "street_line1": "Am Sandtorkai 1",
    "street_line2": "",
    "post_code": "20457",
}
NEEDED = {
    "need_name": ("name", "A Payer"),
    "need_phone_number": ("phone_number", "+4940123456"),
    "need_email": ("email", "payer@example.com"),
    "need_shipping_address": ("shipping_address", ADDRESS),
}


async def pay(ask: Ask) -> Json:
    """Pay an invoice, as often as one likes; the answer says whether the bot agreed in time."""
    who, (bot, offer) = speaker(ask), _offer(ask)
    bill = {"currency": offer["currency"], "total_amount": offer["total_amount"]}
    bill["invoice_payload"] = offer["payload"]
    info = {key: value for need, (key, value) in NEEDED.items() if offer.get(need)}
    if offer["flexible"]:
        shipping = await _shipping(ask, bot, (who, offer))
        if not shipping.get("ok"):
            return _refused(shipping)
        chosen = shipping["shipping_options"][0]
        bill["total_amount"] += sum(int(price["amount"]) for price in chosen["prices"])
        bill["shipping_option_id"] = chosen["id"]
    if info:
        bill["order_info"] = info
    answer = await _ask_bot(ask, bot, ("pre_checkout_query", {"from": who.sender, **bill}))
    return _paid(who, bill) if answer.get("ok") else _refused(answer)


def _offer(ask: Ask) -> tuple[Bot, Json]:
    payments = ask.world.payments
    if link := ask.get("link"):
        if link not in payments.links:
            raise Refused(404, "no such invoice link")
        return ask.bot(), payments.links[link]
    chat, message = find(ask)
    bot = ask.world.bot(message.bot_id) if message.bot_id is not None else ask.bot()
    offer = payments.offers.get((bot.id, chat.id, message.id))
    if offer is None:
        raise Refused(409, f"message {message.id} is no invoice")
    return bot, offer


async def _shipping(ask: Ask, bot: Bot, order: tuple[Speaker, Json]) -> Json:
    who, offer = order
    payload = {"from": who.sender, "invoice_payload": offer["payload"], "shipping_address": ADDRESS}
    return await _ask_bot(ask, bot, ("shipping_query", payload))


async def _ask_bot(ask: Ask, bot: Bot, question: tuple[str, Json]) -> Json:
    kind, payload = question
    number = str(secrets.randbits(62))
    dials = ask.world.limits.dials
    asked = Question(bot.id, asyncio.get_running_loop().create_future())
    ask.world.payments.open[number] = asked
    queue = payload["from"]["id"] + PAYMENTS
    bot.box.put(News(kind, queue, {"id": number, **payload}, dials.press_life, ask.chat().id))
    try:
        async with asyncio.timeout(dials.answer_seconds):
            return await asked.answer
    except TimeoutError:
        return {"ok": False, "error_message": "the bot did not answer in time"}
    finally:
        ask.world.payments.open.pop(number, None)


def _paid(who: Speaker, bill: Json) -> Json:
    charge = secrets.token_hex(12)
    charges = {"telegram_payment_charge_id": charge, "provider_payment_charge_id": f"p_{charge}"}
    message = say(who, {"successful_payment": {**bill, **charges}})
    return {"ok": True, "error_message": None, "charge_id": charge, "message_id": message.id}


def _refused(answer: Json) -> Json:
    return {"ok": False, "error_message": answer.get("error_message"), "charge_id": None}
