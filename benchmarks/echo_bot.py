"""The reference: a bare aiogram bot that echoes words and answers presses; it keeps nothing."""

import asyncio
import os
import sys
from itertools import count

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

BUTTON = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Press", callback_data="press")]])
numbers = count(1)
dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    """Says the words again, with a button."""
    await message.answer(message.text or "?", reply_markup=BUTTON)


@dispatcher.callback_query()
async def press(query: CallbackQuery) -> None:
    """Stops the spinner and edits the message."""
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.edit_text(f"Pressed {next(numbers)}", reply_markup=BUTTON)


@dispatcher.startup()
async def say_ready() -> None:
    """Tells the benchmark that polling begins."""
    print('{"event": "ready"}', file=sys.stderr, flush=True)


async def main() -> None:
    """Polls until SIGTERM."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    await dispatcher.start_polling(Bot(os.environ["BOT_TOKEN"], session=session))


if __name__ == "__main__":
    asyncio.run(main())
