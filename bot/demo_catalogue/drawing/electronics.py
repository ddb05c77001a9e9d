"""Accessories for telephones."""

from bot.demo_catalogue.drawing.canvas import Canvas
from bot.demo_catalogue.drawing.outline import arc, box, oval, path, smooth, turned
from bot.demo_catalogue.drawing.palette import DARK, GLEAM, GLOSS, STEEL, Tone

GREEN = (126, 216, 150)


def earbuds(canvas: Canvas, tone: Tone) -> None:
    """Wireless earbuds above their case."""
    canvas.ground(26, 84)
    for x, lean in ((36, -10), (64, 10)):
        canvas.solid(tone, turned(box(x - 3, 24, x + 3, 50, 3), lean, (x, 26)), 0.6)
        canvas.solid(tone, oval(x, 24, 8, 7.4), 0.66)
        canvas.fill(DARK, oval(x + (3 if x < 50 else -3), 24.6, 3, 4))
    canvas.solid(tone, box(25, 52, 75, 84, 15), 0.76)
    canvas.line(tone.dark, 0.9, [(25.4, 62), (74.6, 62)])
    canvas.fill(GREEN, oval(50, 68, 1.3))
    canvas.fill(GLOSS, box(33, 55, 58, 57.4, 1.2))


def headphones(canvas: Canvas, tone: Tone) -> None:
    """Headphones."""
    canvas.ground(28, 86)
    canvas.line(tone.base, 6, arc((50, 50), (29, 34), (180, 360)))
    canvas.line(tone.light, 1.4, arc((50, 50), (29.6, 35), (205, 300)))
    canvas.fill(STEEL, box(19, 47, 23, 60, 1), box(77, 47, 81, 60, 1))
    canvas.fill(tone.deep, box(27, 50, 37, 82, 5), box(63, 50, 73, 82, 5))
    canvas.solid(tone, box(16, 52, 31, 80, 7), 0.7)
    canvas.solid(tone, box(69, 52, 84, 80, 7), 0.6)
    canvas.fill(GLEAM, box(19, 56, 21.6, 74, 1.3), box(72, 56, 74.6, 74, 1.3))


def _plug(canvas: Canvas, tone: Tone, centre: tuple[float, float], turn: float) -> None:
    x, y = centre
    canvas.fill(STEEL, turned(box(x - 4, y - 17, x + 4, y - 8, 1.6), turn, centre))
    canvas.fill(tone.dark, turned(box(x - 6, y - 9, x + 6, y + 7, 2.4), turn, centre))
    canvas.fill(tone.base, turned(box(x - 6, y - 9, x + 2, y + 7, 2.4), turn, centre))
    canvas.fill(tone.deep, turned(box(x - 3, y + 7, x + 3, y + 13, 1.4), turn, centre))


def cable(canvas: Canvas, tone: Tone) -> None:
    """A braided charging cable with two plugs."""
    for radius in (22, 18, 14):
        canvas.line(tone.dark, 3.4, oval(50, 50, radius * 1.2, radius))
        canvas.line(tone.light, 0.8, arc((50, 50), (radius * 1.2, radius), (190, 300)))
    canvas.line(tone.dark, 3.4, path((32, 36), (24, 40), (24, 54)))
    canvas.line(tone.dark, 3.4, path((68, 64), (78, 62), (77, 46)))
    canvas.fill(DARK, box(45, 65, 55, 75, 2))
    _plug(canvas, tone, (24, 66), 180)
    _plug(canvas, tone, (77, 34), 0)


def power_bank(canvas: Canvas, tone: Tone) -> None:
    """A power bank with its charge shown."""
    canvas.ground(24, 86)
    canvas.line((232, 232, 228), 2.2, path((44, 20), (42, 8), (70, 6), (82, 24), (80, 44)))
    canvas.solid(tone, box(30, 18, 70, 85, 7), 0.8)
    canvas.fill(tone.light, box(33, 22, 35.4, 80, 1.2))
    canvas.fill(DARK, box(40, 19.4, 48, 22.4, 1), box(53, 19.4, 61, 22.4, 1), box(42, 62, 60, 74, 3))
    canvas.fill(GREEN, *(box(x, 65, x + 2.6, 71, 0.8) for x in (45, 49)))
    canvas.fill(GLEAM, *(box(x, 65, x + 2.6, 71, 0.8) for x in (53, 56.6)))
    canvas.fill(GLOSS, [(52, 34), (44, 46), (50, 46), (47, 56), (57, 43), (51, 43)])


def charger(canvas: Canvas, tone: Tone) -> None:
    """A wall charger with two ports."""
    canvas.ground(22, 80)
    canvas.fill(STEEL, box(10, 40, 30, 44.6, 1.6), box(10, 57, 30, 61.6, 1.6))
    canvas.solid(tone, box(27, 24, 80, 80, 9), 0.8)
    canvas.fill(DARK, box(52, 36, 56.6, 48, 2.2), box(52, 56, 56.6, 68, 2.2))
    canvas.fill(GREEN, oval(66, 52, 1.6))
    canvas.fill(GLOSS, box(33, 29, 35.6, 72, 1.3))


def speaker(canvas: Canvas, tone: Tone) -> None:
    """A round loudspeaker with a loop."""
    canvas.ground(28, 84)
    canvas.line(DARK, 2.6, path((68, 34), (82, 30), (84, 48), (76, 54)))
    canvas.solid(tone, smooth([(26, 36), (50, 26), (74, 36), (78, 62), (68, 82), (32, 82), (22, 62)]), 0.8)
    canvas.fill(tone.deep, oval(48, 58, 20))
    canvas.fill(DARK, oval(48, 58, 17))
    canvas.fill((94, 100, 110), oval(48, 58, 11))
    canvas.fill(DARK, oval(48, 58, 5))
    canvas.fill(GLEAM, arc((48, 58), (15, 15), (190, 260)) + arc((48, 58), (12, 12), (260, 190)))
    canvas.fill(tone.light, *(oval(x, 33.4, 1.7) for x in (44, 50, 56)))
