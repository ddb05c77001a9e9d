"""Pictures that screens show: what the sender needs of the file store."""

from typing import Final, Protocol

PHOTO_MARK: Final = "telegram:"
"""Before the id of a photo in Telegram's keeping, where others have an address or a key."""
COPY_MARK: Final = "copy:"
"""Before the lasting name of a person's file, of which we have a copy."""


class Pictures(Protocol):
    """Kept files by their key."""

    async def read(self, key: str) -> bytes:
        """The file's bytes. Raises a Refusal when there is none."""
