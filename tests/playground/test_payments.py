"""Invoices: a bot asks, a person pays, the bot is asked first and told afterwards."""

import asyncio
from typing import Any

import pytest

from tests.playground.stand import ANN, Stand

INVOICE = {
    "chat_id": ANN,
    "title": "Order 7",
    "description": "500 lamps",
    "payload": "order:7",
    "provider_token": "1:TEST:x",
    "currency": "USD",
    "prices": [{"label": "Lamps", "amount": 6000}, {"label": "Freight", "amount": 250}],
}


async def paying(stand: Stand, message_id: int) -> "asyncio.Task[Any]":
    return asyncio.create_task(stand.act("POST", f"/chats/{ANN}/payments", message_id=message_id))


async def test_a_payment_the_bot_agrees_to(stand: Stand) -> None:
    invoice = await stand.call("sendInvoice", **INVOICE)

    payment = await paying(stand, invoice["message_id"])
    question = (await stand.next_update())["pre_checkout_query"]
    await stand.call("answerPreCheckoutQuery", pre_checkout_query_id=question["id"], ok=True)

    paid = (await stand.next_update())["message"]["successful_payment"]
    assert (question["total_amount"], question["invoice_payload"]) == (6250, "order:7")
    assert (paid["total_amount"], paid["currency"]) == (6250, "USD")
    assert paid["telegram_payment_charge_id"] == (await payment)["charge_id"]
    assert invoice["reply_markup"]["inline_keyboard"][0][0]["pay"] is True


async def test_a_payment_the_bot_refuses(stand: Stand) -> None:
    invoice = await stand.call("sendInvoice", **INVOICE)
    payment = await paying(stand, invoice["message_id"])
    number = (await stand.next_update())["pre_checkout_query"]["id"]

    silent = await stand.refusal("answerPreCheckoutQuery", pre_checkout_query_id=number, ok=False)
    await stand.call(
        "answerPreCheckoutQuery", pre_checkout_query_id=number, ok=False, error_message="Already paid"
    )

    assert "error_message" in silent
    assert await payment == {"ok": False, "error_message": "Already paid", "charge_id": None}
    assert await stand.updates() == []


async def test_a_payment_the_bot_does_not_answer(stand: Stand) -> None:
    await stand.act("PUT", "/limits", answer_seconds=0.05)
    invoice = await stand.call("sendInvoice", **INVOICE)

    outcome = await (await paying(stand, invoice["message_id"]))
    number = (await stand.next_update())["pre_checkout_query"]["id"]

    late = await stand.refusal("answerPreCheckoutQuery", pre_checkout_query_id=number, ok=True)
    assert outcome["ok"] is False
    assert "query is too old" in late


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"currency": "Dollar"}, "CURRENCY_INVALID"),
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"payload": "x" * 129}, "INVOICE_PAYLOAD_INVALID"),
        ({"prices": [{"label": "x", "amount": 0}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"label": "x", "amount": 1.5}]}, "can't parse labeled price"),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}},
            "REPLY_MARKUP_BUY_EMPTY",
        ),
    ],
)
async def test_an_invoice_telegram_would_not_take(stand: Stand, change: dict[str, Any], words: str) -> None:
    assert await stand.refusal("sendInvoice", **{**INVOICE, **change}) == f"Bad Request: {words}"


async def test_freight_is_asked_before_money(stand: Stand) -> None:
    invoice = await stand.call("sendInvoice", **INVOICE, is_flexible=True, need_shipping_address=True)
    payment = await paying(stand, invoice["message_id"])
    asked = (await stand.next_update())["shipping_query"]
    options = [{"id": "sea", "title": "Sea", "prices": [{"label": "Sea", "amount": 100}]}]

    await stand.call("answerShippingQuery", shipping_query_id=asked["id"], ok=True, shipping_options=options)
    question = (await stand.next_update())["pre_checkout_query"]
    await stand.call("answerPreCheckoutQuery", pre_checkout_query_id=question["id"], ok=True)

    assert (await payment)["ok"]
    assert question["total_amount"] == 6350
    assert question["shipping_option_id"] == "sea"
    assert question["order_info"]["shipping_address"]["country_code"] == "DE"
