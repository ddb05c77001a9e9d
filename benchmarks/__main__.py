"""All benchmarks: `python -m benchmarks` runs every part, `python -m benchmarks echo` one with options."""

import importlib
import platform
import sys

PARTS = ("start", "echo", "orders", "search", "printing")


def main() -> None:
    """Runs the part that is named with its options, or all with theirs as they stand."""
    named = sys.argv[1:2] or list(PARTS)
    unknown = [part for part in named if part not in PARTS]
    if unknown:
        raise SystemExit(f"{__doc__}\nParts: {', '.join(PARTS)}")
    options = sys.argv[2:]
    print(f"## {platform.platform()}, Python {platform.python_version()}")
    for part in named:
        sys.argv = [f"benchmarks.{part}", *options]
        importlib.import_module(f"benchmarks.{part}").main()


if __name__ == "__main__":
    main()
