"""Pictures that come with a catalogue: found beside it, recognised by content, measured before use."""

import io
import warnings
from pathlib import Path
from typing import Final

from PIL import Image

from services.importing.problems import Kind, Misread

MOST_BYTES: Final = 10_000_000
MOST_PIXELS: Final = 40_000_000
_SUFFIXES: Final = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
_LIMIT: Final = "JPEG, PNG, WebP; 10 MB; 40 megapixels"


def find_picture(folder: Path, written: str) -> Path:
    """The file that a row names, inside the catalogue's folder (links followed). Raises Misread."""
    try:
        path = (folder / written.replace("\\", "/")).resolve(strict=True)
        is_inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError, RuntimeError):
        is_inside = False
    if not is_inside:
        raise Misread(Kind.NOT_BESIDE_THE_FILE)
    return path


def read_picture(path: Path) -> tuple[bytes, str]:
    """A picture's bytes and its suffix (jpg, png, webp). Raises Misread when it is none or too large."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Misread(Kind.NOT_A_PICTURE, _LIMIT)
        content = path.read_bytes()
    except OSError:
        raise Misread(Kind.NOT_BESIDE_THE_FILE) from None
    return content, picture_suffix(content)


def picture_suffix(content: bytes) -> str:
    """The suffix for a picture, from its header alone. Raises Misread."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=tuple(_SUFFIXES)) as picture:
                kind, pixels = picture.format or "", picture.width * picture.height
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Misread(Kind.NOT_A_PICTURE, _LIMIT) from None
    if pixels > MOST_PIXELS:
        raise Misread(Kind.NOT_A_PICTURE, _LIMIT)
    return _SUFFIXES[kind]
