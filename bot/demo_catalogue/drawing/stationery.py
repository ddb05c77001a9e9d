"""Paper goods and what goes with them."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, mirrored, oval, path, smooth, turned
from bot.demo_catalogue.drawing.palette import COLOURS, DARK, GLEAM, GLOSS, STEEL, WHITE, Tone


def notebook(canvas: Canvas, tone: Tone) -> None:
    """A notebook with an elastic band and a ribbon."""
    canvas.ground(28, 85)
    canvas.fill(WHITE, box(30, 20, 76, 85, 2))
    for y in (82, 83.4):
        canvas.line((206, 206, 200), 0.4, [(32, y), (75, y)])
    canvas.solid(tone, box(27, 17, 73, 81, 3), 0.86)
    canvas.fill(tone.deep, box(27, 17, 33, 81, 2))
    canvas.fill(COLOURS["amber"], box(64, 17, 66.4, 81), [(46, 81), (50, 81), (50, 92), (48, 89), (46, 92)])
    canvas.fill(GLOSS, box(40, 30, 58, 40, 1.6))
    canvas.fill(tone.dark, box(43, 33, 55, 34.4, 0.6), box(45, 36.4, 53, 37.6, 0.6))


def pen(canvas: Canvas, tone: Tone) -> None:
    """Three gel pens in a fan."""
    inks = (Tone(COLOURS["red"]), tone, Tone(COLOURS["charcoal"]))
    for turn, ink in zip((-24, 0, 24), inks, strict=True):
        canvas.solid(ink, turned(box(46, 10, 54, 46, 3), turn, (50, 96)), 0.62)
        canvas.fill((208, 216, 224), turned(box(46.4, 45, 53.6, 76, 1), turn, (50, 96)))
        canvas.fill(
            ink.base,
            turned(box(49, 45, 51, 74), turn, (50, 96)),
            turned([(46.6, 76), (53.4, 76), (50.6, 87), (49.4, 87)], turn, (50, 96)),
        )
        canvas.fill(STEEL, turned(box(53, 13, 55.4, 34, 1), turn, (50, 96)))


def pencil_case(canvas: Canvas, tone: Tone) -> None:
    """A pencil case with pencils peeping out."""
    canvas.ground(34, 78)
    for x, colour in ((36, "yellow"), (46, "red"), (56, "sky")):
        canvas.fill(COLOURS[colour], box(x, 28, x + 6, 56))
        canvas.fill((240, 214, 176), [(x, 28), (x + 6, 28), (x + 3, 20)])
        canvas.fill(DARK, [(x + 2, 22.8), (x + 4, 22.8), (x + 3, 20)])
    canvas.solid(tone, box(16, 46, 84, 78, 12), 0.8)
    canvas.line(tone.deep, 1.8, [(24, 52), (76, 52)])
    canvas.fill(STEEL, box(72, 52, 75, 60, 1))
    star = [
        (50, 58),
        (52, 63),
        (57, 63.4),
        (53, 66.6),
        (54.6, 72),
        (50, 69),
        (45.4, 72),
        (47, 66.6),
        (43, 63.4),
        (48, 63),
    ]
    canvas.fill(tone.light, star)


def gift_box(canvas: Canvas, tone: Tone) -> None:
    """A gift box with a bow."""
    canvas.ground(28, 83)
    ribbon = Tone(COLOURS["cream"])
    canvas.solid(tone, box(26, 48, 74, 83, 2), 0.76)
    canvas.fill(ribbon.base, box(45, 48, 55, 83))
    canvas.solid(Tone(tone.light), box(22, 38, 78, 50, 2), 0.76)
    canvas.fill(ribbon.base, box(44, 38, 56, 50))
    for loop in ([(50, 38), (36, 20), (28, 28), (36, 38)], [(50, 38), (64, 20), (72, 28), (64, 38)]):
        canvas.fill(ribbon.base, smooth(loop))
        canvas.fill(ribbon.dark, smooth([(50 + (x - 50) * 0.7, 34 + (y - 34) * 0.5) for x, y in loop]))
    canvas.fill(ribbon.light, oval(50, 36, 4.4))


def umbrella(canvas: Canvas, tone: Tone) -> None:
    """An open umbrella."""
    canvas.line(STEEL, 1.8, [(50, 46), (50, 80)])
    canvas.line((176, 122, 78), 3, arc((55, 80), (5, 6), (180, 0)))
    dome = arc((50, 50), (38, 34), (180, 360))
    hem = [point for x in (78.4, 59.4, 40.6, 21.6) for point in arc((x, 50), (9.6, 4.4), (0, -180))]
    canvas.fill(tone.base, [*dome, *hem])
    canvas.fill(
        tone.dark, [(50, 16), *arc((50, 50), (38, 34), (300, 360)), *arc((78.4, 50), (9.6, 4.4), (0, -180))]
    )
    canvas.fill(tone.light, [(50, 16), *arc((40.6, 50), (9.6, 4.4), (0, -180))])
    canvas.line(DARK, 1.4, [(50, 12), (50, 17)])
    canvas.fill(GLEAM, path((22, 42), (30, 28), (42, 20), (34, 30), (27, 43)))


def sticky_notes(canvas: Canvas, tone: Tone) -> None:
    """Pads of sticky notes."""
    canvas.ground(30, 82)
    for shift, colour in ((12, "mint"), (6, "blush")):
        canvas.fill(
            COLOURS[colour], turned(box(28 + shift, 24 - shift / 2, 70 + shift, 66 - shift / 2, 1), shift)
        )
    canvas.fill(tone.base, [(24, 32), (66, 32), (66, 66), (56, 78), (24, 78)])
    canvas.fill(tone.dark, [(66, 66), (56, 78), (57, 67)], mirrored([(24, 32), (24, 37)], 45))
    for y in (46, 53, 60):
        canvas.line(tone.deep, 1, [(30, y), (60, y)])
