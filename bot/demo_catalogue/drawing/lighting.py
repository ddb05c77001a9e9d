"""Lamps and lights."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, mirrored, oval, path, smooth, turned
from bot.demo_catalogue.drawing.palette import DARK, GLOSS, STEEL, WARM, WOOD, Tone

GLOW = (255, 232, 150, 70)


def table_lamp(canvas: Canvas, tone: Tone) -> None:
    """A lamp with a shade."""
    canvas.ground(22, 84)
    canvas.fill(GLOW, mirrored([(38, 46), (18, 84)]))
    canvas.solid(Tone(WOOD), box(48, 46, 52, 80))
    canvas.solid(Tone(WOOD), box(36, 78, 64, 84, 3))
    canvas.solid(tone, mirrored([(40, 18), (29, 48)]), 0.72)
    canvas.fill(WARM, mirrored([(30, 46), (29, 48.6)]))
    canvas.line(DARK, 0.7, [(58, 48), (58, 58)])
    canvas.fill(DARK, oval(58, 59, 1.3))


def pendant(canvas: Canvas, tone: Tone) -> None:
    """A lamp that hangs from the ceiling."""
    canvas.line(DARK, 1.2, [(50, 0), (50, 34)])
    canvas.fill(GLOW, mirrored([(34, 62), (16, 92)]))
    canvas.fill(DARK, box(45.6, 31, 54.4, 38, 2))
    canvas.fill(WARM, oval(50, 62, 9, 8))
    canvas.solid(tone, [*arc((50, 62), (29, 25), (180, 360))], 0.7)
    canvas.fill(tone.deep, box(20, 60, 80, 63.4, 1.6))
    canvas.fill(GLOSS, arc((50, 62), (24, 20), (190, 240)) + arc((50, 62), (20, 16), (240, 190)))


def bulb(canvas: Canvas, tone: Tone) -> None:
    """A light bulb."""
    canvas.fill((255, 232, 150, 60), oval(50, 40, 36))
    canvas.solid(
        Tone((250, 232, 178)),
        smooth([(50, 14), (70, 24), (73, 42), (60, 58), (58, 66), (42, 66), (40, 58), (27, 42), (30, 24)]),
        0.78,
    )
    canvas.line(tone.base, 1.3, path((44, 64), (42, 46), (46, 50), (50, 42), (54, 50), (58, 46), (56, 64)))
    canvas.fill(GLOSS, smooth([(34, 30), (42, 21), (40, 30), (36, 40)]))
    canvas.solid(Tone(STEEL), box(41, 65, 59, 80, 2))
    for y in (68.6, 72.6, 76.6):
        canvas.line((150, 157, 166), 1.2, [(41, y), (59, y + 1)])
    canvas.fill(DARK, box(45, 80, 55, 84, 2))


def string_lights(canvas: Canvas, tone: Tone) -> None:
    """Two chains of little lights."""
    for top, colours in ((26, (tone.base, WARM)), (54, (WARM, tone.base))):
        wire = path((4, top - 6), (24, top + 6), (50, top + 10), (76, top + 6), (96, top - 6))
        canvas.line(DARK, 1, wire)
        for index, (x, y) in enumerate(wire[3::5]):
            ink = colours[index % 2]
            canvas.fill((*ink, 60), oval(x, y + 8, 7))
            canvas.fill(DARK, box(x - 1.5, y, x + 1.5, y + 3.6, 0.6))
            canvas.fill(ink, smooth([(x, y + 3), (x + 3.2, y + 8), (x, y + 13), (x - 3.2, y + 8)]))
            canvas.fill(GLOSS, oval(x - 1, y + 7, 0.9, 1.8))


def moon_lamp(canvas: Canvas, tone: Tone) -> None:
    """A moon on a wooden stand."""
    canvas.ground(20, 86)
    canvas.fill((255, 232, 150, 60), oval(50, 44, 37))
    canvas.line(WOOD, 4, [(36, 84), (50, 66), (64, 84)])
    canvas.line(WOOD, 3, [(40, 79), (60, 79)])
    canvas.solid(tone, oval(50, 44, 28), 0.78)
    craters = ((40, 34, 5), (56, 30, 3), (60, 48, 6), (44, 54, 4), (34, 46, 2.4), (52, 42, 2), (50, 62, 3))
    canvas.fill(tone.dark, *(oval(x, y, r, r * 0.9) for x, y, r in craters))


def torch(canvas: Canvas, tone: Tone) -> None:
    """A torch that is on."""
    turn = -30
    canvas.fill(GLOW, turned([(30, 40), (30, 60), (-14, 84), (-14, 16)], turn))
    canvas.fill(
        tone.base,
        turned(box(44, 43, 90, 57, 3), turn),
        turned([(28, 38), (46, 43), (46, 57), (28, 62)], turn),
    )
    canvas.fill(
        tone.dark,
        turned(box(44, 51, 90, 57, 3), turn),
        turned([(28, 52), (46, 51), (46, 57), (28, 62)], turn),
    )
    canvas.fill(WARM, turned(oval(28, 50, 3, 12), turn))
    for x in (58, 64, 70, 76):
        canvas.fill(tone.deep, turned(box(x, 43, x + 2.4, 57), turn))
    canvas.fill((216, 84, 79), turned(box(50, 41, 55, 45, 2), turn))
