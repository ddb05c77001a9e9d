"""Things to cook with."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, mirrored, oval, path, smooth, turned
from bot.demo_catalogue.drawing.palette import DARK, GLEAM, GLOSS, STEEL, WHITE, WOOD, Tone

METAL = Tone(STEEL)


def pan(canvas: Canvas, tone: Tone) -> None:
    """A frying pan seen from above, an egg in it."""
    canvas.solid(Tone(WOOD), turned(box(70, 46.5, 98, 53.5, 3.5), 38))
    canvas.fill(DARK, turned(box(67, 47, 75, 53, 2), 38))
    canvas.fill(tone.dark, oval(46, 46, 29))
    canvas.fill(tone.light, oval(46, 46, 27.6))
    canvas.fill(tone.base, oval(46, 46, 25.5))
    canvas.fill(GLEAM, arc((46, 46), (22, 22), (180, 265)) + arc((46, 46), (18, 18), (265, 180)))
    canvas.fill(WHITE, smooth([(36, 47), (44, 36), (54, 40), (58, 50), (48, 57), (39, 55)]))
    canvas.fill((245, 186, 60), oval(48, 47, 6))
    canvas.fill(GLOSS, oval(46, 45, 1.8))


def pot(canvas: Canvas, tone: Tone) -> None:
    """A stock pot with a glass lid."""
    canvas.ground(30)
    canvas.line(DARK, 4, [(22, 53), (78, 53)])
    canvas.solid(tone, box(27, 45, 73, 82, 6))
    canvas.fill((222, 232, 238), mirrored([(46, 33), (34, 37), (28, 45)]))
    canvas.fill(STEEL, box(25, 43.5, 75, 47, 1.7))
    canvas.fill(DARK, box(45, 27, 55, 34, 3))
    canvas.shine(31, 52, 3.6, 24)


def knife(canvas: Canvas, tone: Tone) -> None:
    """A kitchen knife."""
    blade = [(10, 50), (14, 44), (62, 44), (62, 58), (30, 57)]
    canvas.fill(STEEL, turned(blade, -32))
    canvas.fill(WHITE, turned([(10, 50), (62, 54), (62, 58), (30, 57)], -32))
    canvas.fill(DARK, turned(box(61, 43.5, 65, 55, 1), -32))
    canvas.fill(tone.base, turned(box(64, 44, 93, 53, 3), -32))
    canvas.fill(tone.dark, turned(box(64, 49, 93, 53, 2), -32))
    canvas.fill(STEEL, *(turned(oval(x, 48, 1.2), -32) for x in (70, 78, 86)))


def cutting_board(canvas: Canvas, tone: Tone) -> None:
    """A board with a handle, half a tomato beside it."""
    canvas.ground(26, 84)
    canvas.fill(tone.dark, box(29, 31, 73, 84, 5))
    canvas.fill(tone.base, box(28, 30, 70, 82, 5), box(42, 14, 56, 34, 5))
    canvas.fill(tone.deep, oval(49, 21, 2.6))
    for x in (36, 44, 52, 61):
        canvas.line(tone.light, 0.7, path((x, 33), (x + 1.4, 50), (x - 0.6, 79)))
    canvas.fill((205, 66, 58), oval(68, 74, 11))
    canvas.fill((236, 120, 98), oval(68, 74, 9))
    canvas.fill((250, 214, 160), *(oval(x, y, 1.3, 2) for x, y in ((64, 72), (72, 72), (68, 78))))


def lunch_box(canvas: Canvas, tone: Tone) -> None:
    """A lunch box with two clips."""
    canvas.ground(32)
    canvas.solid(Tone(tone.light), box(20, 54, 80, 82, 6), 0.78)
    canvas.solid(tone, box(18, 43, 82, 56, 5), 0.78)
    canvas.fill(WHITE, box(28, 51, 36, 63, 2), box(64, 51, 72, 63, 2))
    canvas.line(tone.dark, 3, path((34, 44), (36, 33), (64, 33), (66, 44)))
    canvas.fill(GLOSS, box(24, 46, 54, 48.4, 1.2))


def kettle(canvas: Canvas, tone: Tone) -> None:
    """A kettle with a wooden handle."""
    canvas.ground(28)
    canvas.line(DARK, 2.6, path((33, 42), (34, 22), (66, 22), (67, 42)))
    canvas.line(WOOD, 4.6, [(40, 21.6), (60, 21.6)])
    canvas.fill(tone.dark, smooth([(68, 50), (84, 40), (88, 41), (74, 66)]))
    canvas.solid(tone, smooth([(38, 40), (62, 40), (75, 66), (68, 82), (32, 82), (25, 66)]))
    canvas.fill(tone.deep, box(38, 37.5, 62, 41, 1.6))
    canvas.fill(WOOD, oval(50, 35, 3.4))
    canvas.fill(GLOSS, smooth([(36, 52), (40, 49), (36, 66), (32, 68)]))
