"""The demo's colours by name, and the tones of one colour."""

import colorsys
from dataclasses import dataclass
from typing import Final

Rgb = tuple[int, int, int]
Ink = Rgb | tuple[int, int, int, int]

_HEX: Final = (
    "amber E9A13B;bamboo D9B27A;black 34373D;blush E9A6A6;brass C9A24B;brown A9744F;charcoal 4A5058;"
    "cream EFE3CC;forest 3F7257;graphite 565D66;grey A3A9B2;khaki B8A57C;lilac A893CF;lime A5C94F;"
    "mint 8CCDB4;navy 3B527F;orange EE8846;red D8544F;sky 74B2DE;steel BCC4CC;teal 3E9C9C;"
    "terracotta C9714F;white F4F4F1;yellow F2C443"
)
COLOURS: Final[dict[str, Rgb]] = {
    name: (int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16))
    for name, code in (pair.split(" ") for pair in _HEX.split(";"))
}

GLOSS: Final = (255, 255, 255, 95)
GLEAM: Final = (255, 255, 255, 45)
DUSK: Final = (30, 30, 50, 38)
WHITE: Final = (250, 250, 248)
DARK: Final = (62, 66, 76)
STEEL: Final = (196, 203, 210)
WOOD: Final = (205, 160, 110)
WARM: Final = (255, 226, 140)


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour with its darker and lighter neighbours."""

    base: Rgb

    @property
    def dark(self) -> Rgb:
        """For the side in shade."""
        return mixed(self.base, (36, 34, 60), 0.2)

    @property
    def deep(self) -> Rgb:
        """For openings and soles."""
        return mixed(self.base, (36, 34, 60), 0.42)

    @property
    def light(self) -> Rgb:
        """For the side in the light."""
        return mixed(self.base, (255, 255, 255), 0.38)

    @property
    def backdrop(self) -> Rgb:
        """A pale wall that goes with the colour: its hue a little turned; less pale behind pale things."""
        hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in self.base))
        pale = 0.8 if lightness > 0.9 else 0.89
        hue, saturation = (0.6, 0.25) if lightness > 0.9 else (hue + 0.06, min(0.5, 0.2 + saturation / 3))
        red, green, blue = colorsys.hls_to_rgb(hue % 1, pale, saturation)
        return round(red * 255), round(green * 255), round(blue * 255)


def mixed(first: Rgb, second: Rgb, share: float) -> Rgb:
    """The first colour with a share of the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue
