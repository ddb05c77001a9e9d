"""Moments as the tables keep them, and the database's own clock."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def to_millis(moment: datetime) -> int:
    """Milliseconds since 1970-01-01 UTC; the moment must have a zone."""
    return (moment - EPOCH) // MILLISECOND


def to_moment(millis: int) -> datetime:
    """The moment, in UTC."""
    return EPOCH + MILLISECOND * millis


class now_millis(FunctionElement[int]):  # noqa: N801 - reads as a function in queries
    """The database's clock in milliseconds since 1970-01-01 UTC."""

    type = BigInteger()
    inherit_cache = True


@compiles(now_millis, "sqlite")
def _on_sqlite(_element: now_millis, _compiler: Any, **_: Any) -> str:
    return "CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)"


@compiles(now_millis, "postgresql")
def _on_postgresql(_element: now_millis, _compiler: Any, **_: Any) -> str:
    return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"
