"""Answers /file/bot<token>/<path>: what getFile promised."""

from urllib.parse import unquote

from aiohttp import web

from playground import pages
from playground.faults import OTHER_KINDS
from playground.world import World


def answer(world: World, path: str) -> web.Response:
    """The bytes of a file, cut short when the fault `truncate` strikes."""
    token, _, name = path.removeprefix("/file/bot").partition("/")
    if unquote(token) not in world.bots:
        return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)
    file = world.files.by_path.get(unquote(name))
    if file is None:
        return pages.missing()
    data = file.upload.data
    if world.faults.pick(OTHER_KINDS & {"truncate"}, "download", None):
        data = data[: len(data) // 2]
    return web.Response(body=data, content_type="application/octet-stream")
