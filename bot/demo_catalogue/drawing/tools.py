"""Tools."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, oval, smooth, turned
from bot.demo_catalogue.drawing.palette import DARK, GLOSS, STEEL, WHITE, WOOD, Tone

METAL = Tone(STEEL)


def drill(canvas: Canvas, tone: Tone) -> None:
    """A cordless drill."""
    canvas.ground(22, 85)
    canvas.line(STEEL, 2.2, [(8, 36), (26, 36)])
    canvas.fill(DARK, [(22, 33), (33, 29), (33, 43), (22, 39)])
    canvas.fill(tone.dark, [(50, 44), (66, 44), (71, 74), (56, 74)])
    canvas.fill(DARK, smooth([(47, 47), (52, 46), (53, 56), (49, 57)]))
    canvas.solid(tone, box(32, 25, 80, 48, 7), 0.76)
    canvas.fill(DARK, box(73, 27, 81, 46, 4), box(50, 73, 78, 85, 3))
    canvas.fill(tone.base, box(54, 77, 66, 80, 1))
    canvas.fill(GLOSS, box(38, 28, 64, 30.6, 1.3))
    canvas.fill(tone.deep, *(box(x, 35, x + 2, 43, 1) for x in (56, 60, 64)))


def hammer(canvas: Canvas, tone: Tone) -> None:
    """A claw hammer."""
    canvas.solid(Tone(WOOD), turned(box(46.6, 30, 53.4, 60, 2), 35), 0.6)
    canvas.fill(tone.base, turned(box(46, 54, 54, 92, 4), 35))
    canvas.fill(tone.dark, turned(box(50.6, 54, 54, 92, 2), 35))
    head = [
        (30, 19),
        (44, 20),
        (56, 20),
        (60, 17),
        (70, 17),
        (70, 32),
        (60, 32),
        (56, 30),
        (44, 31),
        (36, 28),
        (26, 32),
    ]
    canvas.fill(STEEL, turned(head, 35))
    canvas.fill(
        (150, 157, 166),
        turned([(44, 26), (56, 26), (60, 27), (70, 27), (70, 32), (60, 32), (56, 30), (44, 31)], 35),
    )


def screwdriver(canvas: Canvas, tone: Tone) -> None:
    """Two screwdrivers, crossed."""
    for turn, ink in ((42, Tone(DARK)), (-42, tone)):
        canvas.fill(
            STEEL,
            turned(box(48.6, 10, 51.4, 54), turn),
            turned([(47.6, 8), (52.4, 8), (51.4, 16), (48.6, 16)], turn),
        )
        canvas.fill(ink.base, turned(box(44, 52, 56, 90, 5), turn))
        canvas.fill(ink.dark, turned(box(51.4, 53, 56, 89, 3), turn))
        canvas.fill(
            ink.light, turned(box(45.6, 58, 47.2, 84, 0.8), turn), turned(box(44.6, 51, 55.4, 55, 1.6), turn)
        )


def tape_measure(canvas: Canvas, tone: Tone) -> None:
    """A tape measure, a little drawn out."""
    canvas.ground(30, 80)
    canvas.fill((250, 226, 120), box(6, 70, 34, 77))
    canvas.fill(DARK, *(box(x, 70, x + 0.8, 74) for x in range(9, 32, 4)), box(4, 69, 7, 81, 1))
    canvas.solid(tone, smooth([(30, 32), (56, 24), (78, 34), (80, 64), (74, 80), (34, 80), (28, 64)]), 0.78)
    canvas.fill(DARK, oval(54, 51, 17))
    canvas.fill(WHITE, oval(54, 51, 13.6))
    canvas.fill(tone.base, arc((54, 51), (9.6, 9.6), (200, 340)), oval(54, 54, 3))
    canvas.fill(DARK, box(26, 66, 36, 80, 2))
    canvas.fill(GLOSS, smooth([(36, 34), (50, 29), (46, 33), (36, 40)]))


def toolbox(canvas: Canvas, tone: Tone) -> None:
    """A toolbox with a handle."""
    canvas.ground(34, 82)
    canvas.line(DARK, 4, [(36, 42), (38, 28), (62, 28), (64, 42)])
    canvas.solid(tone, box(16, 54, 84, 82, 4), 0.8)
    canvas.solid(Tone(tone.deep), [(20, 40), (80, 40), (84, 56), (16, 56)], 0.8)
    canvas.fill(STEEL, box(28, 50, 37, 62, 1.6), box(63, 50, 72, 62, 1.6))
    canvas.fill(GLOSS, box(22, 60, 24.4, 78, 1.2))
    canvas.fill(tone.light, box(42, 66, 58, 74, 2))


def wrench(canvas: Canvas, tone: Tone) -> None:
    """A spanner and a nut."""
    canvas.fill(tone.dark, turned(box(45, 30, 56, 84, 3), 40))
    canvas.fill(
        tone.base,
        turned(box(45, 30, 52.6, 84, 3), 40),
        turned(oval(50, 24, 13), 40),
        turned(oval(50, 84, 9), 40),
    )
    canvas.fill(
        tone.backdrop,
        turned([(45, 6), (55, 6), (55, 25), (50, 28), (45, 25)], 40),
        turned(oval(50, 84, 4.4), 40),
    )
    nut = [
        (74 + 9 * x, 72 + 9 * y)
        for x, y in ((1, 0), (0.5, 0.87), (-0.5, 0.87), (-1, 0), (-0.5, -0.87), (0.5, -0.87))
    ]
    canvas.solid(Tone((214, 178, 92)), nut, 0.62)
    canvas.fill(DARK, oval(74, 72, 4.2))
