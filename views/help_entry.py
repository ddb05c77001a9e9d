"""An entry of the guide: a question, its answer, and the deeds and rooms that the answer leads to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from services.helping import Reach
from views.markup import Html
from views.reader import Reader
from views.screen import Button

Offered = Callable[[Reader, Any], Button | None]
"""The button of a deed on a negotiation or an order; None where it is not possible now."""
Way = Callable[[Reader], Button]
"""The button of a room, which is open to everybody."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`deeds` are for what is in `reach`; `ways` stand below them, and are the first step of who has none.

    `owner_ways` lead where only owners of a supplier may go.
    """

    question: Callable[[Reader], str]
    answer: Callable[[Reader], Html]
    reach: Reach | None = None
    deeds: Sequence[Offered] = ()
    ways: Sequence[Way] = ()
    owner_ways: Sequence[Way] = ()
