"""Named points of the pipeline at which a test may kill the process; without the variable they do nothing."""

import os
import signal
from collections import Counter
from typing import Final

VARIABLE: Final = "YIJIA_FAIL_POINT"
"""`name:n` in the environment kills the process when the point `name` is reached for the n-th time."""

NAMES: Final = (
    "inbox.received",
    "inbox.stored",
    "inbox.acknowledged",
    "inbox.claimed",
    "update.before_commit",
    "update.after_commit",
    "outbox.claimed",
    "outbox.before_send",
    "outbox.after_send",
    "outbox.marked",
)

OF_FILES: Final = "file.before_commit"
"""The same while a seller's file is imported."""
OF_COPIES: Final = "copy.downloaded"
"""The same when a file was downloaded and is not kept yet."""

_name, _, _count = os.environ.get(VARIABLE, "").partition(":")
_hits: Counter[str] = Counter()


def reach(name: str) -> None:
    """Says that execution has come to this point."""
    if name != _name:
        return
    _hits[name] += 1
    if _hits[name] == int(_count or 1):
        os.kill(os.getpid(), signal.SIGKILL)
