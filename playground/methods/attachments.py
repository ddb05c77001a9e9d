"""sendPhoto, sendDocument, sendVideo, sendVoice and their like, each with one file."""

from collections.abc import Callable

from playground.call import Call
from playground.entities.formatted import caption
from playground.methods import media, targets
from playground.methods.composing import deliver, put_text
from playground.wire import Json

WITHOUT_CAPTION = frozenset({"sticker", "video_note"})
FLAGS = {"has_spoiler": "has_media_spoiler", "show_caption_above_media": "show_caption_above_media"}


def sender(kind: str) -> Callable[[Call], Json]:
    """The method that sends one file of this kind with a caption."""

    def send(call: Call) -> Json:
        words = caption(call, call.params if kind not in WITHOUT_CAPTION else {})
        chat = targets.writable(call)
        content = media.content(call, kind, call.get(kind))
        put_text(content, words, "caption")
        content |= {shown: True for asked, shown in FLAGS.items() if call.get(asked)}
        return deliver(call, chat, content).wire

    return send
