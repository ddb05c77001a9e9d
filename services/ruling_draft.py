"""What an operator is about to suggest or decide: asked step by step, answered by buttons only."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final

from domain import worth
from domain.claim import Claim
from domain.claim_facts import REMEDIES
from domain.dispute import Finding
from domain.money import Money
from domain.people import Side
from domain.settlement import UNPAID, Remedy, Settlement
from services.arbitrating import Ruling
from services.refusals import NotFound


class Step(StrEnum):
    """What is asked, in this order; the values are on buttons."""

    REMEDY = "remedy"
    AMOUNT = "amount"
    FREIGHT = "freight"
    ADDRESS = "address"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class RulingDraft:
    """A suggestion, or when it `is_final` a decision, in place of `version`; `minor` -1 is not said yet.

    `addresses` are where goods may go back to, of which one is chosen.
    """

    claim_id: int
    version: int
    is_final: bool
    addresses: Sequence[str] = ()
    remedy: Remedy | None = None
    minor: int = -1
    freight: Side | None = None
    address: str = ""
    finding: Finding | None = None
    is_sent_back: bool = False

    @property
    def step(self) -> Step | None:
        """What is asked now; None when all is said."""
        return next((step for step, is_missing in _MISSING.items() if is_missing(self)), None)

    @property
    def is_return(self) -> bool:
        """Whether goods are to go back."""
        return self.remedy is Remedy.RETURN

    def back(self) -> "RulingDraft":
        """The last answer taken back."""
        said = [step for step in Step if _SAID[step](self)]
        return replace(self, **_EMPTY[said[-1]]) if said else self

    def settlement(self, currency: str) -> Settlement:
        """What it comes to, once all is said."""
        assert self.remedy is not None, "asked first"
        amount = Money(0 if self.remedy in UNPAID else self.minor, currency)
        return Settlement(self.remedy, amount, self.freight, self.address)

    def ruling(self, currency: str) -> Ruling:
        """The same with why, once all is said."""
        assert self.finding is not None, "asked last"
        return Ruling(self.version, self.settlement(currency), self.finding)


def remedies(draft: RulingDraft, claim: Claim) -> list[Remedy]:
    """What can be suggested or decided.

    That the buyer gets nothing is only ever decided, and nobody sends back what he sent back already.
    """
    barred = {
        Remedy.NOTHING: not draft.is_final,
        Remedy.RETURN: draft.is_sent_back,
    }
    allowed = REMEDIES[claim.ground.kind]
    return [each for each in Remedy if each in allowed and not barred.get(each)]


def answered(draft: RulingDraft, claim: Claim, step: Step, value: str) -> RulingDraft:
    """The draft with one more answer, as a button gave it. Raises NotFound for what was never offered."""
    try:
        answer = _READ[step](draft, claim, value)
    except (ValueError, IndexError):
        raise NotFound(what="button") from None
    return replace(draft, **answer)


def share(claim: Claim, percent: int) -> int:
    """So much of what was claimed, in minor units, rounded down; of a hundred all."""
    return worth.share(claim.claimed, percent).minor


def _remedy(draft: RulingDraft, claim: Claim, value: str) -> dict[str, Any]:
    remedy = Remedy(value)
    if remedy not in remedies(draft, claim):
        raise ValueError
    return {"remedy": remedy}


def _amount(_: RulingDraft, claim: Claim, value: str) -> dict[str, Any]:
    minor = int(value)
    if not claim.repaid < minor <= claim.claimed.minor:
        raise ValueError
    return {"minor": minor}


def _address(draft: RulingDraft, _: Claim, value: str) -> dict[str, Any]:
    place = int(value)
    if place < 0:
        raise ValueError
    return {"address": draft.addresses[place]}


_READ: Final[Mapping[Step, Callable[[RulingDraft, Claim, str], dict[str, Any]]]] = {
    Step.REMEDY: _remedy,
    Step.AMOUNT: _amount,
    Step.FREIGHT: lambda draft, claim, value: {"freight": Side(value)},
    Step.ADDRESS: _address,
    Step.FINDING: lambda draft, claim, value: {"finding": Finding(value)},
}
_MISSING: Final[Mapping[Step, Callable[[RulingDraft], bool]]] = {
    Step.REMEDY: lambda draft: draft.remedy is None,
    Step.AMOUNT: lambda draft: draft.remedy not in UNPAID and draft.minor < 0,
    Step.FREIGHT: lambda draft: draft.is_return and draft.freight is None,
    Step.ADDRESS: lambda draft: draft.is_return and not draft.address,
    Step.FINDING: lambda draft: draft.finding is None,
}
_SAID: Final[Mapping[Step, Callable[[RulingDraft], bool]]] = {
    Step.REMEDY: lambda draft: draft.remedy is not None,
    Step.AMOUNT: lambda draft: draft.minor >= 0,
    Step.FREIGHT: lambda draft: draft.freight is not None,
    Step.ADDRESS: lambda draft: bool(draft.address),
    Step.FINDING: lambda draft: draft.finding is not None,
}
_EMPTY: Final[Mapping[Step, dict[str, Any]]] = {
    Step.REMEDY: {"remedy": None},
    Step.AMOUNT: {"minor": -1},
    Step.FREIGHT: {"freight": None},
    Step.ADDRESS: {"address": ""},
    Step.FINDING: {"finding": None},
}


def to_record(draft: RulingDraft) -> dict[str, Any]:
    """The draft as JSON, kept with the conversation."""
    return asdict(draft)


def from_record(record: dict[str, Any]) -> RulingDraft:
    """The draft that `to_record` wrote."""
    remedy, freight, finding = (record[name] for name in ("remedy", "freight", "finding"))
    return RulingDraft(
        **{
            **record,
            "remedy": Remedy(remedy) if remedy else None,
            "freight": Side(freight) if freight else None,
            "finding": Finding(finding) if finding else None,
        }
    )
