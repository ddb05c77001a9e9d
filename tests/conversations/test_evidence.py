"""Evidence in the chat: an album is kept photo by photo, looked at by the other side, and added to later."""

import asyncio
import io

import pytest
from PIL import Image
from sqlalchemy import func, select, update

from bot import fetching
from domain.people import Person
from handlers.states import Gathering as Stand
from services.evidence import Bundle, Purpose
from services.gathering import Gathering
from storage.books import StoredBooks, books_at
from storage.database import Connection, open_database
from storage.tables.people import conversations
from storage.tables.trade import orders
from tests.conversations.deal import strike
from tests.conversations.market import Market
from tests.faults.rig import suffer

GPS = 0x8825
DEAD_ID = {
    "kind": "error",
    "method": "sendPhoto",
    "code": 400,
    "description": "Bad Request: wrong file identifier/HTTP URL specified",
}
"""As when the bot has another token: ids of files are good for one bot."""


def located() -> bytes:
    """A photo as a document, which tells where it was taken."""
    exif, content = Image.Exif(), io.BytesIO()
    exif.get_ifd(GPS)[1] = "N"
    Image.linear_gradient("L").save(content, "JPEG", exif=exif)
    return content.getvalue()


async def as_ann(market: Market, done: int = 0) -> Bundle:
    """Ann is asked for photos of the sample she holds dear; or she has pressed Done."""

    async def work(connection: Connection) -> Bundle:
        books = await books_at(connection, "test")
        person = await books.people.get(market.ann.id)
        assert person is not None
        gathering = Gathering(books, person)
        if done:
            await connection.execute(update(conversations).values(state=None))
            return await gathering.done(done)
        return await began(connection, gathering, books, person)

    async with open_database(market.settings.database_url) as database:
        return await database.run(work)


async def began(connection: Connection, gathering: Gathering, books: StoredBooks, person: Person) -> Bundle:
    order = (await connection.execute(select(func.max(orders.c.id)))).scalar_one()
    bundle = await gathering.begin(Purpose.GOLDEN, order)
    place = {"state": Stand.files.state, "data": {"bundle": bundle.id}}
    await connection.execute(
        update(conversations).where(conversations.c.person_id == person.id).values(place)
    )
    return bundle


async def settled(market: Market, bundle: Bundle, count: int) -> None:
    """Waits until so many files of a bundle have a preview."""

    async def work(connection: Connection) -> int:
        files = await (await books_at(connection, "test")).evidence.of(bundle.id)
        return len([file for file in files if file.preview])

    async with open_database(market.settings.database_url) as database:
        while True:
            if await database.run(work) == count:
                return
            await asyncio.sleep(0.1)


async def test_an_album_a_document_and_a_late_photo_are_evidence_for_the_other_side(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, li = market.ann, market.li
    await strike(ann, li, market.invitation)
    bundle = await as_ann(market)
    monkeypatch.setattr(fetching, "PAUSE_MS", 1)
    await suffer(market, {"kind": "truncate", "count": 2})

    await ann.sends("album", generate=5, caption="The handle of each is loose")
    await ann.sees("5 files kept", "press Done")
    await ann.sends("voice")
    await ann.sees("Please send photos or PDF files", "5 files kept")
    await ann.sends_file("IMG 1.jpg", located())
    await ann.sees("6 files kept")
    await as_ann(market, done=bundle.id)
    await ann.sends("photo", caption="One more")
    await ann.sees("Kept as later evidence", "The other side is told")

    await li.presses("📎 查看凭证", on=(await li.sees("补充了 1 份凭证")).id)
    later = await li.sees("的凭证", "买家", "事后补充", "One more")
    await settled(market, bundle, 6)
    await suffer(market, {**DEAD_ID, "count": 1})
    await li.presses("1", on=later.id)
    [photo] = await li.finds("photo", 1)
    assert "事后补充" in photo.text
