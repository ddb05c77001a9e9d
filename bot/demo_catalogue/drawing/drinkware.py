"""Bottles, cups and jars."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, mirrored, oval, path, smooth
from bot.demo_catalogue.drawing.palette import DARK, GLOSS, STEEL, WHITE, Tone

METAL = Tone(STEEL)


def bottle(canvas: Canvas, tone: Tone) -> None:
    """A slim vacuum bottle with a loop on its lid."""
    canvas.ground(20)
    canvas.line(DARK, 2.2, arc((50, 20), (5, 5), (180, 360)))
    canvas.solid(Tone(DARK), box(43.5, 19, 56.5, 28, 2))
    canvas.solid(METAL, box(44, 27, 56, 31))
    canvas.solid(tone, mirrored([(44, 30), (43, 33), (38, 38), (36.5, 43), (36.5, 79), (38, 82)]))
    canvas.solid(METAL, box(37.5, 79.5, 62.5, 82.5, 1))
    canvas.shine(40, 43, 3.4, 32)


def thermos(canvas: Canvas, tone: Tone) -> None:
    """A thermos flask with a cup for a lid and a handle."""
    canvas.ground(24)
    canvas.line(tone.deep, 3.6, path((63, 38), (74, 40), (75, 56), (63, 60)))
    canvas.solid(METAL, box(38, 16, 62, 31, 4))
    canvas.shine(41, 19, 2.6, 9)
    canvas.solid(Tone(DARK), box(37, 30, 63, 34, 1))
    canvas.solid(tone, box(35, 33, 65, 82, 4))
    canvas.fill(STEEL, box(35, 69, 65, 71.5))
    canvas.shine(38.5, 38, 3.4, 28)


def tumbler(canvas: Canvas, tone: Tone) -> None:
    """A wide tumbler with a straw."""
    canvas.ground(18)
    canvas.line(WHITE, 2, [(55, 33), (60, 10)])
    canvas.solid(tone, mirrored([(33, 32), (39, 80), (41, 82.5)]))
    canvas.fill(tone.light, box(40, 79.5, 60, 82))
    canvas.solid(Tone((226, 232, 236)), box(31, 26.5, 69, 33, 2.6))
    canvas.fill(GLOSS, [(38, 37), (42, 37), (45, 76), (42, 76)])


def travel_mug(canvas: Canvas, tone: Tone) -> None:
    """A coffee cup for the road with a grip band."""
    canvas.ground(18)
    canvas.solid(tone, mirrored([(35, 30), (40, 80), (42, 82.5)]))
    canvas.solid(Tone(tone.deep), mirrored([(36.8, 46), (38.7, 64)]))
    canvas.solid(Tone(DARK), mirrored([(36, 21), (33, 31)]))
    canvas.fill(DARK, box(38, 18, 62, 22, 2))
    canvas.shine(42, 24, 2.5, 5)
    canvas.fill(GLOSS, [(40, 34), (43, 34), (45.5, 78), (43.5, 78)])


def kids_bottle(canvas: Canvas, tone: Tone) -> None:
    """A round bottle with a face and a straw."""
    canvas.ground(22)
    canvas.line(tone.deep, 2, path((34, 36), (20, 48), (33, 66)))
    canvas.line(tone.deep, 2, path((66, 36), (80, 48), (67, 66)))
    canvas.line(WHITE, 4, path((50, 26), (51, 17), (57, 14)))
    canvas.solid(Tone(tone.deep), box(37, 23, 63, 36, 6))
    canvas.solid(tone, box(32, 34, 68, 82, 12))
    canvas.fill(WHITE, oval(50, 59, 12, 10.5))
    canvas.fill(DARK, oval(46, 57, 1.6), oval(54, 57, 1.6))
    canvas.line(DARK, 1, arc((50, 61), (3.2, 2.6), (20, 160)))
    canvas.shine(36, 42, 3, 14)


def food_jar(canvas: Canvas, tone: Tone) -> None:
    """A short wide jar with a spoon."""
    canvas.ground(28)
    canvas.line(STEEL, 2.4, [(74, 78), (80, 42)])
    canvas.fill(STEEL, oval(80.6, 38, 3.4, 5.4))
    canvas.solid(METAL, box(34, 25, 66, 40, 5))
    canvas.solid(Tone(DARK), box(32, 38, 68, 43, 1.6))
    canvas.solid(tone, smooth([(31, 44), (69, 44), (72, 62), (66, 82), (34, 82), (28, 62)]))
    canvas.shine(35, 50, 3.4, 24)


def mug(canvas: Canvas, tone: Tone) -> None:
    """A stoneware mug."""
    canvas.ground(26)
    canvas.line(tone.dark, 5, arc((64, 55), (14, 14), (-80, 80)))
    canvas.solid(tone, box(28, 32, 68, 82, 7))
    canvas.fill(tone.light, oval(48, 33, 20, 4.4))
    canvas.fill((112, 74, 52), oval(48, 33.6, 17.4, 3.2))
    canvas.shine(32, 43, 3.6, 28)
    canvas.fill(GLOSS, smooth([(49, 53), (54, 50), (57, 54), (49, 64), (41, 54), (44, 50)]))
