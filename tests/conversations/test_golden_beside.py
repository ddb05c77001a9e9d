"""The photo of a problem is looked at beside that of the golden sample, before the claim is sent."""

import asyncio
from io import BytesIO

from PIL import Image
from sqlalchemy import insert

from domain.people import Person
from domain.terms import QualityStandard
from services.approving import Approving
from services.evidence import Purpose
from services.gathering import Gathering
from storage.books import StoredBooks
from storage.database import open_database
from storage.files import FileStore
from storage.tables.copies import copies
from tests.builders import GOODS, Trade
from tests.conversations.deal import enter
from tests.conversations.market import Market
from tests.conversations.received import arrived, opens
from tests.golden_samples import Parties, received
from tests.golden_samples import photo as photo_named


async def approved(market: Market, trade: Trade) -> str:
    """The number of a golden sample of the mug, with a photo that is in our own store."""
    ann, photo = market.ann.id, BytesIO()
    Image.new("RGB", (60, 40), "white").save(photo, "JPEG")
    key = await FileStore(market.settings.files_url).put(photo.getvalue(), "jpg")
    nothing = dict.fromkeys(("likeness", "flaw", "problem"), "")
    row = {"unique_id": "gold", "sha256": "gold", "size": 1, "type": "image/jpeg", "preview": key, "at": 1}
    await trade.database.run(lambda connection: connection.execute(insert(copies), {**row, **nothing}))
    sample = await received(trade, parties=Parties(ann, market.li.id, 1, GOODS))

    async def approve(books: StoredBooks, person: Person) -> str:
        bundle = await Gathering(books, person).begin(Purpose.GOLDEN, sample.id)
        await Gathering(books, person).keep(bundle.id, photo_named("gold"))
        return (await Approving(books, person).approve(sample.id, bundle.id, "")).number

    return await trade.does(ann, approve)


async def test_a_photo_of_the_problem_stands_beside_the_golden_sample(market: Market) -> None:
    ann = market.ann
    await enter(ann, market.li, market.invitation)
    async with open_database(market.settings.database_url) as database:
        number = await approved(market, Trade(database))
    await arrived(market, sample=number, quality=QualityStandard.AS_SAMPLE)
    await ann.presses("Refund / return", on=(await opens(market, "YJ-000002")).id)
    await ann.sees("What would you like?")
    await ann.types("20 pcs scratched, refund 66")
    asked = await ann.sees("Please show what is wrong")
    await ann.sends("photo", generate=1)
    await ann.presses("Done", on=asked.id)
    card = await ann.sees("Nothing is sent yet", "Photos: 1")
    for _ in range(100):
        if "still being copied" not in await ann.presses("Beside the golden sample", on=card.id):
            break
        await asyncio.sleep(0.2)

    (beside,) = await ann.finds("photo")
    assert beside.text == "🏅 Golden sample YJ-000001 · order YJ-000002"
