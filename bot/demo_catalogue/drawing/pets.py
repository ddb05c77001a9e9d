"""Things for cats and dogs."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, oval, path, smooth
from bot.demo_catalogue.drawing.palette import DARK, GLOSS, STEEL, WHITE, WOOD, Tone


def _paw(canvas: Canvas, x: float, y: float, tone: Tone) -> None:
    canvas.fill(
        tone.light,
        oval(x, y + 2, 4, 3.2),
        *(oval(x + dx, y - dy, 1.5, 1.9) for dx, dy in ((-4.4, 1), (-1.6, 3.4), (1.6, 3.4), (4.4, 1))),
    )


def pet_bed(canvas: Canvas, tone: Tone) -> None:
    """A soft bed with a sleeping cat."""
    canvas.ground(38, 78)
    canvas.solid(tone, oval(50, 58, 38, 22), 0.78)
    canvas.fill(tone.deep, oval(50, 54, 29, 13.6))
    canvas.fill(tone.light, oval(50, 56.4, 28, 12))
    cat = (236, 170, 98)
    canvas.fill(
        cat,
        oval(53, 50, 18, 11),
        oval(38, 51, 9, 8.4),
        [(30.4, 47), (31, 38), (37, 43.6)],
        [(39, 43.4), (45, 38.4), (45.6, 47)],
    )
    canvas.line(cat, 4, path((69, 50), (72, 58), (58, 61)))
    canvas.fill((250, 226, 190), oval(38, 54, 4, 3))
    canvas.line(DARK, 0.9, arc((34.6, 50), (2, 1.4), (10, 170)))
    canvas.line(DARK, 0.9, arc((41.4, 50), (2, 1.4), (10, 170)))
    canvas.fill((208, 134, 66), *(box(x, 39.6, x + 2.2, 46, 1) for x in (50, 55, 60)))
    canvas.solid(
        tone,
        smooth([(12.6, 60), (30, 68), (50, 70), (70, 68), (87.4, 60), (80, 74), (50, 81), (20, 74)]),
        0.78,
    )
    _paw(canvas, 50, 74, tone)


def pet_bowl(canvas: Canvas, tone: Tone) -> None:
    """A feeding bowl, full."""
    canvas.ground(36, 80)
    food = (168, 112, 70)
    canvas.fill(
        food,
        *(
            oval(50 + dx, 46 + dy, 6, 5)
            for dx, dy in (
                (-20, 2),
                (-10, -2),
                (0, -4),
                (10, -2),
                (20, 2),
                (-5, -7),
                (6, -7),
                (-14, 0),
                (14, 0),
            )
        ),
    )
    canvas.fill(
        (142, 92, 56),
        *(oval(50 + dx, 46 + dy, 2.6, 2) for dx, dy in ((-18, 0), (-6, -4), (4, -9), (12, -3), (19, 2))),
    )
    canvas.fill(STEEL, box(20, 47, 80, 52, 2.5))
    canvas.solid(tone, [(22, 50), (78, 50), (86, 78), (83, 81), (17, 81), (14, 78)], 0.78)
    canvas.fill(GLOSS, [(25, 54), (28, 54), (22, 77), (19, 77)])
    _paw(canvas, 50, 66, tone)


def leash(canvas: Canvas, tone: Tone) -> None:
    """A collar with a tag, and its leash."""
    canvas.line(
        tone.dark,
        3.4,
        path((62, 58), (78, 64), (84, 44), (70, 26), (50, 18), (26, 20), (20, 30), (30, 34), (40, 24)),
    )
    canvas.line(tone.deep, 7, arc((44, 60), (23, 17), (180, 360)))
    canvas.line(tone.base, 8, arc((44, 60), (23, 17), (0, 180)))
    canvas.line(tone.light, 1, arc((44, 60), (23, 17), (10, 170)))
    canvas.fill(STEEL, box(24, 64, 33, 77, 2), oval(62, 59, 3.6))
    canvas.fill((240, 196, 88), oval(46, 85, 6))
    canvas.fill(DARK, oval(46, 80.6, 1))


def cat_tree(canvas: Canvas, tone: Tone) -> None:
    """A scratching tree with a ball."""
    canvas.ground(30, 86)
    for x, top in ((32, 46), (62, 22)):
        canvas.solid(Tone((214, 184, 138)), box(x, top, x + 9, 82))
        for y in range(top + 4, 80, 4):
            canvas.line((184, 150, 104), 0.7, [(x, y), (x + 9, y + 1)])
    canvas.solid(tone, box(18, 80, 82, 87, 3), 0.8)
    canvas.solid(tone, box(20, 44, 54, 50, 3), 0.8)
    canvas.solid(tone, box(50, 18, 84, 25, 3), 0.8)
    canvas.solid(Tone(tone.dark), box(48, 56, 80, 80, 5), 0.8)
    canvas.fill(DARK, oval(64, 69, 8))
    canvas.line(DARK, 0.6, [(55, 25), (55, 36)])
    canvas.fill((216, 84, 79), oval(55, 39, 3.6))


def bone(canvas: Canvas, tone: Tone) -> None:
    """A chew bone and a rope ball."""
    canvas.ground(32, 74)
    ends = [oval(x, y, 9.4) for x in (23, 67) for y in (44, 58)]
    canvas.fill(tone.dark, *([(x + 0.8, y + 1.8) for x, y in end] for end in ends))
    canvas.fill(tone.base, box(24, 43, 66, 59, 3), *ends)
    canvas.fill(tone.dark, box(30, 54, 60, 59, 2))
    canvas.fill(GLOSS, box(30, 45, 58, 47.4, 1.2))
    canvas.solid(Tone((116, 176, 214)), oval(78, 68, 10), 0.66)
    canvas.line(WHITE, 1.8, path((69, 64), (78, 68), (87, 66)))
    canvas.line((216, 84, 79), 1.8, path((71, 74), (79, 73), (86, 74)))


def carrier(canvas: Canvas, tone: Tone) -> None:
    """A carrier box with a barred door."""
    canvas.ground(36, 83)
    canvas.line(DARK, 3.4, [(40, 32), (42, 24), (60, 24), (62, 32)])
    canvas.solid(Tone(tone.light), smooth([(18, 56), (20, 34), (34, 30), (68, 30), (82, 36), (84, 56)]), 0.8)
    canvas.solid(tone, box(16, 55, 86, 83, 6), 0.8)
    canvas.fill(DARK, box(24, 40, 52, 76, 5))
    canvas.fill(
        (236, 170, 98), oval(38, 62, 9, 8), [(30, 58), (30, 50), (36, 55)], [(40, 55), (46, 50), (46, 58)]
    )
    canvas.fill(DARK, oval(35, 61, 1.3), oval(41, 61, 1.3))
    canvas.fill(STEEL, *(box(x, 40, x + 1, 76) for x in (28, 33, 38, 43, 48)))
    canvas.fill(tone.deep, *(box(x, 40, x + 3, 50, 1.5) for x in (60, 66, 72)))
    canvas.fill(WOOD, box(50, 56, 54, 62, 1))
