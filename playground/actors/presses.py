"""Pressing buttons: any that was ever shown, by words, place or data, and forged ones."""

import asyncio
import re
import secrets
from typing import Any

from playground.actors.ask import Ask, Refused
from playground.actors.messages import find
from playground.bots import Bot, Press
from playground.chats import Chat, Message
from playground.faults import OTHER_KINDS
from playground.updates.update import PRESSES, News
from playground.wire import Json

KEPT = 50_000
_ORNAMENT = re.compile(r"^[\W_]+|[\W_]+$")


def press(ask: Ask) -> Json:
    """Press a button of a message; bots get callback_query, links are only told."""
    chat, person = ask.chat(), ask.actor()
    message = find(ask)[1] if "message_id" in ask.values else _newest(chat, str(ask.get("text", "")))
    button = _button(ask, message)
    data = button.get("callback_data")
    if data is None:
        return {"button": button, "id": None, "callback_query_id": None, "answered": True}
    bot = _author(ask, message)
    done = Press(str(secrets.randbits(62)), chat, person, message, data, ask.world.clock.now())
    bot.presses[done.id] = done
    if len(bot.presses) > KEPT:
        del bot.presses[next(iter(bot.presses))]
    _tell(ask, bot, done)
    return view(done)


def status(ask: Ask) -> Json:
    """What became of a press."""
    return view(_found(ask))


async def watch(ask: Ask) -> Json:
    """What became of a press, waiting up to `timeout` seconds for the answer."""
    done = _found(ask)
    loop = asyncio.get_running_loop()
    end = loop.time() + ask.seconds("timeout")
    while done.answer is None and loop.time() < end:
        await ask.world.events.changed(end - loop.time())
    return view(done)


def view(done: Press) -> Json:
    """A press and the bot's answer to it."""
    answer = done.answer or {"text": None, "show_alert": False, "url": None}
    return {
        "id": done.id,
        "callback_query_id": done.id,
        "message_id": done.message.id,
        "data": done.data,
        "answered": done.answer is not None,
        **answer,
    }


def _found(ask: Ask) -> Press:
    for bot in ask.world.bots.values():
        if done := bot.presses.get(ask.path["press_id"]):
            return done
    raise Refused(404, "no such press")


def _author(ask: Ask, message: Message) -> Bot:
    return ask.world.bot(message.bot_id) if message.bot_id is not None else ask.bot()


def _tell(ask: Ask, bot: Bot, done: Press) -> None:
    wire = done.message.wire
    faults = ask.world.faults
    if ask.get("inaccessible") or faults.pick(OTHER_KINDS & {"inaccessible"}, "callback_query", done.chat.id):
        wire = {"chat": done.chat.wire(), "message_id": done.message.id, "date": 0}
    payload = {
        "id": done.id,
        "from": done.person.user(),
        "message": wire,
        "chat_instance": str(abs(hash((bot.id, done.chat.id)))),
        "data": done.data,
    }
    life = ask.world.limits.dials.press_life
    bot.box.put(News("callback_query", done.person.id + PRESSES, payload, life, done.chat.id))


def _button(ask: Ask, message: Message) -> Json:
    if "data" in ask.values:
        return _by_data(message, str(ask.get("data")), forge=bool(ask.get("forge")))
    buttons = _current(message)
    if "token" in ask.values:
        return _by_token(message, str(ask.get("token")))
    chosen = by_words(buttons, str(ask.get("text", "")))
    if chosen is None:
        words = ", ".join(repr(button["text"]) for button in buttons)
        raise Refused(
            404, f"message {message.id} has no button {ask.get('text')!r}; it has: {words or 'none'}"
        )
    return chosen


def _current(message: Message) -> list[Json]:
    rows: list[list[Json]] = message.wire.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _by_data(message: Message, data: str, *, forge: bool) -> Json:
    ever = (button for shown in message.keyboards for row in shown["inline_keyboard"] for button in row)
    if not forge and not any(button.get("callback_data") == data for button in ever):
        raise Refused(404, f"message {message.id} never had a button with this data; set forge to send it")
    return {"callback_data": data}


def _by_token(message: Message, token: str) -> Json:
    rows: Any = message.wire.get("reply_markup", {}).get("inline_keyboard", [])
    try:
        y, x = (int(part) for part in token.split(":"))
        button: Json = rows[y][x]
    except (ValueError, IndexError):
        raise Refused(404, f"message {message.id} has no button at {token!r}") from None
    return button


def _newest(chat: Chat, words: str) -> Message:
    for message in reversed(chat.messages.values()):
        if by_words(_current(message), words):
            return message
    raise Refused(404, f"no message of this chat has a button {words!r}")


def by_words(buttons: list[Json], words: str) -> Json | None:
    """The button of these words, leading and trailing emoji aside; else the one that begins so."""
    wanted = _plain(words)
    for button in buttons:
        if button["text"] == words:
            return button
    same = [button for button in buttons if _plain(button["text"]) == wanted]
    if same:
        return same[0]
    alike = [button for button in buttons if wanted and _plain(button["text"]).startswith(f"{wanted} ")]
    return alike[0] if len(alike) == 1 else None


def _plain(words: str) -> str:
    return _ORNAMENT.sub("", words).casefold() or words.strip()
