"""A machine translator that speaks LibreTranslate's HTTP, asked once and never waited for long."""

from http import HTTPStatus
from types import TracebackType
from typing import Final, Self

import orjson
import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar

SECONDS: Final = 10.0
MOST_BYTES: Final = 64 * 1024

_log = structlog.get_logger()


class Translator:
    """Asks POST `url`/translate; use as `async with`. Its failures are logged without words or address."""

    def __init__(self, url: str, key: str = "") -> None:
        self._url = f"{url.rstrip('/')}/translate"
        self._key = key
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Prepares the connections; asks nothing yet."""
        self._session = ClientSession(timeout=ClientTimeout(total=SECONDS), cookie_jar=DummyCookieJar())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the connections."""
        if self._session is not None:
            await self._session.close()

    async def translate(self, text: str, target: str) -> str | None:
        """The text in another language (en, zh); None when the translator failed or was too slow."""
        asked = {"q": text, "source": "auto", "target": target, "format": "text"}
        try:
            answer = await self._post(asked | ({"api_key": self._key} if self._key else {}))
            translated = orjson.loads(answer)["translatedText"]
        except (ClientError, OSError, TimeoutError, ValueError, KeyError, TypeError) as error:
            _log.warning("not translated", error=type(error).__name__)
            return None
        return translated.strip() if isinstance(translated, str) else None

    async def _post(self, asked: dict[str, str]) -> bytes:
        """Raises ValueError for a refusal, a redirection, and more than MOST_BYTES."""
        assert self._session is not None, "use the translator as a context"
        async with self._session.post(self._url, json=asked, allow_redirects=False) as answer:
            body = await answer.content.read(MOST_BYTES + 1)
            while not answer.content.at_eof() and len(body) <= MOST_BYTES:
                body += await answer.content.read(MOST_BYTES + 1 - len(body))
            if answer.status != HTTPStatus.OK or len(body) > MOST_BYTES:
                raise ValueError("no translation")
            return body
