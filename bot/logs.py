"""Logs: one JSON line for each event, ids as fields, never words of people nor the token."""

import logging
import sys
import traceback
from typing import Any, Final

import orjson
import structlog
from structlog.types import EventDict, ExcInfo, Processor, WrappedLogger

CHATTY: Final = ("aiogram", "aiohttp.access", "httpx", "telegram", "alembic")
HIDDEN: Final = "***"
MOST_CAUSES: Final = 10
_ENDS_OF_LINES: Final = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
"""JSON lets these stand, but terminals and readers of lines do not."""


def set_up(level: str, secrets: tuple[str, ...]) -> None:
    """Sends every log event, of libraries too, to standard error as JSON; `secrets` never appear in it."""
    threshold = logging.getLevelNamesMapping()[level.upper()]
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.ExceptionRenderer(kind_and_place),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=threshold, handlers=[_handler(shared, secrets)], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(threshold, logging.WARNING))


def _handler(shared: list[Processor], secrets: tuple[str, ...]) -> logging.Handler:
    """Writes events, those of libraries too, to standard error without the secrets."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(serializer=_dumps),
                _without(secrets),
            ],
        )
    )
    return handler


def kind_and_place(exc_info: ExcInfo) -> str:
    """Of what kind an error and its causes are and where they arose; their words may be those of a person."""
    told: list[str] = []
    cause: BaseException | None = exc_info[1]
    while cause is not None and len(told) < MOST_CAUSES:
        told.append("".join(traceback.format_tb(cause.__traceback__)) + _kind(cause))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(reversed(told))


def _kind(error: BaseException) -> str:
    codes = (getattr(error, name, None) for name in ("sqlstate", "sqlite_errorname", "errno"))
    return " ".join([type(error).__qualname__, *(str(code) for code in codes if code)])


def _dumps(event: Any, **_: Any) -> str:
    return orjson.dumps(event, default=repr).decode().translate(_ENDS_OF_LINES)


def _without(secrets: tuple[str, ...]) -> Any:
    kept = [secret for secret in secrets if secret]

    def hide(_logger: WrappedLogger, _method: str, line: EventDict | str) -> str:
        text = str(line)
        for secret in kept:
            text = text.replace(secret, HIDDEN)
        return text

    return hide
