"""Every proposal of a claim, first to last, as one side reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.people import Person
from domain.proposal import Proposal
from services.claim_case import ClaimCase, claim_case_of
from services.ports import Books


@dataclass(frozen=True, slots=True)
class ProposalHistory:
    """A claim as it stands and all its proposals."""

    case: ClaimCase
    proposals: Sequence[Proposal]

    @property
    def altered(self) -> tuple[int, ...]:
        """Numbers of the proposals that are not as they were sent."""
        return tuple(each.number for each in self.proposals if not each.is_as_sent)

    @property
    def is_whole(self) -> bool:
        """Whether none is missing and the last is what stands on the table."""
        numbers = [each.number for each in self.proposals]
        current = self.case.claim.proposal
        return numbers == list(range(1, current.number + 1)) and self.proposals[-1] == current


async def claim_history_of(books: Books, person: Person, claim_id: int) -> ProposalHistory:
    """All of them. Raises NotFound, to strangers too."""
    case = await claim_case_of(books, person, claim_id)
    return ProposalHistory(case, await books.claims.versions(claim_id))
