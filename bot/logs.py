"""Logs: one JSON line for each event, ids as fields, never words of people nor the token."""

import logging
import sys
from typing import Any, Final

import orjson
import structlog
from structlog.types import EventDict, Processor, WrappedLogger

CHATTY: Final = ("aiogram", "aiohttp.access", "httpx", "telegram", "alembic")
HIDDEN: Final = "***"


def set_up(level: str, secrets: tuple[str, ...]) -> None:
    """Sends every log event, of libraries too, to standard error as JSON; `secrets` never appear in it."""
    threshold = logging.getLevelNamesMapping()[level.upper()]
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
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
    logging.basicConfig(level=threshold, handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(threshold, logging.WARNING))


def _dumps(event: Any, **_: Any) -> str:
    return orjson.dumps(event, default=repr).decode()


def _without(secrets: tuple[str, ...]) -> Any:
    kept = [secret for secret in secrets if secret]

    def hide(_logger: WrappedLogger, _method: str, line: EventDict | str) -> str:
        text = str(line)
        for secret in kept:
            text = text.replace(secret, HIDDEN)
        return text

    return hide
