"""What operators decided, and credits of samples that were undone, do not bar the stairs."""

from domain.settlement import compensation
from services.cancelling import Cancelling
from services.order_deeds import OrderTarget
from storage.database import open_database
from storage.doctor import examine
from storage.migrating import migrate
from storage.revisions import FOLDER
from storage.tables.claims import claims as kept_claims
from storage.tables.money import bookings
from tests.builders import BUYER, SELLER
from tests.disputes import Court
from tests.golden_samples import approves, confirmed, orders_lot, received
from tests.late_orders import WEEK, claims, pays, promised, refuses

FIRST = "0018"
"""The first step that knows claims for goods."""


async def test_what_operators_decided_is_forgotten_by_the_older_schema(bare_url: str) -> None:
    async with open_database(bare_url) as database:
        await migrate(database)
        court = await Court.of(database)
        trade = await court.trade.stock()
        late = await refuses(trade, await claims(trade, await promised(trade)))
        disputed = await court.escalates(BUYER, late, WEEK)
        await pays(trade, await court.decides(disputed, compensation(late.claimed)))
        lot = await confirmed(trade, await orders_lot(trade, await approves(trade, await received(trade))))
        target = OrderTarget(lot.id, lot.revision)
        await trade.does(SELLER, lambda b, p: Cancelling(b, p).ask(target, "no clay"))
        await trade.does(BUYER, lambda b, p: Cancelling(b, p).agree(target))

        await migrate(
            database, f"-{len([each for each in FOLDER.glob('versions/0*.py') if each.name > FIRST])}"
        )
        await migrate(database, "head")

        assert await trade.count(kept_claims) == 0
        assert await trade.count(bookings) > 0
        assert [each.says for each in await examine(database) if each.rows] == []
