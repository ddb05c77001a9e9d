"""The child process that decodes people's pictures under limits of memory and time.

`python -m storage.examining_child PATH [PATH ...]` prints a line of JSON for each file in turn: what is wrong
with it, and what similar pictures share. Beside the file it leaves the preview, without any metadata.
"""

import json
import os
import resource
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pillow_heif
from PIL import Image, ImageFile, ImageOps

from storage.previews import PREVIEW

MEMORY_BYTES: Final = 320 * 1024 * 1024
"""Of addresses, some of which are libraries that hold no memory: less than 300 MB of it are ever used."""
LIMITS: Final = {resource.RLIMIT_AS: MEMORY_BYTES, resource.RLIMIT_CPU: 10, resource.RLIMIT_CORE: 0}
MOST_PIXELS: Final = 40_000_000
LONGEST_SIDE: Final = 1280
QUALITY: Final = 85
FORMATS: Final = ("JPEG", "PNG", "WEBP", "HEIF")
BROKEN: Final = {"flaw": "broken", "likeness": ""}
_SIDE: Final = 8


def main(*paths: str) -> int:
    """Prints what is found out about each file; returns the exit code."""
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    pillow_heif.register_heif_opener(thumbnails=False, decode_threads=1)
    for path in paths:
        sys.stdout.write(_apart(Path(path)) + "\n")
        sys.stdout.flush()
    return 0


def _apart(path: Path) -> str:
    """Decodes in a process of its own, so that no picture meets the memory of another, or takes it along."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        for limit, most in LIMITS.items():
            resource.setrlimit(limit, (most, most))
        os.write(writing, json.dumps(_found(path)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        found = said.read()
    os.waitpid(child, 0)
    return found or json.dumps(BROKEN)


def _found(path: Path) -> dict[str, str]:
    try:
        return {"flaw": "", "likeness": _previewed(path)}
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return {"flaw": "pixels", "likeness": ""}
    except Exception:  # a decoder may raise anything over what people send
        return BROKEN


def _previewed(path: Path) -> str:
    """Writes the preview; returns the picture's likeness. The header is read before anything is decoded."""
    with Image.open(path, formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        if opened.mode in ("P", "1"):
            picture: Any = opened.convert("RGBA")
        else:
            opened.load()
            picture = opened
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture)
        plain = Image.new("RGB", upright.size, "white")
        shown = upright.convert("RGBA")
        plain.paste(shown, mask=shown.getchannel("A"))
    plain.save(f"{path}{PREVIEW}", "JPEG", quality=QUALITY)
    return _likeness(plain)


def _likeness(picture: Image.Image) -> str:
    """64 bits in hex: whether each of 8 x 8 spots is darker than its right neighbour (dHash, N. Krawetz)."""
    small = picture.convert("L").resize((_SIDE + 1, _SIDE), Image.Resampling.LANCZOS)
    bits = "".join("1" if darker else "0" for darker in _darker(small))
    return f"{int(bits, 2):016x}"


def _darker(small: Image.Image) -> Iterator[bool]:
    grey = small.tobytes()
    for row in range(_SIDE):
        line = grey[row * (_SIDE + 1) : (row + 1) * (_SIDE + 1)]
        yield from (line[place] < line[place + 1] for place in range(_SIDE))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
