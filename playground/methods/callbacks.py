"""answerCallbackQuery: once, and not too late."""

from playground.bots import Press
from playground.call import Call
from playground.entities import utf16
from playground.wire import QUERY_TOO_OLD, bad_request

TOAST_LIMIT = 200


def answer_callback_query(call: Call) -> bool:
    """Show a toast or an alert, or nothing, to the person who pressed."""
    press = call.bot.presses.get(call.text("callback_query_id"))
    if press is None or press.answer is not None or _is_late(call, press):
        raise bad_request(QUERY_TOO_OLD)
    text = call.text("text")
    if utf16.length(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if call.get("url") and not call.text("url").startswith(("https://t.me/", "tg://")):
        raise bad_request("URL_INVALID")
    press.answer = {"text": text, "show_alert": bool(call.get("show_alert")), "url": call.get("url")}
    call.message_id = press.message.id
    call.world.events.add(
        "toast",
        bot=call.bot.id,
        chat_id=press.chat.id,
        person=press.person.id,
        callback_query_id=press.id,
        **press.answer,
    )
    return True


def _is_late(call: Call, press: Press) -> bool:
    return call.world.clock.now() - press.pressed_at > call.world.limits.dials.answer_seconds
