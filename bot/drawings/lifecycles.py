"""The page of lifecycles, drawn from the tables of moves."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from bot.drawings.mermaid import EDGE_OF_THE_DRAWING, state_diagram
from domain.lifecycle import (
    CHANGES,
    CLAIM,
    NEGOTIATION,
    NEGOTIATION_BEGINS,
    ORDER,
    SAMPLE_REQUEST,
    Actor,
    Deed,
)

Status = TypeVar("Status", bound=StrEnum)

HEAD: Final = """\
# Lifecycles

Drawn from the tables in `domain/lifecycle.py` by `make drawings`; a test holds this page to them. A status
changes only in its domain module, which asks its table; what is not in the table is refused.
"""


def page() -> str:
    """The whole page."""
    negotiation = state_diagram([*_births(), *_moves(NEGOTIATION)])
    order = state_diagram([(EDGE_OF_THE_DRAWING, "awaiting_confirmation", ""), *_moves(ORDER)])
    claim = state_diagram([(EDGE_OF_THE_DRAWING, "awaiting_seller", ""), *_moves(CLAIM)])
    changes = state_diagram([(EDGE_OF_THE_DRAWING, "awaiting_seller", ""), *_moves(CHANGES)])
    sample = state_diagram([(EDGE_OF_THE_DRAWING, "awaiting_seller", ""), *_moves(SAMPLE_REQUEST)])
    drawn = {
        "Negotiation": negotiation,
        "Order": order,
        "Claim": claim,
        "Request for a sample": sample,
        "Changes wanted of a sample": changes,
    }
    return HEAD + "".join(f"\n## {name}\n\n{diagram}" for name, diagram in drawn.items())


def _births() -> Iterator[tuple[str, str, str]]:
    """What a negotiation begins with."""
    for deed, status in NEGOTIATION_BEGINS.items():
        yield EDGE_OF_THE_DRAWING, status.value, f"buyer: {deed.value.replace('_', ' ')}"


def _moves(table: Mapping[tuple[Status, Deed, Actor], Status]) -> Iterator[tuple[str, str, str]]:
    """The moves of a table; statuses without a way out end."""
    for (status, deed, actor), to in table.items():
        yield status.value, to.value, f"{actor.value}: {deed.value.replace('_', ' ')}"
    left = {status for status, _, _ in table}
    for end in sorted({to.value for to in table.values() if to not in left}):
        yield end, EDGE_OF_THE_DRAWING, ""
