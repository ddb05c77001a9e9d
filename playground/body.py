"""Reads the parameters of a request: query string, JSON, form or multipart with files."""

from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web
from aiohttp.multipart import BodyPartReader

from playground.files import Upload
from playground.wire import Json, bad_request


async def read(request: web.BaseRequest) -> tuple[Json, dict[str, Upload]]:
    """The raw parameters and the uploaded files by field name."""
    params: Json = dict(parse_qsl(request.query_string, keep_blank_values=True))
    if request.method == "GET" or not request.can_read_body:
        return params, {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, params)
    body = await request.read()
    params.update(_json(body) if kind == "application/json" else _form(body))
    return params, {}


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _json(body: bytes) -> Any:
    try:
        document = orjson.loads(body) if body else {}
    except ValueError:
        document = None
    if not isinstance(document, dict):
        raise bad_request("Can't parse JSON object") from None
    return document


async def _multipart(request: web.BaseRequest, params: Json) -> tuple[Json, dict[str, Upload]]:
    uploads: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read())
        if part.filename is None:
            params[part.name] = data.decode(errors="replace")
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(data, part.filename, kind)
    return params, uploads
