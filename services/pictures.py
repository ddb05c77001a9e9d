"""Pictures that screens show: what the sender needs of the file store."""

from typing import Protocol


class Pictures(Protocol):
    """Kept files by their key."""

    async def read(self, key: str) -> bytes:
        """The file's bytes. Raises a Refusal when there is none."""
