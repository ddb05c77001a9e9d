"""Round values for the axis of a chart."""

from collections.abc import Sequence
from typing import Final

MOST_STEPS: Final = 6
_NICE: Final = (1, 2, 5)


def ticks(values: Sequence[int]) -> list[int]:
    """Round values in at most MOST_STEPS even steps, from below the least value to above the greatest."""
    least, most = min(values), max(values)
    air = max((most - least) // 10, most // 50, 1)
    low, high = max(least - air, 0), most + air
    step = _step(low, high)
    return list(range(low // step * step, -(-high // step) * step + 1, step))


def _step(low: int, high: int) -> int:
    """The smallest nice step that needs no more than MOST_STEPS."""
    power = 1
    while True:
        for nice in _NICE:
            step = nice * power
            if -(-high // step) - low // step <= MOST_STEPS:
                return step
        power *= 10
