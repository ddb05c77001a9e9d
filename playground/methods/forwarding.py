"""forwardMessage and copyMessage, one or several at a time."""

from collections.abc import Callable

from playground.call import Call
from playground.chats import Message, forwarded
from playground.entities.formatted import caption
from playground.methods import targets
from playground.methods.composing import deliver, put_text
from playground.wire import Json, bad_request

_DROPPED = ("forward_origin", "media_group_id", "invoice")


def forward_message(call: Call) -> Json:
    """Forward with its origin."""
    message = _source(call, call.number("message_id"))
    if message is None:
        raise bad_request("message to forward not found")
    return deliver(call, targets.writable(call), forwarded(message)).wire


def copy_message(call: Call) -> Json:
    """Send again as the bot's own, perhaps with another caption."""
    message = _source(call, call.number("message_id"))
    if message is None:
        raise bad_request("message to copy not found")
    content = _copied(message)
    if call.get("caption") is not None:
        put_text(content, caption(call, call.params), "caption")
    return {"message_id": deliver(call, targets.writable(call), content).id}


def several(content: Callable[[Message], Json]) -> Callable[[Call], list[Json]]:
    """The method that takes up to a hundred messages at once and skips those it cannot find."""

    def send(call: Call) -> list[Json]:
        numbers = call.get("message_ids")
        if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
            raise bad_request("message identifiers are not specified or are too many")
        found = [message for number in numbers if (message := _source(call, number))]
        chat = targets.open_chat(call)
        targets.count(call, chat, len(found))
        return [{"message_id": deliver(call, chat, content(message)).id} for message in found]

    return send


def _source(call: Call, number: int) -> Message | None:
    return targets.chat(call, "from_chat_id").messages.get(number)


def _copied(message: Message) -> Json:
    if "invoice" in message.wire:
        raise bad_request("message can't be copied")
    content = forwarded(message)
    return {key: value for key, value in content.items() if key not in _DROPPED}


forward_messages = several(forwarded)
copy_messages = several(_copied)
