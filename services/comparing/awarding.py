"""Awarding one: the other negotiations of an inquiry are closed with thanks, by one press of the buyer."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.negotiation import Negotiation
from domain.people import Person, Side
from services.cases import Case, case_of
from services.negotiating import Negotiating, Target
from services.ports import Books
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Award:
    """The negotiation that goes on, and the others of the same inquiry that are open."""

    rfq_id: int
    kept: Case
    others: Sequence[Case]

    @property
    def token(self) -> str:
        """What the button carries: these negotiations as they are, also whether one was just agreed."""
        others = [case.negotiation for case in self.others]
        named = " ".join(f"{each.id}v{each.offer.number}{each.status}" for each in others)
        return hashlib.blake2s(named.encode(), digest_size=4).hexdigest()


async def award_of(books: Books, person: Person, negotiation_id: int) -> Award:
    """What would be closed. Raises NotFound to all but the buyer of an inquiry to several suppliers."""
    kept = await case_of(books, person, negotiation_id)
    rfq_id = (await books.rfqs.of_negotiations([negotiation_id])).get(negotiation_id)
    rfq = await books.rfqs.get(rfq_id) if rfq_id and kept.side is Side.BUYER else None
    if rfq is None:
        raise NotFound(what="negotiation")
    asked = await books.negotiations.several(rfq.negotiation_ids)
    others = [each.id for each in asked if each.id != negotiation_id and _is_open(each, books.now)]
    return Award(rfq.id, kept, [await case_of(books, person, each) for each in others])


def _is_open(negotiation: Negotiation, now: datetime) -> bool:
    """Also before the clock has swept up what ran out."""
    return negotiation.waits_for is not None and not negotiation.is_out_of_time(now)


async def close_others(books: Books, person: Person, award: Award) -> None:
    """Each of the others ends by the ordinary move of its status; its supplier reads a word of thanks."""
    bargain = Negotiating(books, person)
    for case in award.others:
        await bargain.part(Target(case.negotiation.id, case.negotiation.offer.number))
