"""Shoes and socks."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import Outline, box, oval, path, smooth
from bot.demo_catalogue.drawing.palette import DARK, GLEAM, WHITE, Tone


def _laces(canvas: Canvas, tone: Tone, *starts: tuple[float, float]) -> None:
    for x, y in starts:
        canvas.line(tone.light, 2.1, [(x, y), (x + 7, y + 5)])
        canvas.line(tone.deep, 0.7, [(x, y + 1), (x + 6.6, y + 5.8)])


def sneaker(canvas: Canvas, tone: Tone) -> None:
    """A casual sneaker from the side."""
    canvas.ground(36, 75)
    canvas.fill(
        tone.base,
        smooth(
            [
                (15, 37),
                (23, 34),
                (32, 40),
                (43, 33),
                (53, 44),
                (68, 53),
                (85, 59),
                (88, 71),
                (50, 74),
                (13, 71),
            ]
        ),
    )
    canvas.fill(
        tone.dark,
        smooth([(70, 56), (84, 58), (89, 66), (88, 71), (68, 71)]),
        smooth([(14, 40), (21, 41), (26, 56), (26, 71), (13, 71)]),
    )
    canvas.fill(tone.deep, smooth([(17, 37.4), (23, 36), (32, 41), (42, 35), (42, 39), (29, 44)]))
    canvas.line(tone.light, 2.6, path((33, 66), (44, 60), (56, 50)))
    canvas.line(tone.light, 2.6, path((42, 68), (53, 62), (62, 54)))
    _laces(canvas, tone, (44, 40), (49, 44), (54, 48))
    canvas.fill(WHITE, box(12, 69, 90, 77, 4))
    canvas.fill(DARK, box(13, 75, 89, 78, 1.5))


def runner(canvas: Canvas, tone: Tone) -> None:
    """A running shoe with a thick, curved sole."""
    canvas.ground(37, 77)
    canvas.fill(
        tone.base,
        smooth(
            [
                (15, 38),
                (22, 36),
                (32, 43),
                (43, 37),
                (54, 48),
                (72, 55),
                (89, 64),
                (84, 71),
                (50, 71),
                (15, 69),
            ]
        ),
    )
    canvas.fill(tone.dark, smooth([(15, 39), (22, 40), (28, 56), (26, 69), (14, 68)]))
    canvas.fill(tone.light, smooth([(38, 68), (48, 58), (64, 54), (56, 62), (66, 69)]))
    canvas.fill(tone.deep, smooth([(17, 38.6), (23, 38), (32, 44), (42, 38.6), (40, 44), (28, 47)]))
    _laces(canvas, tone, (43, 43), (48, 47), (54, 50))
    canvas.fill(
        WHITE, smooth([(10, 64), (30, 68), (54, 67), (90, 64), (92, 70), (80, 78), (40, 77), (14, 79)])
    )
    canvas.fill(tone.base, smooth([(12, 73), (30, 74), (50, 73), (40, 77), (14, 79)]))
    canvas.fill(DARK, box(15, 77.4, 80, 79.4, 1))


def canvas_shoe(canvas: Canvas, tone: Tone) -> None:
    """A high canvas shoe."""
    canvas.ground(32, 80)
    canvas.fill(tone.base, [(24, 26), (47, 24), (52, 46), (66, 55), (82, 60), (84, 74), (22, 74)])
    canvas.fill(tone.dark, [(24, 26), (30, 25.6), (31, 74), (22, 74)])
    canvas.fill(tone.deep, box(23, 23, 48, 27, 2))
    canvas.fill(WHITE, smooth([(70, 57), (82, 59), (86, 68), (85, 75), (68, 75)]), oval(36, 44, 6))
    canvas.fill(tone.base, smooth([(36, 40), (39, 46), (33, 46)]))
    _laces(canvas, tone, (45, 29), (46, 36), (48, 43), (54, 48))
    canvas.fill(WHITE, box(20, 73, 87, 81, 3))
    canvas.line(tone.dark, 1, [(22, 76), (85, 76)])


def boot(canvas: Canvas, tone: Tone) -> None:
    """A hiking boot."""
    canvas.ground(34, 82)
    canvas.fill(
        tone.base,
        smooth([(24, 24), (48, 22), (50, 44), (64, 54), (83, 61), (86, 74), (50, 76), (22, 75), (21, 50)]),
    )
    canvas.fill(
        tone.dark,
        smooth([(22, 44), (32, 48), (38, 62), (36, 75), (21, 75)]),
        smooth([(68, 58), (83, 61), (87, 74), (66, 75)]),
    )
    canvas.fill(tone.deep, box(22, 20, 50, 28, 4))
    for x, y in ((44, 32), (45, 39), (48, 45), (54, 50)):
        canvas.line((232, 190, 90), 1.5, [(x, y), (x + 6, y + 3)])
        canvas.fill(DARK, oval(x - 1, y, 1))
    canvas.fill(DARK, box(18, 74, 88, 82, 3), *(box(x, 80, x + 6, 84.5, 1) for x in range(20, 84, 9)))
    canvas.fill(GLEAM, box(20, 75, 86, 77, 1))


def slipper(canvas: Canvas, tone: Tone) -> None:
    """A pair of soft slippers from above."""
    for shift in (-17, 17):
        sole = smooth(
            [
                (40 + shift, 24),
                (60 + shift, 24),
                (63 + shift, 46),
                (59 + shift, 78),
                (41 + shift, 78),
                (37 + shift, 46),
            ]
        )
        canvas.fill((70, 66, 92, 40), [(x + 1.6, y + 2.4) for x, y in sole])
        canvas.solid(Tone(tone.light), sole, 0.8)
        strap = smooth(
            [
                (37 + shift, 44),
                (41 + shift, 31),
                (59 + shift, 31),
                (63 + shift, 44),
                (62 + shift, 55),
                (38 + shift, 55),
            ]
        )
        canvas.solid(tone, strap)
        canvas.fill(
            tone.light,
            *(oval(50 + shift + dx, 43 + dy, 1.5) for dx, dy in ((-6, 0), (0, -5), (6, 0), (0, 5))),
        )


def socks(canvas: Canvas, tone: Tone) -> None:
    """A pair of striped socks."""
    canvas.ground(30, 84)
    for shift, sock in ((14, Tone(tone.dark)), (-6, tone)):
        foot = smooth([(36, 48), (55, 48), (58, 60), (72, 66), (74, 77), (62, 83), (48, 79), (37, 66)])
        toe = smooth([(64, 64), (73, 68), (74, 77), (63, 82), (60, 74)])
        leg = box(36, 18, 55, 58)
        canvas.fill(sock.base, *(_moved(part, shift) for part in (leg, foot)))
        heel = smooth([(37, 58), (46, 62), (45, 74), (38, 67)])
        canvas.fill(sock.light, *(_moved(part, shift) for part in (toe, heel)))
        canvas.fill(sock.deep, _moved(box(35.4, 16, 55.6, 24, 2), shift))
        canvas.fill(WHITE, *(_moved(box(36, y, 55, y + 2.4), shift) for y in (28, 33)))


def _moved(outline: Outline, right: float) -> Outline:
    return [(x + right, y) for x, y in outline]
