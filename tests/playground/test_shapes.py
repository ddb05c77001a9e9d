"""Every object that the playground hands out is read by both frameworks without complaint."""

import asyncio
from typing import Any

import telegram
from aiogram import Bot, types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from playground.pictures import draw
from tests.playground.stand import ANN, BORIS, TOKEN, Stand, buttons
from tests.playground.test_payments import INVOICE

KINDS = ("photos", "documents", "videos", "voices", "stickers", "contacts", "locations")


async def busy_day(stand: Stand) -> list[Any]:
    """The updates of everything that people can do."""
    card = await stand.send(reply_markup=buttons("Accept"))
    for kind in KINDS:
        await stand.act("POST", f"/chats/{ANN}/{kind}", reply_to=card["message_id"], latitude=1, longitude=2)
    await stand.act("POST", f"/chats/{ANN}/messages", forward_of=card["message_id"])
    said = await stand.say("/start https://a.com 😀 @seller_1")
    await stand.act("PATCH", f"/chats/{ANN}/messages/{said['id']}", text="changed")
    await stand.press(text="Accept")
    await stand.press(text="Accept", inaccessible=True)
    await stand.act("PATCH", f"/people/{BORIS}", blocked=True)
    group = await stand.act("POST", "/groups", title="Deals", members=[ANN, BORIS], type="group")
    await stand.say("/hello", group["id"], anonymous=True, **{"as": ANN})
    await stand.act("POST", f"/groups/{group['id']}/migrate")
    await stand.call("pinChatMessage", chat_id=ANN, message_id=card["message_id"])
    return await stand.updates() + await purchase(stand)


async def purchase(stand: Stand) -> list[Any]:
    """The updates of a payment."""
    invoice = await stand.call("sendInvoice", **INVOICE, is_flexible=True, need_name=True)
    path = f"/chats/{ANN}/payments"
    payment = asyncio.create_task(stand.act("POST", path, message_id=invoice["message_id"]))
    asked = await stand.next_update()
    options = [{"id": "sea", "title": "Sea", "prices": [{"label": "Sea", "amount": 100}]}]
    number = asked["shipping_query"]["id"]
    await stand.call("answerShippingQuery", shipping_query_id=number, ok=True, shipping_options=options)
    checked = await stand.next_update()
    number = checked["pre_checkout_query"]["id"]
    await stand.call("answerPreCheckoutQuery", pre_checkout_query_id=number, ok=True)
    await payment
    return [asked, checked, *await stand.updates()]


async def test_both_frameworks_read_every_update(stand: Stand) -> None:
    updates = await busy_day(stand)

    for update in updates:
        (kind,) = update.keys() - {"update_id"}
        assert getattr(types.Update.model_validate(update), kind) is not None
        read = telegram.Update.de_json(update, None)
        assert getattr(read, kind) is not None
        assert update[kind].keys() <= {key.replace("from_user", "from") for key in known(update, kind)}


def known(update: dict[str, Any], kind: str) -> set[str]:
    """The fields that the Bot API's object has, as aiogram names them."""
    field = getattr(types.Update.model_validate(update), kind)
    return set(type(field).model_fields)


async def test_aiogram_reads_what_every_method_returns(stand: Stand) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(stand.url))
    async with Bot(TOKEN, session=session) as bot:
        picture = types.BufferedInputFile(draw(1), "lamp.png")
        card = await bot.send_photo(ANN, picture, caption="A lamp", show_caption_above_media=True)
        await bot.pin_chat_message(ANN, card.message_id)

        chat = await bot.get_chat(ANN)
        copy = await bot.copy_message(ANN, ANN, card.message_id)
        group = await stand.act("POST", "/groups", title="Deals", members=[ANN])
        owners = await bot.get_chat_administrators(group["id"])
        media = types.InputMediaDocument(media=types.BufferedInputFile(b"paper", "a.txt"), caption="Paper")
        paper = await bot.edit_message_media(media, chat_id=ANN, message_id=copy.message_id)

    assert card.show_caption_above_media
    assert chat.pinned_message is not None
    assert owners[0].user.id == ANN
    assert isinstance(paper, types.Message)
    assert paper.document is not None
    assert paper.document.file_name == "a.txt"


async def test_aiogram_reads_settings_and_small_answers(stand: Stand) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(stand.url))
    async with Bot(TOKEN, session=session) as bot:
        await bot.set_my_commands([types.BotCommand(command="search", description="Find goods")])
        await bot.set_chat_menu_button(ANN, types.MenuButtonCommands())
        link = await bot.create_invoice_link(
            "Order", "Lamps", "o1", "XTR", [types.LabeledPrice(label="x", amount=1)]
        )

        assert (await bot.get_my_commands())[0].command == "search"
        assert (await bot.get_chat_menu_button(ANN)).type == "commands"
        assert (await bot.get_webhook_info()).url == ""
        assert (await bot.get_chat_member(ANN, bot.id)).status == "member"
        assert link.startswith("https://t.me/$")
