"""What arrived beside the golden sample: photo by photo, for those who may see both."""

import pytest
from sqlalchemy import insert

from domain.lifecycle import OrderStatus
from domain.order import Order
from services.evidence import Purpose
from services.golden_beside import Beside, NothingBeside, StillCopied, beside
from services.refusals import NotFound
from storage.tables.copies import copies
from tests.builders import BUYER, RIVAL, SELLER, STRANGER, Trade
from tests.claims_made import drafted, makes
from tests.golden_samples import approves, confirmed, orders_lot, pile, received
from tests.orders import carried_to


async def copied(trade: Trade, *names: str) -> None:
    """Our own copies of these photos are there, each with its preview."""
    rows = [
        {"unique_id": name, "sha256": name, "size": 1, "type": "image/jpeg", "preview": f"p-{name}"}
        | dict.fromkeys(("likeness", "flaw", "problem"), "")
        | {"at": 1}
        for name in names
    ]
    await trade.database.run(lambda connection: connection.execute(insert(copies), rows))


async def lot(trade: Trade, *photos: str) -> Order:
    """500 cups after a golden sample with these photos; they have arrived."""
    golden = await approves(trade, await received(trade), *photos)
    return await carried_to(
        trade, OrderStatus.DELIVERED, await confirmed(trade, await orders_lot(trade, golden))
    )


async def looks(trade: Trade, person: int, bundle_id: int, page: int = 0) -> Beside:
    """A person presses the button."""
    return await trade.does(person, lambda b, p: beside(b, p, bundle_id, page))


async def test_each_photo_of_the_problem_stands_beside_one_of_the_golden_sample(trade: Trade) -> None:
    order = await lot(trade, "gold 1", "gold 2")
    bundle_id = await pile(trade, order, Purpose.CLAIM, "bad 1", "bad 2", "bad 3")
    with pytest.raises(StillCopied):
        await looks(trade, BUYER, bundle_id)
    await copied(trade, "gold 1", "gold 2", "bad 1", "bad 2", "bad 3")

    pages = [await looks(trade, BUYER, bundle_id, page) for page in range(4)]

    pairs = [(each.golden.preview, each.problem.preview) for each in pages]
    assert pairs[:3] == [("p-gold 1", "p-bad 1"), ("p-gold 2", "p-bad 2"), ("p-gold 1", "p-bad 3")]
    assert (pages[3].page, pages[3].count) == (2, 3)


async def test_the_seller_sees_it_once_it_is_claimed_and_others_never(trade: Trade) -> None:
    order = await lot(trade, "gold 1")
    bundle_id = await pile(trade, order, Purpose.CLAIM, "bad 1")
    await copied(trade, "gold 1", "bad 1")
    with pytest.raises(NothingBeside):
        await looks(trade, SELLER, bundle_id)

    await trade.does(BUYER, lambda b, _: b.evidence.close(bundle_id, b.now))
    await makes(trade, drafted(order, (), 100, bundle_id=bundle_id, photos=1))

    assert (await looks(trade, SELLER, bundle_id)).problem.preview == "p-bad 1"
    for person in (RIVAL, STRANGER):
        with pytest.raises(NotFound):
            await looks(trade, person, bundle_id)
