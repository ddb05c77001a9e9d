"""Whether golden samples are as they were approved: their fingerprints are made anew."""

from sqlalchemy import select

from storage.connection import Connection
from storage.golden import golden_of
from storage.tables.golden import golden_samples


async def altered_golden_samples(connection: Connection) -> list[int]:
    """Ids of sample orders whose golden sample is not as it was approved."""
    found = await connection.execute(select(golden_samples))
    return [row.order_id for row in found if not golden_of(row).is_signed]
