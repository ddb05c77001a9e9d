"""python-telegram-bot's HTTP layer on aiohttp: keep-alive, orjson, and failures told apart."""

from http import HTTPStatus

import orjson
from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    FormData,
    InvalidURL,
    NonHttpUrlClientError,
    ServerFingerprintMismatch,
    TCPConnector,
)
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import BadRequest, RetryAfter
from telegram.request import BaseRequest, RequestData

from delivery.outcome import Ambiguous, NotSent

# All of these are raised before the first byte of a request is written.
NOTHING_WRITTEN = (
    ClientConnectorError,  # refused, unreachable, no such name, TLS
    ConnectionTimeoutError,  # no connection, or no free one in the pool, in time
    ServerFingerprintMismatch,
    InvalidURL,
    NonHttpUrlClientError,
)
JSON_HEADERS = {"Content-Type": "application/json"}


class AiohttpRequest(BaseRequest):
    """One keep-alive session to the Bot API; raises NotSent and Ambiguous beside the library's own errors.

    Timeouts are in seconds. No exception carries aiohttp's text or cause: they quote the URL with the token.
    """

    __slots__ = ("_connect", "_connections", "_plain", "_read", "_session", "_upload")

    def __init__(
        self, *, connections: int = 64, connect: float = 5.0, read: float = 15.0, upload: float = 60.0
    ):
        """Set the pool size and the seconds to connect (or wait for the pool), to read, to upload a file."""
        self._connections, self._connect, self._read = connections, connect, read
        self._plain = _timeout(connect, read)
        self._upload = _timeout(connect, upload)
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer unless a call says otherwise."""
        return self._read

    async def initialize(self) -> None:
        """Open the session; a second call changes nothing."""
        if self._session is not None:
            return
        # Telegram closes idle connections after a minute or so: ours must be closed first,
        # or a message written into a closing connection has an unknown fate.
        connector = TCPConnector(limit=self._connections, keepalive_timeout=30, ttl_dns_cache=300)
        self._session = ClientSession(
            connector=connector,
            cookie_jar=DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT, "Accept-Encoding": "identity"},
            skip_auto_headers=("Accept",),
        )

    async def shutdown(self) -> None:
        """Close the session and its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Write one request and read its answer; see BaseRequest.do_request.

        Raises NotSent, Ambiguous or RetryAfter; the library reads all other refusals from the answer.
        """
        timeout = self._upload if request_data and request_data.contains_files else self._plain
        if not isinstance(read_timeout, DefaultValue):
            timeout = _timeout(self._connect, read_timeout)
        code, body = await self._exchange(url, method, request_data, timeout)
        if method == "POST":
            _check(code, body)
        return code, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """Read an answer of the Bot API; anything else in its place leaves the call's fate unknown."""
        try:
            answer = orjson.loads(payload)
        except orjson.JSONDecodeError:
            answer = None
        if not isinstance(answer, dict):
            raise Ambiguous("the answer is not an answer of the Bot API")
        return answer

    async def _exchange(
        self, url: str, method: str, data: RequestData | None, limits: ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("the session is not open")
        body, headers = _body(data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=limits, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except NOTHING_WRITTEN as error:
            failure: NotSent | Ambiguous = NotSent(type(error).__name__)
        except (ClientError, OSError, TimeoutError) as error:
            failure = Ambiguous(type(error).__name__)
        # Raised outside the except block: the cause would quote the URL, and the URL holds the token.
        raise failure


def _timeout(connect: float | None, read: float | None) -> ClientTimeout:
    return ClientTimeout(total=None, connect=connect, sock_connect=connect, sock_read=read)


def _body(data: RequestData | None) -> tuple[bytes | FormData | None, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        return _json(data), JSON_HEADERS
    form = FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, None


def _json(data: RequestData) -> bytes:
    try:
        return orjson.dumps(data.parameters)
    except orjson.JSONEncodeError as error:
        raise BadRequest(f"the payload is no JSON: {error}") from None


def _check(code: int, body: bytes) -> None:
    """Raise for the answers that the library would blur: server errors, non-answers, 429 without a delay."""
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Ambiguous(f"HTTP {code}")
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        raise RetryAfter(_delay(body))
    answer = AiohttpRequest.parse_json_payload(body)
    if "result" not in answer and "description" not in answer:
        raise Ambiguous(f"HTTP {code} without result or description")


def _delay(body: bytes) -> int:
    """Read the seconds to wait; at least one, also from a proxy that names none."""
    try:
        return max(1, int(orjson.loads(body)["parameters"]["retry_after"]))
    except (ValueError, KeyError, TypeError):
        return 1
