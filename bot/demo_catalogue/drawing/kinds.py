"""Every kind of product that can be drawn, by name, and drawing one in a colour."""

from collections.abc import Callable
from types import ModuleType
from typing import Final

from bot.demo_catalogue.drawing import (
    apparel,
    bags,
    drinkware,
    electronics,
    kitchen,
    lighting,
    pets,
    shoes,
    sports,
    stationery,
    tools,
    toys,
)
from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.palette import COLOURS, Tone

Drawing = Callable[[Canvas, Tone], None]

_TOPICS: Final = (
    apparel, bags, drinkware, electronics, kitchen, lighting, pets, shoes, sports, stationery, tools, toys,
)  # fmt: skip


def _drawings(topic: ModuleType) -> dict[str, Drawing]:
    return {
        name: thing
        for name, thing in vars(topic).items()
        if getattr(thing, "__module__", "") == topic.__name__ and not name.startswith("_") and callable(thing)
    }


KINDS: Final = {name: drawing for topic in _TOPICS for name, drawing in _drawings(topic).items()}


def draw(kind: str, colour: str) -> bytes:
    """A JPEG of 640 by 640 pixels; raises KeyError for a kind or colour that is not known."""
    tone = Tone(COLOURS[colour])
    canvas = Canvas(tone.backdrop)
    KINDS[kind](canvas, tone)
    return canvas.jpeg()
