"""Things for sport."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, oval, path, turned
from bot.demo_catalogue.drawing.palette import DARK, GLOSS, STEEL, WHITE, Tone


def yoga_mat(canvas: Canvas, tone: Tone) -> None:
    """A rolled mat with a strap."""
    canvas.ground(38, 80)
    canvas.fill(tone.dark, [(50, 76), (92, 76), (94, 81), (46, 81)])
    canvas.fill(tone.base, box(10, 44, 76, 80, 3))
    canvas.fill(tone.light, box(10, 47, 70, 52, 2))
    canvas.fill(tone.dark, box(10, 70, 74, 80, 3))
    canvas.fill(tone.dark, oval(76, 62, 12, 18))
    for radius, ink in ((10.4, tone.light), (7.8, tone.base), (5.2, tone.light), (2.8, tone.deep)):
        canvas.fill(ink, oval(76, 62, radius, radius * 1.5))
    canvas.fill(tone.deep, box(22, 43, 27, 81, 1), box(50, 43, 55, 81, 1))
    canvas.line(tone.deep, 2.4, path((24, 44), (30, 26), (46, 26), (52, 44)))


def dumbbell(canvas: Canvas, tone: Tone) -> None:
    """A pair of hexagonal dumbbells."""
    for shift in (-16, 14):
        y = 56 + shift
        canvas.fill((70, 66, 92, 45), oval(50, y + 15, 36, 4))
        canvas.solid(Tone(STEEL), box(34, y - 4, 66, y + 4, 2))
        for x in (16, 62):
            head = [(x + 3, y - 14), (x + 19, y - 14), (x + 22, y), (x + 19, y + 14), (x + 3, y + 14), (x, y)]
            canvas.solid(tone, head, 0.72)
            canvas.fill(
                tone.light, [(x + 4, y - 12.6), (x + 15, y - 12.6), (x + 15, y - 10.6), (x + 3.6, y - 10.6)]
            )
            canvas.fill(WHITE, oval(x + 11, y, 4.4))
            canvas.fill(tone.deep, oval(x + 11, y, 2.6))


def jump_rope(canvas: Canvas, tone: Tone) -> None:
    """A skipping rope."""
    canvas.line(
        DARK,
        1.8,
        path(
            (30, 60),
            (22, 36),
            (36, 18),
            (52, 30),
            (44, 48),
            (58, 62),
            (78, 44),
            (70, 24),
            (58, 22),
            (66, 40),
            (70, 58),
        ),
    )
    for x, turn in ((30, 12), (70, -8)):
        canvas.solid(tone, turned(box(x - 4, 58, x + 4, 88, 4), turn, (x, 60)), 0.62)
        canvas.fill(
            DARK,
            turned(box(x - 4.2, 64, x + 4.2, 67), turn, (x, 60)),
            turned(box(x - 4.2, 80, x + 4.2, 83), turn, (x, 60)),
        )


def basketball(canvas: Canvas, tone: Tone) -> None:
    """A ball."""
    canvas.ground(28, 83)
    canvas.fill(tone.dark, oval(50, 51, 31))
    canvas.fill(tone.base, oval(48.4, 49.6, 28.6))
    canvas.fill((255, 255, 255, 40), oval(41, 40, 13))
    for line in ([(20.4, 54), (50, 48), (79.6, 50)], [(46, 20.4), (52, 50), (49, 82)]):
        canvas.line(tone.deep, 1.5, path(*line))
    canvas.line(tone.deep, 1.5, arc((14, 42), (24, 28), (-42, 52)))
    canvas.line(tone.deep, 1.5, arc((88, 56), (26, 28), (140, 232)))


def bands(canvas: Canvas, tone: Tone) -> None:
    """Resistance bands of three strengths."""
    for index, ink in enumerate((tone, Tone((238, 136, 70)), Tone((168, 147, 207)))):
        y = 32 + index * 18
        canvas.fill((70, 66, 92, 36), oval(50, y + 9, 33, 5))
        canvas.line(ink.dark, 6.4, arc((50, y), (31, 7), (180, 360)))
        canvas.line(ink.base, 7.4, arc((50, y + 1), (31, 8), (0, 180)))
        canvas.line(ink.light, 1.2, arc((50, y - 0.4), (31, 8), (30, 110)))


def sport_bottle(canvas: Canvas, tone: Tone) -> None:
    """A clear sports bottle with a flip lid."""
    canvas.ground(18, 84)
    canvas.line(DARK, 2.4, arc((50, 20), (7, 7), (170, 370)))
    canvas.solid(Tone(DARK), box(39, 19, 61, 31, 3))
    canvas.solid(tone, box(46, 14, 54, 20, 2))
    canvas.solid(Tone(tone.light), box(36, 30, 64, 84, 7), 0.76)
    canvas.fill((*tone.base, 150), box(38, 46, 62, 82, 6))
    for y in range(50, 80, 6):
        canvas.line(WHITE, 0.8, [(56, y), (61, y)])
    canvas.fill(GLOSS, box(40, 35, 42.6, 76, 1.3))
