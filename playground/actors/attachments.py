"""Files, albums, places and contacts that people send."""

import secrets
from collections.abc import Callable

from playground import media
from playground.actors.ask import Ask, Refused
from playground.actors.messages import reply, shown
from playground.actors.speech import say, speaker, words
from playground.files import StoredFile, Upload
from playground.pictures import draw, size_of
from playground.wire import Json

WITHOUT_CAPTION = frozenset({"sticker", "video_note"})
MOST_IN_ALBUM = 10
VOICE = b"OggS\x00\x02"
EXAMPLES: dict[str, tuple[str, str, bytes]] = {
    "document": ("document-{}.txt", "text/plain", b"document {}\n"),
    "video": ("video-{}.mp4", "video/mp4", b"\x00\x00\x00\x18ftypmp42"),
    "video_note": ("round-{}.mp4", "video/mp4", b"\x00\x00\x00\x18ftypisom"),
    "voice": ("voice-{}.ogg", "audio/ogg", VOICE),
    "audio": ("audio-{}.mp3", "audio/mpeg", b"ID3"),
    "animation": ("animation-{}.mp4", "video/mp4", b"\x00\x00\x00\x18ftypmp41"),
    "sticker": ("sticker-{}.webp", "image/webp", b"RIFF"),
}


def sender(kind: str) -> Callable[[Ask], Json]:
    """The function that sends one file of this kind."""

    def send(ask: Ask) -> Json:
        upload = next(iter(ask.uploads.values()), None) or _example(kind, ask.number("generate", 1))
        who = speaker(ask)
        content = {**reply(ask, who.chat), **_content(ask, _stored(ask, kind, upload))}
        if kind not in WITHOUT_CAPTION:
            content |= words(str(ask.get("caption") or ""), "caption")
        return shown(ask, say(who, content))

    return send


def album(ask: Ask) -> list[Json]:
    """Several photos at once: one update each, one caption on the first."""
    who = speaker(ask)
    uploads = list(ask.uploads.values()) or _examples(ask)
    if not 2 <= len(uploads) <= MOST_IN_ALBUM:
        raise Refused(400, f"an album has 2 to {MOST_IN_ALBUM} photos")
    group = str(secrets.randbits(53))
    contents = [_content(ask, _stored(ask, "photo", upload)) for upload in uploads]
    contents = [{**reply(ask, who.chat), **content} for content in contents]
    contents[0] |= words(str(ask.get("caption") or ""), "caption")
    return [shown(ask, say(who, {**content, "media_group_id": group})) for content in contents]


def location(ask: Ask) -> Json:
    """Send a place."""
    place = {"latitude": ask.seconds("latitude"), "longitude": ask.seconds("longitude")}
    who = speaker(ask)
    return shown(ask, say(who, {**reply(ask, who.chat), "location": place}))


def contact(ask: Ask) -> Json:
    """Send a contact: one's own unless `user_id` says whose (null: nobody on Telegram)."""
    who = speaker(ask)
    owner = ask.get("user_id", who.person.id)
    card: Json = {
        "phone_number": str(ask.get("phone_number", "+4915112345678")),
        "first_name": ask.get("first_name", who.person.first_name),
    }
    if owner is not None:
        card["user_id"] = int(owner)
    return shown(ask, say(who, {**reply(ask, who.chat), "contact": card}))


def _examples(ask: Ask) -> list[Upload]:
    first = ask.number("first", 1)
    return [_example("photo", first + number) for number in range(ask.number("generate", 2))]


def _example(kind: str, number: int) -> Upload:
    if kind == "photo":
        return Upload(draw(number), f"picture-{number}.png", "image/png")
    name, content_type, data = EXAMPLES[kind]
    filled = data.replace(b"{}", str(number).encode()) if b"{}" in data else data + str(number).encode()
    return Upload(filled, name.format(number), content_type)


def _stored(ask: Ask, kind: str, upload: Upload) -> StoredFile:
    if kind == "photo" and size_of(upload.data) is None:
        raise Refused(400, "Telegram's apps send as a photo what is a picture; send a document instead")
    return ask.world.files.store(kind, upload)


def _content(ask: Ask, file: StoredFile) -> Json:
    return media.shown(ask.world.files, ask.bot().id, file)
