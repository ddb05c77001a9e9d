"""`python -m printing`: an order as JSON on stdin, the bytes of the file on stdout."""

import json
import sys
from typing import Final

from printing.kinds import MAKERS
from printing.limits import keep_small

CANNOT: Final = 2


def main() -> int:
    """Makes what {"kind": …, "data": {…}} asks for; returns the exit code."""
    keep_small()
    order = json.load(sys.stdin)
    try:
        made = MAKERS[order["kind"]](order["data"])
    except Exception as error:
        sys.stderr.write(f"{type(error).__name__}: {error}")
        return CANNOT
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
