"""sendMessage and sendChatAction."""

from playground.call import Call
from playground.entities.formatted import message_text
from playground.methods import targets
from playground.methods.composing import deliver
from playground.wire import Json, bad_request

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
TYPING_SECONDS = 5.0


def send_message(call: Call) -> Json:
    """Send a text."""
    words = message_text(call)
    chat = targets.writable(call)
    content: Json = {"text": words.text}
    if words.entities:
        content["entities"] = words.entities
    if call.get("link_preview_options"):
        content["link_preview_options"] = call.get("link_preview_options")
    return deliver(call, chat, content).wire


def send_chat_action(call: Call) -> bool:
    """Show for five seconds, or until the next message, what the bot does."""
    action = call.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = targets.open_chat(call)
    chat.typing = (action, call.world.clock.now() + TYPING_SECONDS)
    call.world.events.add("typing", bot=call.bot.id, chat_id=chat.id, action=action)
    return True
