"""What one side answers to the form of a proposal, by buttons or by words, until it can be sent."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from domain.claim import AboveClaim
from domain.money import Money, exponent
from domain.people import Person, Side
from domain.proposal import usable
from domain.refusal import Refusal
from domain.settlement import GIVEN_BACK, Remedy
from language.address import read_address
from language.proposal_line import ProposalSaid, read_proposal
from services.address_book import AddressBook, Entry
from services.claim_case import ClaimCase, claim_case_of
from services.ports import Books
from services.proposal_draft import ProposalDraft, Step
from services.refusals import DraftGone

PROPOSABLE: Final = (Remedy.REFUND, Remedy.REPLACEMENT, Remedy.RETURN)
"""What can be proposed of goods, beside what was claimed; a refusal is a button of its own."""
_WHOLE: Final = 100


class ProposalUnclear(Refusal):
    """The typed words propose nothing, or two things at once."""


@dataclass(frozen=True, slots=True)
class ProposalForm:
    """A draft with the claim that it answers, and the addresses that a seller may take goods back at."""

    case: ClaimCase
    draft: ProposalDraft
    addresses: Sequence[Entry] = ()


async def proposal_form(books: Books, person: Person, draft: ProposalDraft) -> ProposalForm:
    """The form as the person sees it now. Raises NotFound, to strangers too."""
    case = await claim_case_of(books, person, draft.claim_id)
    asks_address = draft.step is Step.ADDRESS and case.side is Side.SELLER
    entries = await AddressBook(books.addresses, person).entries() if asks_address else ()
    return ProposalForm(case, draft, entries)


def begun(case: ClaimCase) -> ProposalDraft:
    """Nothing is answered; of a claim for lateness the remedy is known."""
    remedy = Remedy.COMPENSATION if case.claim.is_late else None
    is_sellers = case.side is Side.SELLER
    return ProposalDraft(case.claim.id, case.claim.proposal.number, is_sellers, remedy)


class Proposing:
    """The answers to one form, within one transaction."""

    def __init__(self, books: Books, person: Person, form: ProposalForm) -> None:
        self._book = AddressBook(books.addresses, person)
        self._form = form

    async def press(self, step: Step, value: str) -> ProposalDraft:
        """A button was pressed: a remedy, minor units, a side, or an address of the book.

        Raises DraftGone for a value that was never offered, NotFound for an address of another person,
        AboveClaim for an amount that cannot be proposed.
        """
        if step not in _PRESSED:
            raise DraftGone()
        try:
            return await _PRESSED[step](self, value)
        except ValueError:
            raise DraftGone() from None

    def hear(self, words: str) -> ProposalDraft:
        """Words were typed: the reason, an address, or anything the line says of the proposal.

        Raises ReasonUnusable, AddressUnusable, ProposalUnclear, AboveClaim.
        """
        draft = self._form.draft
        if draft.step in (Step.REASON, None):
            return draft.answered(Step.REASON, reason=usable(words))
        if draft.step is Step.ADDRESS:
            return draft.answered(Step.ADDRESS, address=read_address(words).delivery.address)
        said = read_proposal(words, self._form.case.side)
        if said is None:
            raise ProposalUnclear()
        return self._filled(said)

    def _filled(self, said: ProposalSaid) -> ProposalDraft:
        """What the line says, in place of what was said before."""
        draft = self._form.draft
        remedy = self._remedy(said)
        answers: dict[Step, dict[str, Any]] = {
            Step.REMEDY: {"remedy": remedy},
            Step.AMOUNT: {"minor": self._minor(said)},
            Step.FREIGHT: {"freight": said.freight},
            Step.REASON: {"reason": usable(said.reason) if said.reason else ""},
        }
        for step, answer in answers.items():
            if all(answer.values()) and replace(draft, **answer) != draft:
                draft = draft.answered(step, **answer)
        return draft

    def _remedy(self, said: ProposalSaid) -> Remedy:
        """A sum alone changes the amount of what is proposed, or of what stands; else it is a refund."""
        claim = self._form.case.claim
        if claim.is_late:
            if said.remedy not in (None, Remedy.REFUND):
                raise ProposalUnclear()
            return Remedy.COMPENSATION
        standing = claim.proposal.settlement.remedy
        usual = self._form.draft.remedy or (standing if standing in GIVEN_BACK else Remedy.REFUND)
        return said.remedy or usual

    def _minor(self, said: ProposalSaid) -> int:
        """The sum in minor units; 0 when the line names none. Raises AboveClaim."""
        claimed = self._form.case.claim.claimed
        if said.percent is not None:
            return self._checked(Decimal(claimed.minor) * said.percent / _WHOLE // 1)
        if said.amount is None:
            return 0
        if said.currency not in (None, claimed.currency):
            raise AboveClaim(amount=Money(0, claimed.currency), claimed=claimed)
        return self._checked(said.amount.scaleb(exponent(claimed.currency)))

    def _checked(self, minor: Decimal) -> int:
        claimed = self._form.case.claim.claimed
        if minor != minor.to_integral_value() or not 0 < minor <= claimed.minor:
            raise AboveClaim(amount=Money(0, claimed.currency), claimed=claimed)
        return int(minor)

    async def _press_remedy(self, value: str) -> ProposalDraft:
        remedy = Remedy(value)
        if remedy not in PROPOSABLE or self._form.case.claim.is_late:
            raise DraftGone()
        return self._form.draft.answered(Step.REMEDY, remedy=remedy)

    async def _press_amount(self, value: str) -> ProposalDraft:
        return self._form.draft.answered(Step.AMOUNT, minor=self._checked(Decimal(int(value))))

    async def _press_freight(self, value: str) -> ProposalDraft:
        return self._form.draft.answered(Step.FREIGHT, freight=Side(value))

    async def _press_address(self, value: str) -> ProposalDraft:
        entry = await self._book.entry(int(value))
        return self._form.draft.answered(Step.ADDRESS, address=entry.delivery.address)


_PRESSED: Final[Mapping[Step, Callable[[Proposing, str], Awaitable[ProposalDraft]]]] = {
    Step.REMEDY: Proposing._press_remedy,
    Step.AMOUNT: Proposing._press_amount,
    Step.FREIGHT: Proposing._press_freight,
    Step.ADDRESS: Proposing._press_address,
}
