"""A program in the place of `printing` that dies, hangs or grows, as the order says."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable

from printing.limits import MEMORY_BYTES, keep_small

FATES: dict[str, Callable[[], object]] = {
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "hangs": lambda: time.sleep(3600),
    "grows": lambda: bytearray(2 * MEMORY_BYTES),
}

if __name__ == "__main__":
    keep_small()
    FATES[json.load(sys.stdin)["kind"]]()
