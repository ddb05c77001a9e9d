"""Documents to keep as PDF/A: the same data gives the same bytes, and nothing in it is markup or code."""

import json
from pathlib import Path
from typing import Any, Final

import segno
import typst

from printing import fonts
from printing.framing import framed
from printing.readable import breakable, mark_unknown

TEMPLATES: Final = Path(__file__).parent / "templates"
PEOPLES_WORDS: Final = frozenset({"sections", "signatures", "captions"})
"""What may be too long for a line; a hash, a fingerprint or a link is to be copied as it is."""
STANDARD: Final = "a-2u"
"""PDF/A-2u (ISO 19005-2): all fonts within, every letter can be copied, and none may be an empty box."""


def agreement(data: dict[str, Any]) -> bytes:
    """The PDF of an agreement; `data` as templates/agreement.typ says, with the `link` of its QR code if any.

    `at` is the moment it says it was made, in seconds since 1970, so that nothing depends on today.
    """
    qr = segno.make(data["link"], error="m").svg_inline(border=0) if data.get("link") else ""
    return _fitted("agreement", data, {"qr": qr})


def case_file(data: dict[str, Any]) -> bytes:
    """The PDF of a case file; `data` as templates/case_file.typ says, its `images` in base64."""
    images = {name: framed(image) for name, image in data["images"].items()}
    return _fitted("case_file", {**data, "images": {}}, {"images": images})


def _fitted(template: str, data: dict[str, Any], drawn: dict[str, Any]) -> bytes:
    """`drawn` is what we drew ourselves, so that none of it has to be made readable."""
    fitted = {name: breakable(value) if name in PEOPLES_WORDS else value for name, value in data.items()}
    try:
        return _pdf(template, {**fitted, **drawn})
    except typst.TypstError:  # for want of a letter; which, takes a while to know and is asked only then
        return _pdf(template, {**mark_unknown(fitted, fonts.shown_letters()), **drawn})


def _pdf(template: str, data: dict[str, Any]) -> bytes:
    compiler = typst.Compiler(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[fonts.folder(each) for each in (fonts.HOUSE, *fonts.SCRIPTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    made = compiler.compile(format="pdf", timestamp=int(data["at"]), pdf_standards=STANDARD)
    if not isinstance(made, bytes):
        raise ValueError("a document is one file")
    return made
