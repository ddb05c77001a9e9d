"""Serves files: the web page, and what bots and people have sent."""

import mimetypes
from pathlib import Path
from urllib.parse import unquote

from aiohttp import web

from playground.world import World

FOLDER = Path(__file__).with_name("web")
NO_CACHE = {"Cache-Control": "no-cache"}


def page(path: str) -> web.Response:
    """A file of the folder `web`; the start page for /."""
    name = "index.html" if path == "/" else path.removeprefix("/web/")
    parts = name.split("/")
    target = FOLDER.joinpath(*parts)
    if ".." in parts or "" in parts or not target.is_file():
        return missing()
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    charset = "utf-8" if kind.startswith("text/") or kind.endswith(("javascript", "json")) else None
    return web.Response(body=target.read_bytes(), content_type=kind, charset=charset, headers=NO_CACHE)


def sent_file(world: World, path: str) -> web.Response:
    """A file that was sent in some chat, by its path."""
    file = world.files.by_path.get(unquote(path))
    if file is None:
        return missing()
    # Served as declared but never as a page: an HTML document must not run beside the actor API.
    kind = file.upload.content_type if file.upload.content_type.startswith("image/") else ""
    kind = kind if kind and "svg" not in kind else "application/octet-stream"
    return web.Response(body=file.upload.data, content_type=kind, headers=NO_CACHE)


def missing() -> web.Response:
    """404."""
    return web.Response(status=404, text="Not Found")
