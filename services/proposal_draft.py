"""A proposal for a claim in the making: what is asked next, and what was answered."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final

from domain.money import Money
from domain.people import Side
from domain.settlement import UNPAID, Remedy, Settlement


class Step(StrEnum):
    """What the form asks; the values are stored and on buttons."""

    REMEDY = "remedy"
    AMOUNT = "amount"
    FREIGHT = "freight"
    ADDRESS = "address"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class ProposalDraft:
    """What one side is about to propose in place of `version`; what was not said yet is empty.

    Where goods go back to only the seller says, in a draft that `is_sellers`; a buyer's leaves it to him.

    `minor` is in minor units of the claim's currency. `asked` are the questions that were answered in the
    form, last to be asked last: Back takes them back one by one.
    """

    claim_id: int
    version: int
    is_sellers: bool
    remedy: Remedy | None = None
    minor: int = 0
    freight: Side | None = None
    address: str = ""
    reason: str = ""
    asked: tuple[Step, ...] = ()

    @property
    def step(self) -> Step | None:
        """What is asked now; None when all is said."""
        return next((step for step, is_open in _OPEN.items() if is_open(self)), None)

    def answered(self, step: Step, **values: Any) -> "ProposalDraft":
        """One question is answered."""
        return replace(self, **values, asked=(*(each for each in self.asked if each is not step), step))

    def back(self) -> "ProposalDraft":
        """The question before, once more; the first has none before it."""
        if not self.asked:
            return self
        *earlier, last = self.asked
        return replace(self, **_EMPTY[last], asked=tuple(earlier))

    def settlement(self, currency: str) -> Settlement:
        """What is proposed, as far as it is said: an amount where money is given, a way back of goods."""
        assert self.remedy is not None, "asked first"
        amount = Money(0 if self.remedy in UNPAID else self.minor, currency)
        if self.remedy is not Remedy.RETURN:
            return Settlement(self.remedy, amount)
        return Settlement(self.remedy, amount, self.freight, self.address)


_OPEN: Final[Mapping[Step, Callable[[ProposalDraft], bool]]] = {
    Step.REMEDY: lambda draft: draft.remedy is None,
    Step.AMOUNT: lambda draft: draft.remedy not in UNPAID and not draft.minor,
    Step.FREIGHT: lambda draft: draft.remedy is Remedy.RETURN and draft.freight is None,
    Step.ADDRESS: lambda draft: draft.remedy is Remedy.RETURN and draft.is_sellers and not draft.address,
    Step.REASON: lambda draft: not draft.reason,
}
"""The questions in their order, and when each is still open."""
_EMPTY: Final[Mapping[Step, dict[str, Any]]] = {
    Step.REMEDY: {"remedy": None, "minor": 0, "freight": None, "address": ""},
    Step.AMOUNT: {"minor": 0},
    Step.FREIGHT: {"freight": None},
    Step.ADDRESS: {"address": ""},
    Step.REASON: {"reason": ""},
}


def to_record(draft: ProposalDraft) -> dict[str, Any]:
    """The draft as JSON, kept with the conversation."""
    return asdict(draft)


def from_record(record: dict[str, Any]) -> ProposalDraft:
    """The draft that `to_record` wrote."""
    remedy, freight = record["remedy"], record["freight"]
    return ProposalDraft(
        **{
            **record,
            "remedy": Remedy(remedy) if remedy else None,
            "freight": Side(freight) if freight else None,
            "asked": tuple(Step(step) for step in record["asked"]),
        }
    )
