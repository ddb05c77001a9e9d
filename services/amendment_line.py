"""What a typed line would change in a binding order: read as everywhere, in view of the order's own terms."""

from dataclasses import replace

from domain.order import Order
from domain.people import Person
from domain.terms import TermsDraft
from services.drafting import Form, OfferDraft
from services.hearing import hear_line
from services.matter import About, matter_of
from services.ports import Books


async def amended_by(books: Books, person: Person, order: Order, earlier: TermsDraft) -> Form:
    """A form whose standing terms are the order's; `earlier` is what was said already. Raises NotFound."""
    about = About(negotiation_id=order.negotiation_id, version=order.version)
    matter = await matter_of(books, person, about)
    negotiation = matter.negotiation
    assert negotiation is not None, "an order always comes of one"
    standing = replace(negotiation, offer=replace(negotiation.offer, terms=order.terms), before=None)
    return Form(OfferDraft(about, terms=earlier).ask(), replace(matter, negotiation=standing))


def heard(form: Form, words: str) -> Form:
    """The form after the line; with a problem nothing of it counts."""
    taken = hear_line(form, words)
    return Form(form.draft, form.matter, taken.problem) if taken.problem else taken
