"""A bucket of an S3-compatible server as the place of files."""

from datetime import timedelta
from typing import Any, Final
from urllib.parse import SplitResult, parse_qsl

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from domain.refusal import Refusal

PATIENCE: Final = timedelta(seconds=20)
"""Whoever waits for a file longer tries again later."""
MOST_RETRIES: Final = 3


class UnusableBucket(Refusal):
    """The query of FILES_URL configures no bucket; the client `says` why."""


class Bucket:
    """Fulfils storage.files.Shelf.

    The query of the URL configures it, such as endpoint, region, access_key_id and secret_access_key; what it
    leaves out comes from the usual variables such as AWS_ACCESS_KEY_ID. Raises UnusableBucket.
    """

    def __init__(self, url: SplitResult) -> None:
        config: Any = dict(parse_qsl(url.query))
        try:
            self._store = S3Store(
                url.netloc,
                prefix=url.path.strip("/") or None,
                config=config,
                client_options={"allow_http": True, "timeout": PATIENCE},
                retry_config={"max_retries": MOST_RETRIES, "retry_timeout": PATIENCE},
            )
        except BaseError as error:
            raise UnusableBucket(says=str(error).splitlines()[0]) from None

    async def has(self, name: str) -> bool:
        """Whether there is a file of this name."""
        try:
            await obstore.head_async(self._store, name)
        except FileNotFoundError:
            return False
        return True

    async def write(self, name: str, content: bytes) -> None:
        """Keeps a file, all of it or none."""
        await obstore.put_async(self._store, name, content)

    async def read(self, name: str) -> bytes:
        """Its content. Raises FileNotFoundError."""
        found = await obstore.get_async(self._store, name)
        return bytes(await found.bytes_async())
