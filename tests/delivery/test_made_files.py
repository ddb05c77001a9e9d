"""Made files on their way to a chat, before the playground's Telegram."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from delivery.album import Album
from delivery.attempt import Attempt
from delivery.printer import Printer
from delivery.speech import reply_speech
from services.mail import Fate, Letter, LetterKind, Settlement
from storage.files import FileStore
from tests.delivery import failing_printing
from tests.delivery.test_on_the_playground import settle, town
from tests.printing.orders import TABLE, made_chart
from views.markup import Html
from views.reply import ReplyLetter
from views.screen import Button, Made, Screen, rows

READER = 7
BUTTONS = rows([Button("Back", "go:menu:0")])


class Mail:
    """Sends screens to one chat, and shows what arrived there."""

    def __init__(self, attempt: Attempt, world: Any) -> None:
        self._attempt = attempt
        self._world = world

    async def brings(self, screen: Screen) -> Settlement:
        letter = ReplyLetter(screen, message_id=99)
        kept = ReplyLetter.of_body(letter.to_body())
        speech = reply_speech(kept, READER)
        return await self._attempt.make(Letter(1, READER, LetterKind.REPLY, {}), speech)

    @property
    def shown(self) -> list[dict[str, Any]]:
        bot = self._world.bot()
        return [
            each.wire for each in self._world.private_chat(bot, self._world.people[READER]).messages.values()
        ]

    @property
    def uploads(self) -> list[bytes]:
        return [file.upload.data for file in self._world.files.by_path.values()]


@asynccontextmanager
async def mail(folder: Path) -> AsyncIterator[Mail]:
    async with town() as (playground, speaker):
        settle(playground, READER)
        yield Mail(Attempt(speaker, Album(FileStore(str(folder)), Printer())), playground.world)


async def test_a_picture_is_made_and_uploaded_once(tmp_path: Path) -> None:
    async with mail(tmp_path) as letters:
        for _ in range(2):
            done = await letters.brings(Screen(Html("<b>Prices</b>"), BUTTONS, made=made_chart()))
        await letters.brings(Screen(Html("Others"), made=made_chart("Bowl")))

        assert done.fate is Fate.DONE
        assert [message["caption"] for message in letters.shown] == ["Prices", "Prices", "Others"]
        assert all(message["photo"][-1]["width"] == 900 for message in letters.shown)
        assert letters.shown[0]["reply_markup"]
        assert [Image.open(io.BytesIO(each)).format for each in letters.uploads] == ["PNG", "PNG"]


async def test_kept_pictures_are_shown_side_by_side(tmp_path: Path) -> None:
    async with mail(tmp_path) as letters:
        store, photo = FileStore(str(tmp_path)), io.BytesIO()
        Image.new("RGB", (60, 40), "red").save(photo, "JPEG")
        key = await store.put(photo.getvalue(), "jpg")
        data = {"title": "Cup", "labels": ["Golden sample", "As received"]}
        made = Made("side_by_side", "beside.png", data, "Sorry", pictures=(key, key))
        await letters.brings(Screen(Html("Beside"), made=made))
        await letters.brings(Screen(Html("Gone"), made=replace(made, pictures=(key, "no such key"))))

        assert Image.open(io.BytesIO(letters.uploads[0])).size[0] > 1_000
        assert letters.shown[0]["caption"] == "Beside"
        assert "Sorry" in letters.shown[1]["text"]


async def test_a_table_comes_as_a_document_under_its_name(tmp_path: Path) -> None:
    async with mail(tmp_path) as letters:
        for kind in ("csv", "xlsx"):
            await letters.brings(Screen(Html("Offers"), made=Made(kind, f"比价.{kind}", TABLE)))

        documents = [message["document"] for message in letters.shown]
        assert [document["file_name"] for document in documents] == ["比价.csv", "比价.xlsx"]
        assert [upload[:3] for upload in letters.uploads] == [b"\xef\xbb\xbf", b"PK\x03"]


async def test_a_text_longer_than_a_caption_stands_above_the_picture(tmp_path: Path) -> None:
    async with mail(tmp_path) as letters:
        await letters.brings(Screen(Html("<b>1</b>" * 1025), BUTTONS, made=made_chart()))

        words, picture = letters.shown
        assert (len(words["text"]), "reply_markup" in words) == (1025, False)
        assert ("photo" in picture, "reply_markup" in picture) == (True, True)


async def test_what_cannot_be_made_does_not_keep_the_words_back(tmp_path: Path) -> None:
    async with mail(tmp_path) as letters:
        broken = Made("price_chart", "prices.png", {}, sorry="No picture just now.")
        done = await letters.brings(Screen(Html("<b>Prices</b>"), BUTTONS, made=broken))

        assert (done.fate, done.message_id) == (Fate.DONE, letters.shown[0]["message_id"])
        assert letters.shown[0]["text"] == "Prices\n\nNo picture just now."
        assert letters.shown[0]["reply_markup"]


@pytest.mark.parametrize("fate", failing_printing.FATES)
async def test_a_child_that_dies_hangs_or_grows_does_not_keep_the_words_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fate: str
) -> None:
    monkeypatch.setattr("delivery.printer.PROGRAM", failing_printing.__name__)
    monkeypatch.setattr("delivery.printer.SECONDS", 1.0 if fate == "hangs" else 60.0)
    async with mail(tmp_path) as letters:
        broken = Made(fate, "prices.png", {}, sorry="No picture just now.")
        done = await letters.brings(Screen(Html("<b>Prices</b>"), BUTTONS, made=broken))

        assert done.fate is Fate.DONE
        assert letters.shown[0]["text"] == "Prices\n\nNo picture just now."
