"""JSON as both databases keep it, written and read by orjson."""

from typing import Any, Final

import orjson


def _dumps(value: Any) -> str:
    return orjson.dumps(value).decode()


JSON_OPTIONS: Final[dict[str, Any]] = {"json_serializer": _dumps, "json_deserializer": orjson.loads}
"""For the making of an engine."""
