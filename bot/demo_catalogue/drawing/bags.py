"""Bags and suitcases."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, mirrored, oval, path, smooth
from bot.demo_catalogue.drawing.palette import DARK, GLEAM, GLOSS, STEEL, Tone


def backpack(canvas: Canvas, tone: Tone) -> None:
    """A backpack with a front pocket."""
    canvas.ground(26)
    canvas.line(tone.deep, 3, arc((50, 20), (7, 7), (180, 360)))
    canvas.fill(tone.deep, box(22, 48, 32, 76, 5), box(68, 48, 78, 76, 5))
    canvas.solid(tone, [*arc((50, 40), (24, 23), (180, 360)), *box(26, 40, 74, 82, 8)[8:24]], 0.75)
    canvas.solid(tone, box(26, 36, 74, 82, 8), 0.75)
    canvas.line(tone.deep, 1.2, arc((50, 42), (19, 18), (190, 350)))
    canvas.solid(Tone(tone.dark), box(32, 54, 68, 78, 6), 0.8)
    canvas.line(tone.light, 1.3, [(36, 60), (64, 60)])
    canvas.line(STEEL, 1.6, [(60, 60), (60, 65)])
    canvas.fill(GLOSS, box(44, 40, 56, 45, 1.4))


def tote(canvas: Canvas, tone: Tone) -> None:
    """A canvas shopping bag with a printed leaf."""
    canvas.ground(26, 84)
    canvas.line(tone.deep, 2.8, path((36, 42), (38, 16), (62, 16), (64, 42)))
    canvas.solid(tone, mirrored([(26, 38), (23, 82), (27, 84)]), 0.78)
    canvas.line(tone.dark, 0.9, [(26.4, 43), (73.6, 43)])
    leaf = smooth([(50, 50), (58, 58), (57, 70), (50, 76), (43, 70), (42, 58)])
    canvas.fill((96, 152, 112), leaf)
    canvas.line((240, 244, 236), 1, [(50, 54), (50, 80)])
    for y in (60, 66):
        canvas.line((240, 244, 236), 0.8, [(45.6, y - 2), (50, y + 2), (54.4, y - 2)])


def suitcase(canvas: Canvas, tone: Tone) -> None:
    """A hard-shell suitcase on wheels."""
    canvas.ground(24, 86)
    canvas.line(STEEL, 1.8, [(42, 28), (42, 12), (58, 12), (58, 28)])
    canvas.line(DARK, 3, [(42, 11.6), (58, 11.6)])
    canvas.fill(DARK, oval(34, 85, 3), oval(66, 85, 3))
    canvas.solid(tone, box(28, 26, 72, 84, 8), 0.76)
    for x in (36, 43, 50, 57, 64):
        canvas.line(tone.dark, 1.2, [(x, 33), (x, 78)])
        canvas.line(tone.light, 0.6, [(x - 1.2, 33), (x - 1.2, 78)])
    canvas.fill(tone.deep, box(44, 24, 56, 28, 2), box(68, 50, 73, 60, 2))


def sling(canvas: Canvas, tone: Tone) -> None:
    """A cross-body bag."""
    canvas.ground(28, 80)
    canvas.line(tone.deep, 2.4, path((27, 52), (34, 18), (66, 18), (73, 52)))
    canvas.solid(tone, box(22, 46, 78, 80, 9), 0.78)
    canvas.solid(Tone(tone.light), box(22, 44, 78, 62, 8), 0.78)
    canvas.fill((214, 178, 92), box(45, 58, 55, 66, 2))
    canvas.fill(tone.deep, box(48, 60, 52, 64, 1))
    canvas.fill(GLEAM, box(27, 47, 60, 49.4, 1.2))


def wash_bag(canvas: Canvas, tone: Tone) -> None:
    """A cosmetics bag with a zip."""
    canvas.ground(30, 80)
    canvas.fill((110, 190, 190), box(34, 22, 42, 50, 3))
    canvas.fill((245, 240, 232), box(36, 16, 40, 24, 1))
    canvas.fill((238, 200, 120), box(46, 28, 54, 50, 2))
    canvas.line((226, 120, 130), 3, [(62, 24), (60, 48)])
    canvas.solid(tone, smooth([(22, 46), (50, 43), (78, 46), (82, 76), (50, 81), (18, 76)]), 0.78)
    canvas.line(tone.deep, 1.8, path((22, 47.6), (50, 45), (78, 47.6)))
    canvas.fill((214, 178, 92), oval(72, 50.6, 1.8), box(71, 51, 73, 58, 0.8))
    canvas.fill(
        tone.light,
        *(oval(x, y, 2.2) for x, y in ((32, 60), (44, 68), (56, 60), (68, 68), (32, 74), (56, 75))),
    )
