"""Imports structlog without rich, which it takes where it finds it, to paint errors on a terminal.

Our log is JSON (`bot/logs.py`) and rich is here for the progress bars of the command line alone; a bot that
serves would carry three megabytes of it for nothing.
"""

import importlib
import sys

PAINTER = "rich"
PACKAGE = "structlog"


def import_unpainted() -> None:
    """Import structlog as if rich were not installed, unless either is there already."""
    if PAINTER in sys.modules or PACKAGE in sys.modules:
        return
    sys.modules[PAINTER] = None  # type: ignore[assignment]
    try:
        importlib.import_module(PACKAGE)
    finally:
        del sys.modules[PAINTER]


import_unpainted()
