"""A deed in a claim: the order and the claim are locked, the domain decides, a side is told."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.claim import Claim
from domain.claim_bounds import ClaimOpen
from domain.lifecycle import Deed
from domain.offer import Author
from domain.people import Person, Side
from services.dispute_news import tell_of_dispute
from services.locking_claims import locked_claim
from services.notices import News, Notice
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import NotFound

Change = Callable[[Claim, Author], Claim]


@dataclass(frozen=True, slots=True)
class ClaimTarget:
    """Which claim a press names, and the version on the button."""

    claim_id: int
    version: int


class ClaimDeeds:
    """What a person can do in the claims of his side, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, claim_id: int) -> tuple[Claim, Side]:
        """A claim and the person's side in it. Raises NotFound, to strangers too."""
        return self._seen(await self._books.claims.get(claim_id))

    async def _locked(self, claim_id: int) -> tuple[Claim, Side]:
        """The claim as it stands once nobody else can move it, or its order. Raises NotFound to strangers."""
        _, claim = await locked_claim(self._books, claim_id)
        return self._seen(claim)

    async def _do(self, target: ClaimTarget, deed: Deed, change: Change, words: str = "") -> Claim:
        before, side = await self._locked(target.claim_id)
        author = self._author(side, words)
        return await self._save(before, change(before, author), deed, author)

    async def _save(self, before: Claim, after: Claim, deed: Deed, author: Author) -> Claim:
        await self._check_alone(before, after)
        await self._books.claims.save(before, after, self._books.now)
        await record(self._books, before, after, deed, doer(author))
        await tell_of_dispute(self._books, before, after)
        return after

    async def _check_alone(self, before: Claim, after: Claim) -> None:
        """Raises ClaimOpen when a dispute begins anew beside another claim: one is disputed at a time."""
        if before.is_undecided or not after.is_undecided:
            return
        claims = await self._books.claims.of_order(before.order_id)
        other = next((each for each in claims if each.id != before.id and each.is_undecided), None)
        if other:
            raise ClaimOpen(claim_id=other.id)

    def _seen(self, claim: Claim | None) -> tuple[Claim, Side]:
        if claim is not None:
            side = self._person.side_in(claim.buyer_id, claim.supplier_id)
            if side is not None:
                return claim, side
        raise NotFound(what="claim")

    def _author(self, side: Side, words: str = "") -> Author:
        return Author(self._person.id, side, self._books.now, words)

    async def _tell(self, claim: Claim, side: Side, news: News) -> None:
        await tell_side(self._books, claim, side, Notice(news, claim.id, claim.proposal.number))

    async def _tell_other(self, claim: Claim, news: News) -> None:
        side = self._person.side_in(claim.buyer_id, claim.supplier_id)
        assert side is not None, "checked when it was locked"
        await self._tell(claim, side.other, news)
