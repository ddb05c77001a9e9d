"""Pictures typeset by typst, with one font that knows both languages."""

import json
from pathlib import Path
from typing import Any, Final

import typst

from printing import fonts

TEMPLATES: Final = Path(__file__).parent / "templates"
POINTS_AN_INCH: Final = 72
PIXELS_A_POINT: Final = 2


def picture(template: str, data: dict[str, Any]) -> bytes:
    """The PNG of a template; the data reaches it as a string, so that nothing in it is markup or code."""
    compiler = typst.Compiler(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[fonts.folder(fonts.HOUSE)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    made = compiler.compile(format="png", ppi=POINTS_AN_INCH * PIXELS_A_POINT)
    if not isinstance(made, bytes):
        raise ValueError("a picture has one page")
    return made
