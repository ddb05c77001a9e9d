"""The table of emulated methods: each name and the function that answers it."""

from collections.abc import Awaitable, Callable

from playground.call import Call
from playground.methods import attachments, callbacks, editing, profile, texts, updates

Answer = Callable[[Call], object]
SlowAnswer = Callable[[Call], Awaitable[object]]

ANSWERS: dict[str, Answer] = {
    "answerCallbackQuery": callbacks.answer_callback_query,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageText": editing.edit_message_text,
    "getMe": profile.get_me,
    "getWebhookInfo": updates.get_webhook_info,
    "sendChatAction": texts.send_chat_action,
    "sendDocument": attachments.sender("document"),
    "sendMessage": texts.send_message,
    "sendPhoto": attachments.sender("photo"),
    "sendVideo": attachments.sender("video"),
    "sendVoice": attachments.sender("voice"),
}
SLOW_ANSWERS: dict[str, SlowAnswer] = {
    "deleteWebhook": updates.delete_webhook,
    "getUpdates": updates.get_updates,
    "setWebhook": updates.set_webhook,
}
