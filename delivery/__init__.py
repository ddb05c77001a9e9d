"""python-telegram-bot out: the outbox's sender, its limits and its errors."""

import sys

# python-telegram-bot imports httpx, which imports its own command line (rich, click, pygments: 0.1 s, 4 MB)
# unless that is missing. We use neither.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
