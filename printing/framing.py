"""Pictures on paper: each in an SVG of its own, which is how a document takes bytes that lie in no file."""

from typing import Final

SIDE: Final = 300
_TYPES: Final = (("/9j/", "image/jpeg"), ("iVBOR", "image/png"))
"""How the base64 of each type begins."""
_FRAME: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
    '<image width="{side}" height="{side}" xlink:href="data:{type};base64,{content}"/></svg>'
)


class NoPicture(ValueError):
    """The content is of no type that paper shows."""


def framed(content: str) -> str:
    """The picture, given in base64, as large as a square allows. Raises NoPicture."""
    for beginning, name in _TYPES:
        if content.startswith(beginning):
            return _FRAME.format(side=SIDE, type=name, content=content)
    raise NoPicture()
