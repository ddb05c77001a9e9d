"""Outlines as lists of points, in hundredths of the picture's side; (0, 0) is the upper left corner."""

import math
from collections.abc import Sequence
from typing import Final

Point = tuple[float, float]
Outline = list[Point]

_STEPS: Final = 10


def box(left: float, top: float, right: float, bottom: float, radius: float = 0) -> Outline:
    """A rectangle, its corners rounded."""
    if not radius:
        return [(left, top), (right, top), (right, bottom), (left, bottom)]
    r = min(radius, (right - left) / 2, (bottom - top) / 2)
    corners = (
        (right - r, top + r, -90),
        (right - r, bottom - r, 0),
        (left + r, bottom - r, 90),
        (left + r, top + r, 180),
    )
    return [point for x, y, start in corners for point in arc((x, y), (r, r), (start, start + 90))]


def oval(x: float, y: float, wide: float, high: float = 0) -> Outline:
    """An ellipse around (x, y) by its two radii; a circle when `high` is left out."""
    return arc((x, y), (wide, high or wide), (0, 360))


def arc(centre: Point, radii: Point, angles: Point) -> Outline:
    """Points along an ellipse between two angles in degrees, clockwise from three o'clock."""
    (x, y), (wide, high), (start, end) = centre, radii, angles
    count = max(6, int(abs(end - start) / 6))
    turns = (math.radians(start + (end - start) * step / count) for step in range(count + 1))
    return [(x + wide * math.cos(turn), y + high * math.sin(turn)) for turn in turns]


def mirrored(left_half: Sequence[Point], middle: float = 50) -> Outline:
    """A symmetrical outline from its left half, given from top to bottom."""
    return [*left_half, *((2 * middle - x, y) for x, y in reversed(left_half))]


def smooth(points: Sequence[Point]) -> Outline:
    """A closed curve through the points (Catmull-Rom)."""
    count = len(points)
    return [
        _between([points[(index + shift) % count] for shift in (-1, 0, 1, 2)], step / _STEPS)
        for index in range(count)
        for step in range(_STEPS)
    ]


def path(*points: Point) -> Outline:
    """An open curve through the points (Catmull-Rom)."""
    knots = [points[0], *points, points[-1]]
    spans = (knots[index : index + 4] for index in range(len(knots) - 3))
    return [_between(span, step / _STEPS) for span in spans for step in range(_STEPS)] + [points[-1]]


def _between(knots: Sequence[Point], t: float) -> Point:
    before, start, end, after = knots
    x, y = (
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(before, start, end, after, strict=True)
    )
    return x, y


def turned(outline: Sequence[Point], degrees: float, around: Point = (50, 50)) -> Outline:
    """The outline turned clockwise."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x0, y0 = around
    moved = ((x - x0, y - y0) for x, y in outline)
    return [(x0 + x * cos - y * sin, y0 + x * sin + y * cos) for x, y in moved]


def right_of(outline: Sequence[Point], limit: float) -> Outline:
    """The part of the outline to the right of a vertical line (Sutherland-Hodgman)."""
    kept: Outline = []
    for (x1, y1), (x2, y2) in zip([outline[-1], *outline], outline, strict=False):
        if (x1 >= limit) != (x2 >= limit):
            kept.append((limit, y1 + (y2 - y1) * (limit - x1) / (x2 - x1)))
        if x2 >= limit:
            kept.append((x2, y2))
    return kept
