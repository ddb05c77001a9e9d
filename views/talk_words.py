"""Who sent what: one sentence for every kind of message and either side."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from services.said import Kind
from views.markup import Html
from views.reader import Reader

Sentence = Callable[[Reader], Html]

ASKS: Final[Mapping[Side, Sentence]] = {
    Side.BUYER: lambda reader: reader.say("💬 What would you like to tell or ask the seller?"),
    Side.SELLER: lambda reader: reader.say("💬 What would you like to tell or ask the buyer?"),
}
OPEN: Final[Mapping[Side, Sentence]] = {
    Side.BUYER: lambda reader: reader.say(
        "Words, photos, voice, files or a location: all you send now goes to the seller,"
        " until you press Done. The terms stay as they are."
    ),
    Side.SELLER: lambda reader: reader.say(
        "Words, photos, voice, files or a location: all you send now goes to the buyer,"
        " until you press Done. The terms stay as they are."
    ),
}
STILL_OPEN: Final[Mapping[Side, Sentence]] = {
    Side.BUYER: lambda reader: reader.say("All you send now goes to the seller, too. Press Done to finish."),
    Side.SELLER: lambda reader: reader.say("All you send now goes to the buyer, too. Press Done to finish."),
}
SENT: Final[Mapping[Side, Sentence]] = {
    Side.BUYER: lambda reader: reader.say("✅ Sent to the seller. The answer will arrive here."),
    Side.SELLER: lambda reader: reader.say("✅ Sent to the buyer. The answer will arrive here."),
}
EDITED: Final[Mapping[Side, Sentence]] = {
    Side.BUYER: lambda reader: reader.say("✏️ The buyer edited a message:"),
    Side.SELLER: lambda reader: reader.say("✏️ The seller edited a message:"),
}
RECEIVED: Final[Mapping[Kind, Mapping[Side, Sentence]]] = {
    Kind.TEXT: {
        Side.BUYER: lambda reader: reader.say("💬 The buyer writes:"),
        Side.SELLER: lambda reader: reader.say("💬 The seller writes:"),
    },
    Kind.PHOTO: {
        Side.BUYER: lambda reader: reader.say("🖼 The buyer sends a photo"),
        Side.SELLER: lambda reader: reader.say("🖼 The seller sends a photo"),
    },
    Kind.VOICE: {
        Side.BUYER: lambda reader: reader.say("🎤 The buyer sends a voice message"),
        Side.SELLER: lambda reader: reader.say("🎤 The seller sends a voice message"),
    },
    Kind.VIDEO: {
        Side.BUYER: lambda reader: reader.say("🎬 The buyer sends a video"),
        Side.SELLER: lambda reader: reader.say("🎬 The seller sends a video"),
    },
    Kind.VIDEO_NOTE: {
        Side.BUYER: lambda reader: reader.say("🎬 The buyer sent the round video above"),
        Side.SELLER: lambda reader: reader.say("🎬 The seller sent the round video above"),
    },
    Kind.AUDIO: {
        Side.BUYER: lambda reader: reader.say("🎵 The buyer sends a recording"),
        Side.SELLER: lambda reader: reader.say("🎵 The seller sends a recording"),
    },
    Kind.ANIMATION: {
        Side.BUYER: lambda reader: reader.say("🎞 The buyer sends a moving picture"),
        Side.SELLER: lambda reader: reader.say("🎞 The seller sends a moving picture"),
    },
    Kind.DOCUMENT: {
        Side.BUYER: lambda reader: reader.say("📎 The buyer sends a file"),
        Side.SELLER: lambda reader: reader.say("📎 The seller sends a file"),
    },
    Kind.STICKER: {
        Side.BUYER: lambda reader: reader.say("🙂 The buyer sent the sticker above"),
        Side.SELLER: lambda reader: reader.say("🙂 The seller sent the sticker above"),
    },
    Kind.LOCATION: {
        Side.BUYER: lambda reader: reader.say("📍 The buyer sent the location above"),
        Side.SELLER: lambda reader: reader.say("📍 The seller sent the location above"),
    },
}
