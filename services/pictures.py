"""Pictures that screens show: what the sender needs of the file store."""

from typing import Final, Protocol

OF_TELEGRAM: Final = "telegram:"
"""Begins the name of a picture that Telegram keeps: its file id follows."""


class Pictures(Protocol):
    """Kept files by their key."""

    async def read(self, key: str) -> bytes:
        """The file's bytes. Raises a Refusal when there is none."""
