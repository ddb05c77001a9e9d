"""Draws the lifecycles as Mermaid diagrams: `python -m bot.drawing` writes docs/lifecycles.md."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from domain.lifecycle import NEGOTIATION, ORDER, Actor, Deed

Status = TypeVar("Status", bound=StrEnum)

FILE: Final = Path(__file__).parent.parent / "docs" / "lifecycles.md"
HEAD: Final = """\
# Lifecycles

Drawn from the tables in `domain/lifecycle.py` by `make drawings`; a test holds this page to them. A status
changes only in its domain module, which asks its table; what is not in the table is refused.
"""


def page() -> str:
    """The whole page."""
    negotiation = diagram(NEGOTIATION, "awaiting_seller")
    order = diagram(ORDER, "awaiting_confirmation")
    return f"{HEAD}\n## Negotiation\n\n{negotiation}\n## Order\n\n{order}"


def diagram(moves: Mapping[tuple[Status, Deed, Actor], Status], first: str) -> str:
    """A state diagram of one table, beginning at `first`; statuses without a way out end."""
    labels: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (status, deed, actor), to in moves.items():
        labels[status.value, to.value].append(f"{actor.value}: {deed.value.replace('_', ' ')}")
    lines = [f"    {a} --> {b}: {', '.join(said)}" for (a, b), said in labels.items()]
    ends = [f"    {status} --> [*]" for status in _ends(moves)]
    return "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {first}", *lines, *ends, "```", ""])


def _ends(moves: Mapping[tuple[Status, Deed, Actor], Status]) -> Iterable[str]:
    left = {status for status, _, _ in moves}
    return sorted({to.value for to in moves.values() if to not in left})


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
