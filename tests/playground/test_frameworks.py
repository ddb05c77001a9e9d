"""Real frameworks are served: aiogram and python-telegram-bot, unchanged."""

from collections.abc import AsyncIterator

import pytest
import telegram
from aiogram import Bot, Dispatcher
from aiogram import types as aio
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter
from telegram.ext import ExtBot

from playground.pictures import draw
from tests.playground.stand import ANN, BORIS, TOKEN, Stand

KEYBOARD = aio.InlineKeyboardMarkup(
    inline_keyboard=[[aio.InlineKeyboardButton(text="✅ Accept", callback_data="a:1", style="success")]]
)


@pytest.fixture
async def aiogram_bot(stand: Stand) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(stand.url))
    async with Bot(TOKEN, session=session) as bot:
        yield bot


@pytest.fixture
async def ptb_bot(stand: Stand) -> AsyncIterator[ExtBot[None]]:
    bot: ExtBot[None] = ExtBot(TOKEN, base_url=f"{stand.url}/bot", base_file_url=f"{stand.url}/file/bot")
    async with bot:
        yield bot


async def test_aiogram_reads_every_shape_of_a_message(stand: Stand, aiogram_bot: Bot) -> None:
    picture = aio.BufferedInputFile(draw(1), "a.png")

    text = await aiogram_bot.send_message(ANN, "<b>Hi</b> 😀", parse_mode="HTML", reply_markup=KEYBOARD)
    photo = await aiogram_bot.send_photo(ANN, picture, caption="A lamp", reply_to_message_id=text.message_id)
    album = await aiogram_bot.send_media_group(ANN, [aio.InputMediaPhoto(media=picture) for _ in range(3)])
    place = await aiogram_bot.send_location(ANN, 22.5, 114.1)

    assert [entity.extract_from(text.text or "") for entity in text.entities or []] == ["Hi"]
    assert photo.photo is not None
    assert photo.photo[-1].width == 320
    assert len({message.media_group_id for message in album}) == 1
    assert place.location is not None


async def test_aiogram_routes_what_a_person_does(stand: Stand, aiogram_bot: Bot) -> None:
    dispatcher = Dispatcher()
    heard: list[tuple[str, str]] = []

    @dispatcher.message()
    async def on_message(message: aio.Message) -> None:
        heard.append((message.content_type, message.chat.first_name or ""))

    @dispatcher.callback_query()
    async def on_press(query: aio.CallbackQuery) -> None:
        heard.append(("press", query.data or ""))
        await query.answer("Accepted")

    message = await aiogram_bot.send_message(ANN, "An offer", reply_markup=KEYBOARD)

    await stand.act("POST", f"/chats/{ANN}/albums", generate=2)
    await stand.act("POST", f"/chats/{ANN}/locations", latitude=1, longitude=2)
    press = await stand.press(message_id=message.message_id, text="accept")
    for update in await aiogram_bot.get_updates():
        await dispatcher.feed_update(aiogram_bot, update)

    assert heard == [("photo", "Ann"), ("photo", "Ann"), ("location", "Ann"), ("press", "a:1")]
    assert (await stand.act("GET", f"/presses/{press['id']}"))["text"] == "Accepted"


async def test_aiogram_raises_its_typed_errors(stand: Stand, aiogram_bot: Bot) -> None:
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation with a user"):
        await aiogram_bot.send_message(BORIS, "Hello")
    await stand.fault("too_many", seconds=7)

    with pytest.raises(TelegramRetryAfter) as refused:
        await aiogram_bot.send_message(ANN, "Hello")

    assert refused.value.retry_after == 7


async def test_python_telegram_bot_sends_edits_and_downloads(stand: Stand, ptb_bot: ExtBot[None]) -> None:
    sent = await ptb_bot.send_message(ANN, "Offer 1", reply_markup=telegram.ForceReply())
    photo = await ptb_bot.send_photo(ANN, draw(2), caption="<i>Lamp</i>", parse_mode="HTML")

    edited = await ptb_bot.edit_message_caption(ANN, photo.message_id, caption="Lamps")
    file = await ptb_bot.get_file(photo.photo[-1].file_id)

    assert sent.text == "Offer 1"
    assert isinstance(edited, telegram.Message)
    assert edited.caption == "Lamps"
    assert bytes(await file.download_as_bytearray()) == draw(2)


async def test_python_telegram_bot_raises_its_typed_errors(stand: Stand, ptb_bot: ExtBot[None]) -> None:
    with pytest.raises(telegram.error.BadRequest, match="Chat not found"):
        await ptb_bot.send_message(5, "Hello")
    await stand.act("PATCH", f"/people/{ANN}", blocked=True)

    with pytest.raises(telegram.error.Forbidden, match="blocked by the user"):
        await ptb_bot.send_message(ANN, "Hello")


async def test_python_telegram_bot_reads_payments_and_groups(stand: Stand, ptb_bot: ExtBot[None]) -> None:
    group = await stand.act("POST", "/groups", title="Deals", members=[ANN, BORIS])
    await stand.say("/offer@yijia_bot", chat_id=group["id"], **{"as": BORIS})
    await ptb_bot.send_invoice(
        ANN, "Order 1", "Lamps", "order-1", "XTR", [telegram.LabeledPrice("Lamps", 500)]
    )

    updates = await ptb_bot.get_updates()

    assert [update.effective_user and update.effective_user.id for update in updates] == [ANN, ANN, BORIS]
    assert updates[0].my_chat_member is not None
    assert updates[-1].effective_chat is not None
    assert updates[-1].effective_chat.title == "Deals"
