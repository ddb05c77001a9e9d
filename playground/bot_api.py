"""The table of Bot API methods with their parameters, read from bot_api.json."""

from pathlib import Path

import orjson

from playground.wire import Json


def _read() -> dict[str, dict[str, str]]:
    document: Json = orjson.loads(Path(__file__).with_name("bot_api.json").read_bytes())
    methods: dict[str, dict[str, str]] = document["methods"]
    return methods


PARAMETERS = _read()
NAMES = {name.lower(): name for name in PARAMETERS}
