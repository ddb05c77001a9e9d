"""The pinned fonts: one for both languages of the house, others for the scripts of people's names."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Final

HOUSE: Final = "noto_cjk_sans_otc"
NO_LETTERS: Final = frozenset({*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF})
"""Controls, byte order marks and the like: PDF/A allows none of them."""
SCRIPTS: Final = (
    "fontpkg_noto_sans",
    "fontpkg_noto_sans_arabic",
    "fontpkg_noto_sans_devanagari",
    "fontpkg_noto_sans_thai",
    "fontpkg_heebo",
)


def folder(package: str) -> str:
    """Where a package keeps its fonts."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise FileNotFoundError(package)
    return str(Path(found.origin).parent)


@cache
def shown_letters() -> frozenset[int]:
    """The code points that at least one of the fonts has a picture for."""
    from fontTools.ttLib import TTFont

    letters = set[int]()
    for package in (HOUSE, *SCRIPTS):
        for file in sorted(Path(folder(package)).rglob("*.tt[cf]")):
            letters |= TTFont(file, fontNumber=0, lazy=True).getBestCmap().keys()
    return frozenset(letters - NO_LETTERS)
