"""A SQLite file is served by one bot at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url

from domain.refusal import Refusal


class AlreadyServed(Refusal):
    """Another process serves the SQLite file at `path`."""


@contextmanager
def only_process(database_url: str) -> Iterator[None]:
    """Holds the file's lock until the end of the block; on PostgreSQL does nothing. Raises AlreadyServed."""
    address = make_url(database_url)
    if address.get_backend_name() != "sqlite" or not address.database:
        yield
        return
    path = Path(address.database)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(path.suffix + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyServed(path=str(path)) from None
        yield
