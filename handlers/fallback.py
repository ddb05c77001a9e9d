"""What nobody else understood: never silence, and always what to do instead."""

from typing import Final

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Place, Reply
from handlers.menu import standing_of
from handlers.searches import is_midway
from views import hints
from views.menu import menu

router = Router(name="fallback")

_SENT_BY_PEOPLE: Final = frozenset({
    ContentType.ANIMATION, ContentType.AUDIO, ContentType.CONTACT, ContentType.DICE, ContentType.DOCUMENT,
    ContentType.GAME, ContentType.LOCATION, ContentType.PHOTO, ContentType.POLL, ContentType.STICKER,
    ContentType.STORY, ContentType.TEXT, ContentType.VENUE, ContentType.VIDEO, ContentType.VIDEO_NOTE,
    ContentType.VOICE,
})  # fmt: skip
"""All others are Telegram's own notes, such as a pinned message."""


@router.message()
async def answer_anything(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """A forwarded message is a quotation; an unknown command shows the menu; a conversation goes on."""
    if message.content_type not in _SENT_BY_PEOPLE:
        return Reply()
    if message.forward_origin or message.via_bot:
        return Reply(hints.quotation(desk.reader))
    if await is_midway(state):
        said = hints.words_only_midway if message.text else hints.only_words_midway
        return Reply(said(desk.reader))
    if message.text:
        return await _menu(desk, hints.unknown_command(desk.reader))
    return Reply(hints.only_words(desk.reader))


@router.edited_message()
async def answer_edit(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """An edit changes nothing; that is said where the words may have counted."""
    counted = message.reply_to_message is not None or await is_midway(state)
    return Reply(hints.edited(desk.reader)) if counted else Reply()


@router.callback_query()
async def answer_old_button(query: CallbackQuery, desk: Desk) -> Reply:
    """A button of another time, or a forged one: the card above stays, the menu comes below."""
    reply = await _menu(desk)
    return Reply(reply.screen, toast=hints.old_button(desk.reader), place=Place.BELOW)


async def _menu(desk: Desk, above: str = "") -> Reply:
    return Reply(menu(desk.reader, await standing_of(desk.books, desk.person), above))
