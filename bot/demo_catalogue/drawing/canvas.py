"""The sheet on which a product is drawn: at twice its size, then made smaller so that edges are soft."""

import io
from collections.abc import Sequence
from functools import cache
from typing import Final

from PIL import Image, ImageDraw, ImageFilter

from bot.demo_catalogue.drawing.outline import Point, box, oval, right_of
from bot.demo_catalogue.drawing.palette import GLEAM, Ink, Rgb, Tone, mixed

SIDE: Final = 640
OVERSIZE: Final = 2
_UNIT: Final = SIDE * OVERSIZE / 100


class Canvas:
    """Takes outlines in hundredths of its side."""

    def __init__(self, wall: Rgb) -> None:
        self._image = _backdrop(wall).copy()
        self._draw = ImageDraw.Draw(self._image, "RGBA")

    def fill(self, ink: Ink, *outlines: Sequence[Point]) -> None:
        """Outlines filled with one ink."""
        for outline in outlines:
            if len(outline) > 2:
                self._draw.polygon([(x * _UNIT, y * _UNIT) for x, y in outline], fill=ink)

    def solid(self, tone: Tone, outline: Sequence[Point], shade_from: float = 0.7) -> None:
        """An outline with a light left edge and a right side in shade, from this share of its width on."""
        left, right = min(x for x, _ in outline), max(x for x, _ in outline)
        self.fill(tone.base, outline)
        self.fill(tone.dark, right_of(outline, left + (right - left) * shade_from))

    def line(self, ink: Ink, width: float, points: Sequence[Point]) -> None:
        """A line with round ends and joints."""
        scaled = [(x * _UNIT, y * _UNIT) for x, y in points]
        self._draw.line(scaled, fill=ink, width=round(width * _UNIT), joint="curve")
        half = width / 2
        self.fill(ink, oval(*points[0], half), oval(*points[-1], half))

    def shine(self, left: float, top: float, width: float, height: float) -> None:
        """A vertical streak of light."""
        self.fill(GLEAM, box(left, top, left + width, top + height, width / 2))

    def ground(self, wide: float, y: float = 81) -> None:
        """The soft shadow under a thing that stands at height `y`."""
        shadow = _shadow(round(wide))
        corner = (round(50 * _UNIT - shadow.width / 2), round(y * _UNIT - shadow.height / 2))
        self._image.paste((70, 66, 92), corner, shadow)

    def jpeg(self) -> bytes:
        """The finished picture."""
        out = io.BytesIO()
        self._image.reduce(OVERSIZE).save(out, "JPEG", quality=88)
        return out.getvalue()


@cache
def _backdrop(wall: Rgb) -> Image.Image:
    side = SIDE * OVERSIZE
    image = Image.new("RGB", (side, side), wall)
    draw = ImageDraw.Draw(image)
    middle, radius = side / 2, side * 0.4
    halo = mixed(wall, (255, 255, 255), 0.42)
    draw.ellipse((middle - radius, middle - radius, middle + radius, middle + radius), fill=halo)
    return image


@cache
def _shadow(wide: int) -> Image.Image:
    margin, width, height = 12, wide * 4, 18
    small = Image.new("L", (width + 2 * margin, height + 2 * margin), 0)
    ImageDraw.Draw(small).ellipse((margin, margin, margin + width, margin + height), fill=120)
    soft = small.filter(ImageFilter.GaussianBlur(4))
    scale = 2 * wide * _UNIT / width
    return soft.resize((round(soft.width * scale), round(soft.height * scale)), Image.Resampling.BILINEAR)
