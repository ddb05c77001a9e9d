"""Pictures without a picture library: sizes read from headers, simple PNGs drawn from a number."""

import colorsys
import struct
import zlib

Size = tuple[int, int]


def size_of(data: bytes) -> Size | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return _pair(">II", data, 16)
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        return _pair("<HH", data, 6)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return _jpeg(data) if data.startswith(b"\xff\xd8") else None


def draw(number: int, size: Size = (320, 240)) -> bytes:
    """A PNG of stripes in a colour of its own for each number."""
    width, height = size
    bright, dark = _colour(number, 0.95), _colour(number, 0.75)
    rows = [b"\x00" + _row(width, (bright, dark) if y // 20 % 2 else (dark, bright)) for y in range(height)]
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    note = b"picture\x00" + str(number).encode()
    chunks = ((b"IHDR", header), (b"tEXt", note), (b"IDAT", zlib.compress(b"".join(rows), 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _pair(form: str, data: bytes, at: int) -> Size:
    width, height = struct.unpack_from(form, data, at)
    return int(width), int(height)


def _webp(data: bytes) -> Size | None:
    if data[12:16] == b"VP8X" and len(data) >= 30:
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if data[12:16] == b"VP8 " and len(data) >= 30:
        width, height = _pair("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if data[12:16] == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None


def _jpeg(data: bytes) -> Size | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = _pair(">HH", data, at + 5)
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _colour(number: int, light: float) -> bytes:
    red, green, blue = colorsys.hsv_to_rgb(number * 0.381966 % 1, 0.45, light)
    return bytes((int(red * 255), int(green * 255), int(blue * 255)))


def _row(width: int, colours: tuple[bytes, bytes]) -> bytes:
    return b"".join(colours[x // 20 % 2] for x in range(width))


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
