"""What a claim on an order is, and what follows from where it stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.claim_clock import TALK_BEFORE, WARNING
from domain.details import Line
from domain.lifecycle import ClaimStatus, Deed
from domain.money import Money
from domain.people import Side
from domain.proposal import Proposal
from domain.settlement import Remedy

_S: Final = ClaimStatus

TALKING: Final = frozenset((_S.AWAITING_SELLER, _S.AWAITING_BUYER))
UNDECIDED: Final = TALKING | {_S.ESCALATED}
"""Statuses in which the sides have not agreed yet, and may; an order has at most one such claim."""
OWED: Final = frozenset((_S.AGREED, _S.DECIDED))
LOST: Final = frozenset((_S.CLOSED, _S.WITHDRAWN, _S.UNANSWERED))
"""Ends of claims for which nothing is owed, though a part may have been refunded before."""
WAITED_FOR: Final = {
    _S.AWAITING_SELLER: Side.SELLER,
    _S.AWAITING_BUYER: Side.BUYER,
    _S.AGREED: Side.SELLER,
    _S.DECIDED: Side.SELLER,
    _S.AWAITING_RETURN: Side.BUYER,
    _S.AWAITING_RECEIPT: Side.SELLER,
    _S.AWAITING_REPLACEMENT: Side.BUYER,
}
"""Whose turn it is; an escalated claim waits for the operator."""


class ClaimKind(StrEnum):
    """What the buyer wants; the values are stored. LATE is the compensation that the terms agree on."""

    LATE = "late"
    REFUND = "refund"
    RETURN = "return"


class ClaimReason(StrEnum):
    """What is wrong; the values are stored."""

    QUALITY = "quality"
    WRONG_GOODS = "wrong_goods"
    SHORT = "short"
    DAMAGED = "damaged"
    LATE = "late"
    OTHER = "other"


REMEDIES: Final = {
    ClaimKind.LATE: frozenset((Remedy.COMPENSATION, Remedy.NOTHING)),
    **dict.fromkeys((ClaimKind.REFUND, ClaimKind.RETURN), frozenset(Remedy) - {Remedy.COMPENSATION}),
}
"""How a claim of a kind can be settled."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a claim rests on.

    `count` units are affected, by spec in `lines` where the order was split; `days` are those of lateness.
    `bundle_id` is the buyer's evidence, 0 without any.
    """

    kind: ClaimKind
    reason: ClaimReason
    lines: tuple[Line, ...] = ()
    count: int = 0
    days: int = 0
    bundle_id: int = 0


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A claim and the settlement on the table. `id` 0 is not stored yet.

    - `claimed` is what was asked for at first: nothing above it can be agreed or decided.
    - `approved_by` are the sides that agree to what is on the table, its author among them.
    - `expires_at` ends the present status.
    - `repaid` counts, in minor units, what was refunded for it so far.
    - `decided` is the version that an operator decided, 0 while none did: what is decided is final.
    - `reminders` counts those of the clock since it stands so; what is owed is overdue from the first on.
    - Evidence is awaited from `evidence_from`, None being both sides, until `evidence_until`.
    """

    id: int
    order_id: int
    buyer_id: int
    supplier_id: int
    ground: Ground
    claimed: Money
    status: ClaimStatus
    proposal: Proposal
    opened_at: datetime
    expires_at: datetime
    approved_by: tuple[Side, ...] = ()
    repaid: int = 0
    decided: int = 0
    reminders: int = 0
    evidence_from: Side | None = None
    evidence_until: datetime | None = None

    @property
    def is_late(self) -> bool:
        """Whether it is for the compensation that the terms agree on."""
        return self.ground.kind is ClaimKind.LATE

    @property
    def waits_for(self) -> Side | None:
        """Whose turn it is; None when it is over, or an operator's."""
        return WAITED_FOR.get(self.status)

    @property
    def is_undecided(self) -> bool:
        """Whether the sides have not agreed yet, and may."""
        return self.status in UNDECIDED

    @property
    def is_won(self) -> bool:
        """Whether something is owed or was given for it: what it was for is dealt with."""
        return self.status not in UNDECIDED | LOST

    @property
    def is_refused(self) -> bool:
        """Whether a refusal is on the table."""
        return self.proposal.settlement.remedy is Remedy.NOTHING

    @property
    def left(self) -> Money:
        """What is still to be refunded of the amount on the table."""
        amount = self.proposal.settlement.amount
        return Money(amount.minor - self.repaid, amount.currency)

    @property
    def warns_at(self) -> datetime:
        """When the end of the present status is warned of."""
        return self.expires_at - WARNING

    def escalates_from(self, side: Side) -> datetime | None:
        """From when on a side may call the operator in; None: never as it stands.

        - The buyer at once on a refusal, either side when they have talked for three days.
        - The buyer when what was agreed is overdue, unless an operator decided it.
        """
        if self.status in TALKING:
            is_at_once = side is Side.BUYER and self.is_refused
            return self.proposal.at if is_at_once else self.opened_at + TALK_BEFORE
        if self.status is not _S.AGREED or side is Side.SELLER or self.decided:
            return None
        return self.proposal.at if self.reminders else self.expires_at

    def is_out_of_time(self, now: datetime) -> bool:
        """Whether the talk is over without an agreement; what is agreed stays owed."""
        return self.status in TALKING and now >= self.expires_at

    def agreeing(self, side: Side) -> Deed:
        """The deed by which a side agrees to what is on the table; the first of two only approves."""
        is_second = side.other in self.approved_by
        if self.status is _S.ESCALATED and not is_second:
            return Deed.APPROVE
        is_return = self.proposal.settlement.remedy is Remedy.RETURN
        return Deed.AGREE_TO_RETURN if is_return else Deed.AGREE
