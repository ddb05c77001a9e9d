"""Yijia as by `python -m bot run`, without Telegram's limits on speed: work is measured, not waiting."""

import sys

from bot.cli import main
from delivery.pace import Pace


def _at_once(*_: object, **__: object) -> float:
    return 0.0


Pace.next_free = _at_once  # type: ignore[method-assign]

if __name__ == "__main__":
    sys.argv[1:] = ["run"]
    main()
