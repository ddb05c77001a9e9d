"""Answers actor API requests: finds the function, reads the values, words refusals."""

import inspect
from typing import Any

import orjson
from aiohttp import web

from playground import body
from playground.actors import routes
from playground.actors.ask import Ask, Refused
from playground.files import Upload
from playground.wire import BotApiError, Json
from playground.world import World

PREFIX = "/playground"


async def answer(world: World, request: web.BaseRequest) -> web.Response:
    """Answer a request under /playground/."""
    path = request.path.removeprefix(PREFIX)
    try:
        values, uploads = await body.read(request)
        result = await act(world, (request.method, path), values, uploads)
    except Refused as refusal:
        return _response({"error": refusal.reason}, refusal.status)
    except BotApiError as error:
        return _response({"error": error.description}, error.code)
    return _response(result, 200)


async def act(
    world: World, deed: tuple[str, str], values: Json, uploads: dict[str, Upload] | None = None
) -> Any:
    """Do one deed, given as verb and path; Refused when it cannot be done."""
    if deed == ("POST", "/batch"):
        return [await _one(world, step) for step in values.get("steps", [])]
    found = routes.find(*deed)
    if found is None:
        raise Refused(404, f"the actor API has no {deed[0]} {deed[1]}")
    function, path = found
    result = function(Ask(world, path, values, uploads or {}))
    return await result if inspect.isawaitable(result) else result


async def _one(world: World, step: Json) -> Json:
    path = str(step.get("path", "")).removeprefix(PREFIX)
    try:
        return {"result": await act(world, (step.get("method", "POST"), path), step.get("body") or {})}
    except Refused as refusal:
        return {"error": refusal.reason, "status": refusal.status}


def _response(result: Any, status: int) -> web.Response:
    content = orjson.dumps(result, option=orjson.OPT_NON_STR_KEYS)
    return web.Response(body=content, status=status, content_type="application/json")
