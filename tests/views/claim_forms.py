"""The form of a claim on goods, and the list of claims, with what somebody wrote on every screen."""

from collections.abc import Iterator
from dataclasses import replace

from domain.claim_bounds import Claimable, MoreThanLeft
from domain.claim_facts import ClaimKind, ClaimReason
from domain.money import Money
from domain.people import Side
from domain.proposal import MAX_REASON_LENGTH
from language.split import SplitDoubt, Why
from services.cases import OrderCase
from services.claim_draft import ClaimDraft, Step
from services.claim_list import ClaimFilter
from services.claim_matter import ClaimForm, ClaimMatter
from tests.views.claims import claimed
from tests.views.goods import SUNNY
from views import claim_form as views
from views.claim_list import ClaimPage, claims
from views.fitting import shortened
from views.reader import Reader
from views.screen import Screen


def form_of(case: OrderCase, words: str) -> ClaimForm:
    """A filled form about all that was ordered."""
    order = case.order
    claimable = Claimable(order, (), Money(0, order.terms.unit_price.currency))
    lines = order.details.lines
    draft = ClaimDraft(
        order_id=order.id,
        to_ask=(),
        asked=tuple(Step),
        kind=ClaimKind.RETURN,
        reason=ClaimReason.WRONG_GOODS,
        lines=lines,
        count=order.terms.quantity.count,
        bundle_id=7,
        photos=3,
        words=shortened(words, MAX_REASON_LENGTH),
        minor=1,
        freight=Side.BUYER,
    )
    return ClaimForm(draft, ClaimMatter(claimable, SUNNY, is_late=True))


def of_claim_forms(reader: Reader, case: OrderCase, words: str) -> Iterator[Screen]:
    """Every question, the whole form, what is asked once more, and the list."""
    form = form_of(case, words)
    for step in Step:
        asked = form.moved(form.draft.asking(step))
        yield views.claim_form(reader, asked)
        yield views.claim_form(reader, asked.failed(MoreThanLeft(count=9, left=0)))
        yield views.claim_form(reader, asked.failed(SplitDoubt(Why.UNKNOWN, words)))
    for line in case.order.details.lines[:1]:
        picked = replace(form.draft.asking(Step.UNITS), picked=line.specs)
        yield views.claim_form(reader, form.moved(picked))
    yield views.claim_form(reader, form)
    yield views.edit_menu(reader, form)
    yield views.sure(reader, form)
    yield views.left(reader, form)
    seen = [claimed(case.order, side, words) for side in Side]
    for shown in ClaimFilter:
        page = ClaimPage(shown, 0, dict.fromkeys(ClaimFilter, 6), begun=(1, 2))
        yield claims(reader, seen, page)
        yield claims(reader, [], page)
