"""An order with a claim, messages and photos, and the ZIP that is made of it, opened again."""

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from bot.binding import Binding
from delivery.printer import Printer
from domain.claim import Claim
from domain.order import Order
from services.asking import say
from services.case_file import CaseFile, case_file_of
from services.evidence import Purpose
from services.gathering import Gathering
from services.said import File, Kind, Said
from storage.copies import Copied, settle, want
from storage.files import FileStore
from tests.builders import BUYER, SELLER, Trade
from tests.late_orders import WEEK, claims, promised, proposes
from views.both import ENGLISH
from views.case_file import case_file

HOSTILE = '../../etc/passwd =HYPERLINK("x") #panic("no") <b>&\u202e'


@dataclass(frozen=True)
class Opened:
    """A ZIP that somebody got, and what is in it."""

    content: bytes

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.content))

    @property
    def names(self) -> list[str]:
        return self.archive.namelist()

    @property
    def record(self) -> Any:
        return json.loads(self.archive.read("case.json"))

    @property
    def manifest(self) -> Any:
        return json.loads(self.archive.read("manifest.json"))

    @property
    def paper(self) -> str:
        """All text of the pages, blanks and places to break made one."""
        document = pypdfium2.PdfDocument(self.archive.read("case.pdf"))
        said = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        return " ".join(said.replace("\u200b", "").split())


@dataclass(frozen=True)
class Registry:
    """A market whose orders have case files."""

    trade: Trade
    store: FileStore

    @classmethod
    def of(cls, trade: Trade, folder: Path) -> "Registry":
        return cls(trade, FileStore(str(folder)))

    async def facts(self, person_id: int, order: Order, *, is_operator: bool = False) -> CaseFile:
        """What the person may show."""
        return await self.trade.does(
            person_id, lambda b, p: case_file_of(b, replace(p, is_operator=is_operator), order.id)
        )

    async def gets(self, person_id: int, order: Order, *, is_operator: bool = False) -> Opened:
        """The ZIP as it is sent to the person."""
        made = case_file(ENGLISH, await self.facts(person_id, order, is_operator=is_operator)).made
        assert made is not None
        return Opened(await Binding(self.trade.database, self.store, Printer()).make(made))

    async def shows(self, person_id: int, order: Order, names: Sequence[str], *, done: bool = True) -> None:
        """Photos of the problem, each with its copy and its preview in our store."""
        bundle = await self.trade.does(
            person_id, lambda b, p: Gathering(b, p).begin(Purpose.CHANGES, order.id)
        )
        for name in names:
            said = Said(HOSTILE, Kind.PHOTO, File(f"id {name}", name, name=HOSTILE, size=9), telegram_id=5)
            await self.trade.does(person_id, lambda b, p, s=said: Gathering(b, p).keep(bundle.id, s))
            await self._copied(name)
        if done:
            await self.trade.does(person_id, lambda b, p: Gathering(b, p).done(bundle.id))

    async def sends(self, order: Order, name: str) -> None:
        """The buyer sends a photo in the talk, and we copy it."""
        said = Said("Like this", Kind.PHOTO, File(f"id {name}", name, size=9), telegram_id=7)
        await self.trade.does(BUYER, lambda b, p: say(b, p, order.negotiation_id, said))
        await self._copied(name)

    async def _copied(self, name: str) -> None:
        original = f"original of {name}".encode()
        key = await self.store.put(original)
        preview = await self.store.put(picture(name), "jpg")
        copied = Copied(name, key, len(original), "image/jpeg", preview)
        await self.trade.database.run(lambda c: want(c, File(name, name, size=9)))
        await self.trade.database.run(lambda c: settle(c, copied))


def picture(name: str) -> bytes:
    """A small JPEG that differs by its name."""
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), (sum(name.encode()) % 256, 90, 90)).save(drawn, "JPEG")
    return drawn.getvalue()


async def claimed(trade: Trade) -> tuple[Order, Claim]:
    """An order that is late, with a claim on which the seller proposed another amount, and some words."""
    order = await promised(trade)
    claim = await proposes(trade, SELLER, await claims(trade, order, WEEK), 9_000, WEEK)
    for person, words in ((BUYER, "Where are my cups?"), (SELLER, "窑坏了，下周一定发"), (BUYER, HOSTILE)):
        said = Said(words)
        await trade.does(person, lambda b, p, s=said: say(b, p, order.negotiation_id, s))
    return order, claim
