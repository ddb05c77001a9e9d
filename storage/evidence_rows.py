"""Rows of evidence as bundles and files."""

from typing import Any

from sqlalchemy import Row

from domain.people import Side
from services.evidence import Bundle, Exhibit, Purpose
from services.photos import Photo
from services.said import File, Kind
from storage.moments import to_moment


def bundle_of(row: Row[Any]) -> Bundle:
    """A bundle."""
    return Bundle(
        id=row.id,
        purpose=Purpose(row.purpose),
        person_id=row.person_id,
        side=Side(row.side),
        order_id=row.order_id,
        opened_at=to_moment(row.opened_at),
        claim_id=row.claim_id or 0,
        closed_at=to_moment(row.closed_at) if row.closed_at is not None else None,
    )


def exhibit_of(row: Row[Any]) -> Exhibit:
    """A file with its copy; while there is no copy the columns of copies are empty."""
    return Exhibit(
        id=row.id,
        bundle_id=row.bundle_id,
        place=row.place,
        photo=Photo(Kind(row.kind), File(**row.file)),
        at=to_moment(row.at),
        words=row.words,
        sha256=row.sha256 or "",
        size=row.bytes or 0,
        type=row.type or "",
        preview=row.preview or "",
        problem=row.problem or row.flaw or "",
    )
