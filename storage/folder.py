"""A folder as the place of files."""

import asyncio
import os
import tempfile
from pathlib import Path


class Folder:
    """Fulfils storage.files.Shelf."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    async def has(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return await asyncio.to_thread((self.path / name).exists)

    async def write(self, name: str, content: bytes) -> None:
        """Keeps a file, all of it or none."""
        await asyncio.to_thread(_write_whole, self.path / name, content)

    async def read(self, name: str) -> bytes:
        """Its content. Raises FileNotFoundError."""
        return await asyncio.to_thread((self.path / name).read_bytes)


def _write_whole(path: Path, content: bytes) -> None:
    """A draft takes the name when it is on the disk; what does not fit leaves nothing behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        try:
            draft.write(content)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).replace(path)
        except OSError:
            Path(draft.name).unlink(missing_ok=True)
            raise
