"""Clothes."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import Outline, arc, box, mirrored, oval, path, smooth
from bot.demo_catalogue.drawing.palette import DUSK, GLEAM, WHITE, Tone


def _shirt(canvas: Canvas, tone: Tone, sleeve: Outline) -> None:
    canvas.ground(24, 86)
    canvas.fill(tone.dark, sleeve, [(100 - x, y) for x, y in sleeve])
    canvas.solid(tone, mirrored([(42, 24), (33, 28), (31, 40), (32, 60), (31.5, 84)]), 0.8)
    canvas.fill(
        DUSK, smooth([(36, 62), (40, 70), (37, 82), (35, 82)]), [(62, 60), (66, 48), (66, 84), (63, 84)]
    )


def tshirt(canvas: Canvas, tone: Tone) -> None:
    """A T-shirt with a small print on its chest."""
    _shirt(canvas, tone, [(35, 26.5), (24, 33), (15, 49), (25, 54.5), (33, 44)])
    canvas.fill(tone.deep, arc((50, 24), (8.4, 7), (0, 180)))
    canvas.line(tone.light, 1.6, arc((50, 24), (8.8, 7.6), (4, 176)))
    canvas.fill(tone.light, oval(50, 47, 6))
    canvas.fill(tone.dark, smooth([(46, 49), (49, 44), (51, 47), (53, 45), (54.6, 49)]))


def polo(canvas: Canvas, tone: Tone) -> None:
    """A polo shirt with collar and buttons."""
    _shirt(canvas, tone, [(35, 26.5), (24, 33), (16, 49), (26, 54.5), (33, 44)])
    canvas.line(tone.light, 1.4, [(16.6, 48), (26.2, 53)])
    canvas.line(tone.light, 1.4, [(83.4, 48), (73.8, 53)])
    canvas.fill(tone.light, box(47.4, 28, 52.6, 47))
    canvas.fill(tone.deep, *(oval(50, y, 0.9) for y in (34, 39, 44)), arc((50, 23.6), (8, 4), (0, 180)))
    canvas.fill(
        tone.light, [(41, 22), (50, 31), (44, 35), (38, 26)], [(59, 22), (50, 31), (56, 35), (62, 26)]
    )


def hoodie(canvas: Canvas, tone: Tone) -> None:
    """A hooded sweatshirt with a pouch."""
    _shirt(canvas, tone, [(35, 28), (26, 34), (18, 58), (15, 76), (23, 78.5), (31, 58), (33, 46)])
    canvas.fill(tone.dark, smooth([(38, 30), (40, 16), (50, 11.5), (60, 16), (62, 30), (50, 38)]))
    canvas.fill(tone.deep, smooth([(43, 27), (45, 18.6), (50, 16), (55, 18.6), (57, 27), (50, 33)]))
    canvas.line(WHITE, 1.1, path((46.5, 33), (46, 40), (46.6, 46)))
    canvas.line(WHITE, 1.1, path((53.5, 33), (54, 40), (53.4, 44)))
    canvas.fill(tone.dark, [(40, 60), (60, 60), (66, 75), (34, 75)])
    canvas.fill(GLEAM, [(40, 60), (60, 60), (60.6, 61.6), (39.4, 61.6)])
    canvas.fill(tone.dark, box(31.6, 80, 68.4, 84), box(14.6, 74, 24, 79, 1.6), box(76, 74, 85.4, 79, 1.6))


def dress(canvas: Canvas, tone: Tone) -> None:
    """A summer dress."""
    canvas.ground(22, 87)
    canvas.line(tone.dark, 1.8, [(42, 26), (43, 14)])
    canvas.line(tone.dark, 1.8, [(58, 26), (57, 14)])
    canvas.fill(
        tone.base, smooth([(40, 25), (46, 23), (50, 27), (54, 23), (60, 25), (58, 44), (50, 46), (42, 44)])
    )
    canvas.solid(tone, mirrored([(42, 43), (34, 62), (25, 83), (36, 86), (50, 84.5)]), 0.72)
    canvas.fill(tone.deep, box(41, 42, 59, 45.5, 1))
    for x in (37, 46, 56, 64):
        canvas.line(tone.light, 0.8, [(50 + (x - 50) * 0.45, 48), (x, 83)])
    canvas.fill(
        WHITE,
        *(oval(x, y, 1.2) for x, y in ((44, 33), (51, 36), (57, 32), (40, 66), (50, 60), (60, 70), (49, 76))),
    )


def cap(canvas: Canvas, tone: Tone) -> None:
    """A baseball cap."""
    canvas.ground(30, 72)
    canvas.fill(tone.deep, smooth([(56, 62), (76, 60), (92, 68), (86, 72), (60, 69)]))
    crown = [(20, 66), *arc((46, 62), (27, 33), (180, 360)), (73, 68), (46, 71)]
    canvas.solid(tone, crown, 0.66)
    canvas.line(tone.deep, 0.8, path((46, 29), (40, 44), (38, 69)))
    canvas.line(tone.deep, 0.8, path((46, 29), (58, 42), (62, 69)))
    canvas.fill(tone.light, oval(46, 29, 2.6, 1.8), oval(50, 50, 6.4, 5))
    canvas.fill(tone.base, smooth([(46, 52), (50, 46.6), (54, 52)]))
    canvas.fill(GLEAM, arc((46, 62), (23, 29), (185, 245)) + arc((46, 62), (19, 25), (245, 185)))
