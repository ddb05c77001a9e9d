"""State diagrams in Mermaid's words, which GitHub and most readers of Markdown draw."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

EDGE_OF_THE_DRAWING: Final = "[*]"


def state_diagram(moves: Iterable[tuple[str, str, str]]) -> str:
    """A diagram of moves (from, to, label); the moves between the same two states share an arrow."""
    labels: dict[tuple[str, str], list[str]] = defaultdict(list)
    for start, end, label in moves:
        if label not in labels[start, end]:
            labels[start, end].append(label)
    arrows = [f"    {a} --> {b}{_label(said)}" for (a, b), said in labels.items()]
    return "\n".join(["```mermaid", "stateDiagram-v2", *arrows, "```", ""])


def _label(said: list[str]) -> str:
    words = ", ".join(word for word in said if word)
    return f": {words}" if words else ""
