"""Documents to keep as PDF/A: the same data gives the same bytes, and nothing in it is markup or code."""

import json
from pathlib import Path
from typing import Any, Final

import segno
import typst

from printing import fonts
from printing.readable import breakable, mark_unknown

TEMPLATES: Final = Path(__file__).parent / "templates"
PEOPLES_WORDS: Final = frozenset({"sections", "signatures"})
"""What may be too long for a line; a fingerprint or a link is to be copied as it is."""
STANDARD: Final = "a-2u"
"""PDF/A-2u (ISO 19005-2): all fonts within, every letter can be copied, and none may be an empty box."""


def agreement(data: dict[str, Any]) -> bytes:
    """The PDF of an agreement; `data` as templates/agreement.typ says, with the `link` of its QR code if any.

    `at` is the moment it says it was made, in seconds since 1970, so that nothing depends on today.
    """
    qr = segno.make(data["link"], error="m").svg_inline(border=0) if data.get("link") else ""
    fitted = {name: breakable(value) if name in PEOPLES_WORDS else value for name, value in data.items()}
    try:
        return _pdf(fitted, qr)
    except typst.TypstError:  # for want of a letter; which, takes a while to know and is asked only then
        return _pdf(mark_unknown(fitted, fonts.shown_letters()), qr)


def _pdf(data: dict[str, Any], qr: str) -> bytes:
    compiler = typst.Compiler(
        str(TEMPLATES / "agreement.typ"),
        root=str(TEMPLATES),
        font_paths=[fonts.folder(each) for each in (fonts.HOUSE, *fonts.SCRIPTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps({**data, "qr": qr}, ensure_ascii=False)},
    )
    made = compiler.compile(format="pdf", timestamp=int(data["at"]), pdf_standards=STANDARD)
    if not isinstance(made, bytes):
        raise ValueError("a document is one file")
    return made
