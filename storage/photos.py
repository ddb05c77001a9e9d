"""Photos as rows beside what they prove."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row

from services.photos import Photo, Photos
from services.said import File, Kind
from storage.connection import Connection
from storage.copies import want
from storage.plain import Plain


async def add_photos(connection: Connection, add: Plain, owner: dict[str, int], photos: Photos) -> None:
    """Writes photos in their order under the key of their owner; each is to be copied to our own store."""
    for place, photo in enumerate(photos, start=1):
        values = {**owner, "place": place, "kind": photo.kind.value, "file": asdict(photo.file)}
        await connection.execute(add, values)
        await want(connection, photo.file)


def photos_of(rows: Iterable[Row[Any]]) -> Photos:
    """The photos of some rows."""
    return [Photo(Kind(row.kind), File(**row.file)) for row in rows]
