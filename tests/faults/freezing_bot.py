"""Yijia that stands still where a test says, as a stopped machine does, and is missed after a second."""

import os
import runpy
import signal

from services import fail_points
from storage import workers

VARIABLE = "YIJIA_FREEZES"
"""`name:n` after `name:n`: freezes when the point is reached for the n-th time since the last freeze."""
QUICKLY = {"ALIVE_SECONDS": 1.0, "BEAT_SECONDS": 0.25}


class Freezing:
    """Takes the place of `reach`."""

    def __init__(self, plan: str) -> None:
        self._plan = [each.split(":") for each in plan.split()]
        self._hits = 0

    def reach(self, name: str) -> None:
        """Freezes if this is where the plan says; what else goes on in the process stands still too."""
        if not self._plan or self._plan[0][0] != name:
            return
        self._hits += 1
        if self._hits == int(self._plan[0][1]):
            self._plan.pop(0)
            self._hits = 0
            os.kill(os.getpid(), signal.SIGSTOP)


if __name__ == "__main__":
    vars(workers).update(QUICKLY)
    vars(fail_points).update(reach=Freezing(os.environ.get(VARIABLE, "")).reach)
    runpy.run_module("benchmarks.unhurried_bot", run_name="__main__")
