"""Coming in: /start alone, or with an invitation or the link of an agreement; leaving and coming back."""

import re
from typing import Final

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.fsm.context import FSMContext
from aiogram.types import ChatMemberUpdated, Message

from handlers.desk import Desk, Reply
from handlers.filters import Command
from handlers.menu import standing_of
from handlers.searches import leave
from services.absence import note_absence, note_return
from services.agreements import hash_in, is_link
from services.arriving import accept_invitation
from services.refusals import InvitationUnusable
from services.verdicts import verdict_on
from views import start as views
from views.verifying import verdict

router = Router(name="start")

_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What Telegram allows in a deep link."""
_GONE: Final = frozenset({ChatMemberStatus.KICKED, ChatMemberStatus.LEFT})


@router.message(Command("start"))
async def start(message: Message, argument: str, desk: Desk, state: FSMContext) -> Reply:
    """Greets; the link of an agreement verifies it, and a valid invitation makes a seller first.

    Any other payload is passed over with a hint.
    """
    await leave(state)
    if not argument:
        return await _welcome(desk)
    if is_link(argument):
        return Reply(verdict(desk.reader, await verdict_on(desk.books, desk.person, hash_in(argument))))
    try:
        return await _join(desk, argument)
    except InvitationUnusable:
        return await _welcome(desk, views.invitation_unusable(desk.reader))


@router.my_chat_member()
async def come_or_go(event: ChatMemberUpdated, desk: Desk) -> Reply:
    """Notes that somebody blocked the bot, or came back, for those who wait for him."""
    status = event.new_chat_member.status
    if event.chat.type == "private" and status in _GONE:
        await note_absence(desk.books, desk.person.id)
    elif event.chat.type == "private" and status == ChatMemberStatus.MEMBER:
        await note_return(desk.books, desk.person.id)
    return Reply()


async def _welcome(desk: Desk, hint: str = "") -> Reply:
    standing = await standing_of(desk.books, desk.person)
    return Reply(views.welcome(desk.reader, standing, hint))


async def _join(desk: Desk, payload: str) -> Reply:
    if not _PAYLOAD.fullmatch(payload):
        raise InvitationUnusable()
    seller, supplier_id = await accept_invitation(desk.books, desk.person, payload)
    supplier = await desk.books.catalogue.supplier(supplier_id)
    standing, is_owner = await standing_of(desk.books, seller), supplier_id in seller.owned_ids
    return Reply(views.welcome_seller(desk.reader, supplier, standing, is_owner=is_owner))
