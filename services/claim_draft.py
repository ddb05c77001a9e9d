"""The draft of a claim: what is asked next, what was answered, and how it is kept between two updates."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final

from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.details import Line, lines_from, lines_record
from domain.money import Money
from domain.people import Side
from domain.settlement import Remedy, Settlement

TOKEN_LENGTH: Final = 8
Specs = tuple[tuple[str, str], ...]


class Step(StrEnum):
    """What the form asks, in this order; the values are stored and on buttons."""

    KIND = "kind"
    REASON = "why"
    UNITS = "units"
    PHOTOS = "pics"
    WORDS = "words"
    AMOUNT = "sum"
    FREIGHT = "way"


SHOWN_BY_PHOTOS: Final = frozenset((ClaimReason.QUALITY, ClaimReason.WRONG_GOODS, ClaimReason.DAMAGED))
"""What nobody believes without a photo."""
_REMEDIES: Final = {ClaimKind.REFUND: Remedy.REFUND, ClaimKind.RETURN: Remedy.RETURN}


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim in the making on an order.

    `lines` are the affected units by spec, `picked` the specs whose count is asked, `count` all units. The
    amount is in `minor` units of the order's currency. `bundle_id` gathers the `photos`, so many by now.
    `freight` is who shall pay the way back.
    """

    order_id: int
    to_ask: tuple[Step, ...] = tuple(Step)
    asked: tuple[Step, ...] = ()
    kind: ClaimKind | None = None
    reason: ClaimReason | None = None
    lines: tuple[Line, ...] = ()
    picked: Specs = ()
    count: int = 0
    bundle_id: int = 0
    photos: int = 0
    words: str = ""
    minor: int = 0
    freight: Side | None = None

    @property
    def current(self) -> Step | None:
        """What is asked now; None when all is answered."""
        return self.to_ask[0] if self.to_ask else None

    @property
    def needs_photos(self) -> bool:
        """Whether the claim cannot be sent without a photo."""
        return self.reason in SHOWN_BY_PHOTOS and not self.photos

    def answered(self, step: Step, **values: Any) -> "ClaimDraft":
        """With an answer to a question, which is not asked any more."""
        known = replace(self, **values)
        left = tuple(each for each in known.to_ask if each is not step)
        return replace(known, to_ask=left, asked=(*(s for s in known.asked if s is not step), step))

    def asking(self, step: Step) -> "ClaimDraft":
        """A question once more, before whatever else is open."""
        left = tuple(each for each in self.to_ask if each is not step)
        asked = tuple(each for each in self.asked if each is not step)
        return replace(self, to_ask=(step, *left), asked=asked, picked=())

    def back(self) -> "ClaimDraft":
        """The question that was answered last, or the choice of a spec, once more."""
        if self.picked:
            return replace(self, picked=())
        return self.asking(self.asked[-1])

    @property
    def token(self) -> str:
        """The same for the same answers: what a button that sends them carries."""
        said = json.dumps(draft_record(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:TOKEN_LENGTH]

    @property
    def ground(self) -> Ground:
        """What the claim would rest on; only of a draft that is filled in."""
        assert self.kind, "a filled draft has its kind"
        assert self.reason, "a filled draft has its reason"
        return Ground(self.kind, self.reason, self.lines, self.count, bundle_id=self.bundle_id)

    def settlement(self, currency: str) -> Settlement:
        """What the buyer asks for; the address of a return is the seller's to give."""
        assert self.kind, "a filled draft has its kind"
        freight = self.freight if self.kind is ClaimKind.RETURN else None
        return Settlement(_REMEDIES[self.kind], Money(self.minor, currency), freight)


def draft_record(draft: ClaimDraft) -> dict[str, Any]:
    """A draft as JSON."""
    return {
        **asdict(draft),
        "to_ask": list(draft.to_ask),
        "asked": list(draft.asked),
        "lines": lines_record(draft.lines),
        "picked": [list(spec) for spec in draft.picked],
    }


def draft_of(record: dict[str, Any]) -> ClaimDraft:
    """The draft that `draft_record` wrote."""
    kind, reason, freight = record["kind"], record["reason"], record["freight"]
    return ClaimDraft(
        **{
            **record,
            "to_ask": tuple(Step(step) for step in record["to_ask"]),
            "asked": tuple(Step(step) for step in record["asked"]),
            "kind": ClaimKind(kind) if kind else None,
            "reason": ClaimReason(reason) if reason else None,
            "lines": lines_from(record["lines"]),
            "picked": tuple((name, value) for name, value in record["picked"]),
            "freight": Side(freight) if freight else None,
        }
    )
