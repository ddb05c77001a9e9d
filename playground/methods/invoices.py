"""Invoices and the bot's answers to the questions before a payment."""

import re
import secrets
from decimal import Decimal
from typing import Any

from babel.numbers import format_currency, get_currency_precision

from playground.call import Call
from playground.entities import utf16
from playground.methods import targets
from playground.methods.composing import deliver
from playground.wire import QUERY_TOO_OLD, Json, bad_request

STARS = "XTR"
_CURRENCY = re.compile("[A-Z]{3}")
LENGTHS = {"title": 32, "description": 255, "payload": 128}
NEEDS = ("need_name", "need_phone_number", "need_email", "need_shipping_address")


def send_invoice(call: Call) -> Json:
    """Send an invoice; its first button pays."""
    offer = _offer(call)
    chat = targets.writable(call)
    invoice = {key: offer[key] for key in ("title", "description", "currency", "total_amount")}
    content = {"invoice": {**invoice, "start_parameter": call.text("start_parameter")}}
    markup = call.get("reply_markup")
    if not markup:
        call.params["reply_markup"] = {"inline_keyboard": [[{"text": _pay_words(offer), "pay": True}]]}
    elif not _pays_first(markup):
        raise bad_request("REPLY_MARKUP_BUY_EMPTY")
    message = deliver(call, chat, content)
    call.world.payments.offers[call.bot.id, chat.id, message.id] = offer
    return message.wire


def create_invoice_link(call: Call) -> str:
    """A link that opens the invoice."""
    link = f"https://t.me/${secrets.token_urlsafe(12)}"
    call.world.payments.links[link] = _offer(call)
    return link


def answer_pre_checkout_query(call: Call) -> bool:
    """Let the payment go on, or say why not; within ten seconds."""
    return _answer(call, "pre_checkout_query_id")


def answer_shipping_query(call: Call) -> bool:
    """Offer ways of shipping, or say why not."""
    if call.get("ok") and not call.get("shipping_options"):
        raise bad_request("SHIPPING_OPTIONS_EMPTY")
    return _answer(call, "shipping_query_id")


def _answer(call: Call, name: str) -> bool:
    question = call.world.payments.open.pop(call.text(name), None)
    if question is None or question.bot_id != call.bot.id or question.answer.done():
        raise bad_request(QUERY_TOO_OLD)
    if not call.get("ok") and not call.text("error_message"):
        call.world.payments.open[call.text(name)] = question
        raise bad_request("error_message must be non-empty when ok is False")
    question.answer.set_result(dict(call.params))
    return True


def _offer(call: Call) -> Json:
    for name, most in LENGTHS.items():
        if not 1 <= utf16.length(call.text(name)) <= most:
            raise bad_request(
                f"INVOICE_{name.upper()}_INVALID" if name == "payload" else f"{name} is invalid"
            )
    currency = call.text("currency")
    if not _CURRENCY.fullmatch(currency):
        raise bad_request("CURRENCY_INVALID")
    if currency != STARS and not call.text("provider_token"):
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    total = sum(_amount(price) for price in _prices(call))
    if total <= 0:
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    offer: Json = {name: call.text(name) for name in LENGTHS}
    needs = {name: True for name in NEEDS if call.get(name)}
    return {
        **offer,
        **needs,
        "currency": currency,
        "total_amount": total,
        "flexible": call.get("is_flexible"),
    }


def _prices(call: Call) -> list[Any]:
    prices = call.get("prices")
    if not isinstance(prices, list) or not prices:
        raise bad_request("prices must be a non-empty Array of LabeledPrice")
    if call.text("currency") == STARS and len(prices) != 1:
        raise bad_request("STARS_INVOICE_INVALID")
    return prices


def _amount(price: Any) -> int:
    amount = price.get("amount") if isinstance(price, dict) else None
    if isinstance(amount, str) and amount.lstrip("-").isdigit():
        amount = int(amount)
    if not isinstance(amount, int) or isinstance(amount, bool) or not price.get("label"):
        raise bad_request("can't parse labeled price")
    return amount


def _pay_words(offer: Json) -> str:
    decimals = 0 if offer["currency"] == STARS else get_currency_precision(offer["currency"])
    amount = Decimal(offer["total_amount"]).scaleb(-decimals)
    return f"Pay {format_currency(amount, offer['currency'], locale='en')}"


def _pays_first(markup: Any) -> bool:
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    return bool(rows and rows[0] and isinstance(rows[0][0], dict) and rows[0][0].get("pay"))
