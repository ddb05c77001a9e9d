"""Answers Bot API requests: token, method, faults, parameters, the method itself, the log."""

from aiohttp import web

from playground import body, parameters
from playground.bot_api import NAMES
from playground.bots import Bot
from playground.call import Call
from playground.faults import REQUEST_KINDS, Fault
from playground.methods.table import ANSWERS, SLOW_ANSWERS
from playground.strikes import strike
from playground.wire import BotApiError, Json, bad_request, ok_body
from playground.world import World

SENSELESS = (TypeError, ValueError, LookupError, AttributeError)


async def answer(world: World, request: web.BaseRequest) -> web.Response:
    """Answer /bot<token>/<method>."""
    token, _, name = request.path[4:].partition("/")
    entry = world.log.add({"type": "request", "method": name, "params": {}, "outcome": None})
    try:
        bot, method = _find(world, token, name)
        raw, uploads = await body.read(request)
        call = Call(world, bot, method, raw, uploads)
        _describe(entry, call)
        content = await _through_faults(call, request, entry)
    except BotApiError as error:
        entry["outcome"] = {"error_code": error.code, "description": error.description}
        return _response(error.body(), error.code)
    except ConnectionResetError:
        entry["outcome"] = entry["outcome"] or "reset"
        raise
    return _response(content, 200)


async def perform(call: Call) -> bytes:
    """The body of the answer to a call; nested JSON of a senseless shape is a 400."""
    try:
        return ok_body(await _perform(call))
    except SENSELESS as error:
        call.warnings.append(repr(error))
        raise bad_request(f"can't parse the parameters of {call.method}") from error


async def _perform(call: Call) -> object:
    call.params, unknown = parameters.typed(call.method, call.params)
    if refusal := parameters.missing(call.method, (*call.params, *call.uploads)):
        raise refusal
    if unknown:
        call.warnings.append(f"unknown parameters: {', '.join(unknown)}")
    if quick := ANSWERS.get(call.method):
        return quick(call)
    if slow := SLOW_ANSWERS.get(call.method):
        return await slow(call)
    raise BotApiError(501, f"Not Implemented: {call.method} is not emulated by the playground")


async def _through_faults(call: Call, request: web.BaseRequest, entry: Json) -> bytes:
    fault = _fault(call, entry)
    if fault is not None and fault.when == "before":
        await strike(fault, request)
    entry["warnings"] = call.warnings
    content = await perform(call)
    entry["outcome"] = "ok"
    if call.message_id is not None:
        entry["message_id"] = call.message_id
    if fault is not None and fault.when == "after":
        await strike(fault, request)
    return content


def _find(world: World, token: str, name: str) -> tuple[Bot, str]:
    number, colon, _ = token.partition(":")
    if not (number.isdigit() and colon):
        raise BotApiError(404, "Not Found")
    bot = world.bots.get(token)
    if bot is None:
        raise BotApiError(401, "Unauthorized")
    method = NAMES.get(name.lower())
    if method is None:
        raise BotApiError(404, "Not Found")
    return bot, method


def _describe(entry: Json, call: Call) -> None:
    raw = call.params
    entry |= {"bot": call.bot.id, "method": call.method, "params": raw}
    chat_id = str(raw.get("chat_id", ""))
    entry["chat_id"] = int(chat_id) if chat_id.lstrip("-").isdigit() else None
    if call.uploads:
        entry["files"] = {name: [file.name, len(file.data)] for name, file in call.uploads.items()}


def _fault(call: Call, entry: Json) -> Fault | None:
    faults = call.world.faults
    if not faults.rules:
        return None
    fault = faults.pick(REQUEST_KINDS, call.method, entry["chat_id"])
    if fault is not None:
        entry["fault"] = f"{fault.kind} {fault.when}"
    return fault


def _response(content: bytes, status: int) -> web.Response:
    return web.Response(body=content, status=status, content_type="application/json")
