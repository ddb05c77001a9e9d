"""Whatever people send is examined within limits: types by content, no bombs, no metadata in previews."""

import asyncio
import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any, Final

import pillow_heif
import pytest
from PIL import Image

from bot.examining import Examined, examined
from storage.examining_child import MOST_PIXELS

pillow_heif.register_heif_opener()

MOST_MEGABYTES: Final = 300
GPS: Final = 0x8825


def encoded(kind: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **more: Any) -> bytes:
    """A picture with some contrast."""
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    content = io.BytesIO()
    picture.save(content, kind, **more)
    return content.getvalue()


def located() -> bytes:
    """A JPEG that tells where it was taken, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (29.0, 52.0, 12.0)
    return encoded("JPEG", exif=exif)


def png_of(width: int, height: int) -> bytes:
    """A black PNG of this size, whose few bytes swell when it is decoded."""
    squeezed = zlib.compressobj(1)
    row = bytes(1 + width * 4)
    rows = b"".join(squeezed.compress(row) for _ in range(height)) + squeezed.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def webp_of(width: int, height: int) -> bytes:
    """The beginning of a WebP that says it is of this size."""
    bits = struct.pack("<I", (width - 1) | (height - 1) << 14)
    data = b"\x2f" + bits + bytes(60) + b"\0"
    body = b"WEBPVP8L" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def frames(kind: str, count: int) -> bytes:
    """A moving picture of so many frames."""
    moving = [Image.new("RGB", (200, 200), (shade % 256, 0, 0)) for shade in range(count)]
    content = io.BytesIO()
    moving[0].save(content, kind, save_all=True, append_images=moving[1:])
    return content.getvalue()


LYING: Final = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "exe": b"MZ\x90\x00\x03" + bytes(60),
    "zip": b"PK\x03\x04" + bytes(60),
    "shell": b"#!/bin/sh\nrm -rf /\n",
    "empty": b"",
    "gif": encoded("GIF", mode="P"),
    "gif of many frames": frames("GIF", 200),
    "tiff": encoded("TIFF"),
    "tiff bomb": encoded("TIFF", (3000, 3000), "L", compression="tiff_deflate"),
    "bmp": encoded("BMP"),
    "ico": encoded("ICO"),
    "avif brand": b"\x00\x00\x00\x20ftypavif" + bytes(60),
    "mp4": b"\x00\x00\x00\x20ftypisom" + bytes(60),
    "late pdf": b" " * 2000 + b"%PDF-1.7",
}
BROKEN: Final = {
    "only a head": b"\xff\xd8\xff\xe0" + bytes(30),
    "html in a jpeg's coat": b"\xff\xd8\xff<script>alert(1)</script>",
    "cut jpeg": encoded("JPEG", (900, 900))[:3000],
    "cut png": encoded("PNG", (900, 900), "RGBA")[:300],
    "cut webp": encoded("WEBP", (900, 900))[:200],
    "cut heic": encoded("HEIF", (900, 900))[:400],
    "png of nothing": b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 6, 0, 0, 0)),
}
BOMBS: Final = {"png bomb": png_of(13_000, 13_000), "webp bomb": webp_of(16_000, 2600)}
GOOD: Final = {
    "jpeg": encoded("JPEG"),
    "png": encoded("PNG", mode="RGBA"),
    "png of a palette": encoded("PNG", mode="P"),
    "webp": encoded("WEBP"),
    "webp of many frames": frames("WEBP", 20),
    "heic": encoded("HEIF"),
    "jpeg with a zip behind it": encoded("JPEG") + b"PK\x03\x04" + bytes(60),
    "large jpeg": encoded("JPEG", (4000, 3000)),
}


async def test_every_hostile_file_is_told_from_every_good_one() -> None:
    corpus = {**LYING, **BROKEN, **BOMBS, **GOOD, "pdf": b"%PDF-1.7\n"}

    found = dict(zip(corpus, await examined(list(corpus.values())), strict=True))

    assert {found[name].flaw for name in LYING} == {"type"}
    assert {name: found[name].flaw for name in BROKEN} == dict.fromkeys(BROKEN, "broken")
    assert {found[name].flaw for name in BOMBS} <= {"pixels", "broken"}  # WebP's decoder takes its room first
    assert {name for name, each in found.items() if each.preview} == set(GOOD)
    assert found["pdf"] == Examined("application/pdf")


async def test_a_preview_is_small_and_tells_nothing_but_the_picture() -> None:
    [plain, long] = await examined([located(), encoded("JPEG", (4000, 300))])

    preview, shown = Image.open(io.BytesIO(plain.preview)), Image.open(io.BytesIO(long.preview))
    assert b"Exif" in located()
    assert b"Exif" not in plain.preview
    assert dict(preview.getexif()) == {}
    assert (preview.format, preview.size, shown.size) == ("JPEG", (48, 64), (1280, 96))


async def test_a_picture_sent_elsewhere_smaller_is_alike_and_another_is_not() -> None:
    one = encoded("JPEG", (1200, 900))
    with Image.open(io.BytesIO(one)) as opened:
        smaller = io.BytesIO()
        opened.resize((600, 450)).save(smaller, "PNG")
    other = io.BytesIO()
    Image.radial_gradient("L").save(other, "JPEG")

    found = await examined([one, smaller.getvalue(), other.getvalue()])

    first, second, third = (int(each.likeness, 16) for each in found)
    assert (first ^ second).bit_count() <= 6
    assert (first ^ third).bit_count() > 12


def test_no_picture_takes_more_than_its_share_of_memory(tmp_path: Path) -> None:
    side = int(MOST_PIXELS**0.5)
    heavy = [*BOMBS.values(), LYING["gif of many frames"], png_of(side, side), encoded("HEIF", (4000, 3000))]
    paths = [tmp_path / str(number) for number in range(len(heavy))]
    for path, content in zip(paths, heavy, strict=True):
        path.write_bytes(content)
    asked = (
        "import resource, sys; from storage.examining_child import main; main(*sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )

    said = subprocess.run(
        [sys.executable, "-c", asked, *map(str, paths)], capture_output=True, check=True, timeout=60
    )

    *found, kilobytes = said.stdout.splitlines()
    assert len(found) == len(heavy)
    assert int(kilobytes) < MOST_MEGABYTES * 1024


async def test_a_child_that_dies_leaves_the_files_undecoded_and_the_bot_alive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.examining.PROGRAM", "storage.no_such_child")

    [found] = await asyncio.gather(examined([GOOD["jpeg"], b"%PDF-1.7"]))

    assert [(each.type, each.flaw) for each in found] == [("image/jpeg", "broken"), ("application/pdf", "")]
