"""Sending one inquiry to several suppliers: each gets a negotiation of his own, all in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.negotiation import Negotiation
from domain.people import Person
from domain.refusal import Refusal
from services.comparing.several import Recipient, recipients, with_quantity
from services.drafting import Form
from services.negotiating import Negotiating
from services.ports import Books


class NobodyToAsk(Refusal):
    """No supplier on the list can be sent these terms."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The number of the inquiry, and who got it or why he did not."""

    rfq_id: int
    recipients: Sequence[Recipient]


def addressed(form: Form) -> Sequence[Recipient]:
    """Who would get the form's draft as it stands; nobody where it is no inquiry to several."""
    several = form.matter.several
    return recipients(several, with_quantity(form.draft.terms, form.whole)) if several else ()


async def send(books: Books, person: Person, form: Form) -> Sent:
    """Opens a negotiation with everybody who can be sent these terms.

    - Each supplier is told of his own negotiation as of any other; nothing names the others.
    - A negotiation about the same product that is open already is compared with the new ones, not repeated.
    - Raises NobodyToAsk.
    """
    found = addressed(form)
    bargain = Negotiating(books, person)
    opened: list[Negotiation] = []
    for each in found:
        if each.terms is not None:
            opened.append(await bargain.inquire(each.product.id, each.terms, form.draft.source))
    if not opened:
        raise NobodyToAsk()
    members = [*(each.id for each in opened), *(each.open_already for each in found if each.open_already)]
    return Sent(await books.rfqs.add(person.id, members, books.now), found)
