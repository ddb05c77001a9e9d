"""Toys."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, oval, smooth
from bot.demo_catalogue.drawing.palette import COLOURS, DARK, GLOSS, STEEL, WHITE, Tone

GLASS = (190, 222, 238)


def _wheel(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.fill(DARK, oval(x, y, radius))
    canvas.fill(STEEL, oval(x, y, radius * 0.5))
    canvas.fill(DARK, oval(x, y, radius * 0.16))


def toy_car(canvas: Canvas, tone: Tone) -> None:
    """A little car."""
    canvas.ground(36, 76)
    canvas.fill(tone.base, smooth([(30, 54), (38, 38), (60, 37), (72, 53)]))
    canvas.fill(
        GLASS,
        smooth([(36, 52), (41, 42.5), (49, 42), (49, 53)]),
        smooth([(52, 42), (59, 42.5), (66, 53), (52, 53)]),
    )
    canvas.solid(tone, box(14, 51, 87, 70, 9), 0.74)
    canvas.fill(tone.light, box(20, 54, 70, 56.4, 1.2))
    canvas.fill((255, 226, 140), oval(84, 57, 2.6, 3.2))
    canvas.fill(tone.deep, box(12, 65, 89, 69, 2), box(49.4, 54, 50.2, 66))
    _wheel(canvas, 30, 69, 9)
    _wheel(canvas, 71, 69, 9)


def excavator(canvas: Canvas, tone: Tone) -> None:
    """A digger with a raised arm."""
    canvas.ground(34, 82)
    canvas.line(tone.dark, 6, [(56, 54), (72, 28)])
    canvas.line(tone.base, 5, [(72, 28), (85, 46)])
    canvas.fill(DARK, smooth([(80, 45), (90, 45), (91, 57), (83, 62), (77, 56)]))
    canvas.solid(tone, box(18, 46, 62, 66, 5), 0.8)
    canvas.solid(tone, box(26, 26, 48, 50, 4), 0.8)
    canvas.fill(GLASS, box(30, 30, 45, 45, 2))
    canvas.fill(DARK, box(14, 66, 68, 82, 8))
    canvas.fill(STEEL, *(oval(x, 74, 4.4) for x in (23, 35, 47, 59)))
    canvas.fill(tone.deep, box(20, 56, 40, 58.6, 1), box(20, 60.4, 34, 62.6, 1))


def bear(canvas: Canvas, tone: Tone) -> None:
    """A plush bear, sitting."""
    canvas.ground(28, 85)
    canvas.fill(tone.dark, oval(28, 58, 7, 11), oval(72, 58, 7, 11))
    canvas.solid(tone, oval(50, 65, 20, 20), 0.76)
    canvas.fill(tone.light, oval(50, 67, 12, 13))
    for x in (35, 65):
        canvas.fill(tone.base, oval(x, 20, 7.6), oval(x - (50 - x) * 0.06, 80, 10, 8))
        canvas.fill(tone.light, oval(x, 20, 4), oval(x, 81, 5.4, 4.4))
    canvas.solid(tone, oval(50, 34, 21, 19), 0.78)
    canvas.fill(tone.light, oval(50, 41, 9.4, 7.4))
    canvas.fill(DARK, oval(42, 32, 2), oval(58, 32, 2), oval(50, 38, 3, 2.2))
    canvas.fill(WHITE, oval(42.6, 31.4, 0.7), oval(58.6, 31.4, 0.7))
    canvas.line(DARK, 0.9, arc((50, 41), (3, 3), (20, 160)))
    canvas.fill(
        COLOURS["red"],
        smooth([(50, 53), (40, 49), (40, 58)]),
        smooth([(50, 53), (60, 49), (60, 58)]),
        oval(50, 53.4, 2.4),
    )


def _brick(canvas: Canvas, colour: str, left: float, top: float, width: float) -> None:
    tone = Tone(COLOURS[colour])
    studs = int(width // 9)
    gap = width / studs
    canvas.fill(
        tone.dark,
        *(box(left + gap * i + 2, top - 3.4, left + gap * (i + 1) - 2, top + 2, 1) for i in range(studs)),
    )
    canvas.solid(tone, box(left, top, left + width, top + 15, 1.6), 0.84)
    canvas.fill(GLOSS, box(left + 2, top + 2, left + width * 0.6, top + 3.6, 0.8))


def blocks(canvas: Canvas, tone: Tone) -> None:
    """A small tower of building blocks."""
    canvas.ground(34, 83)
    for brick in (
        ("red", 18, 67, 28),
        ("sky", 48, 67, 34),
        ("yellow", 28, 51.5, 36),
        ("forest", 66, 51.5, 14),
    ):
        _brick(canvas, *brick)
    _brick(canvas, "orange", 38, 36, 20)
    canvas.solid(tone, [(36, 33), (48, 18), (60, 33)], 0.6)


def rings(canvas: Canvas, tone: Tone) -> None:
    """Rings to stack on a peg."""
    canvas.ground(28, 84)
    canvas.solid(Tone((214, 172, 122)), box(47, 18, 53, 80, 3))
    for index, colour in enumerate(("lilac", "sky", "mint", "yellow", "orange")):
        top, half = 28 + index * 9.6, 11 + index * 3.6
        ring = Tone(COLOURS[colour])
        canvas.solid(ring, box(50 - half, top, 50 + half, top + 9.2, 4.6), 0.76)
        canvas.fill(GLOSS, box(50 - half * 0.7, top + 1.8, 50 - half * 0.1, top + 3.6, 0.9))
    canvas.solid(tone, oval(50, 18, 6.4), 0.62)
    canvas.solid(Tone((214, 172, 122)), box(22, 77, 78, 84, 3.4))


def robot(canvas: Canvas, tone: Tone) -> None:
    """A friendly robot."""
    canvas.ground(24, 87)
    canvas.line(STEEL, 1.6, [(50, 22), (50, 13)])
    canvas.fill(COLOURS["red"], oval(50, 11.6, 3))
    canvas.fill(
        STEEL, box(22, 52, 30, 72, 4), box(70, 52, 78, 72, 4), box(38, 78, 46, 86, 2), box(54, 78, 62, 86, 2)
    )
    canvas.solid(tone, box(29, 20, 71, 46, 8), 0.78)
    canvas.fill(DARK, box(34, 26, 66, 41, 6))
    canvas.fill((140, 232, 214), oval(43, 33, 3.4), oval(57, 33, 3.4))
    canvas.line((140, 232, 214), 1.1, arc((50, 34), (3.4, 3.4), (30, 150)))
    canvas.solid(tone, box(32, 48, 68, 80, 6), 0.78)
    canvas.fill(WHITE, box(39, 54, 61, 68, 3))
    canvas.fill(COLOURS["orange"], oval(44, 61, 2.4))
    canvas.fill(COLOURS["mint"], oval(50, 61, 2.4))
    canvas.fill(COLOURS["yellow"], oval(56, 61, 2.4))
