"""A filled form of a claim is sent, or comes back with the question whose answer does not hold any more."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aiogram.fsm.context import FSMContext

from domain.claim_bounds import (
    AboveWorth,
    ClaimOpen,
    MoreThanLeft,
    NothingLeft,
    NotReceivedYet,
    OtherCurrency,
    TooLateToClaim,
)
from domain.proposal import ReasonUnusable
from domain.refusal import Refusal
from handlers.claim_drafts import forget_claim
from handlers.claiming import card
from handlers.desk import Desk, Place, Reply
from handlers.order_cards import order_card
from services.claim_answers import PhotosMissing
from services.claim_draft import Step
from services.claim_matter import ClaimForm
from services.making_claims import MakingClaims
from views.refusals import refusal_text

_ASKED_AGAIN: Final[Mapping[type[Refusal], Step]] = {
    MoreThanLeft: Step.UNITS,
    AboveWorth: Step.AMOUNT,
    OtherCurrency: Step.AMOUNT,
    PhotosMissing: Step.PHOTOS,
    ReasonUnusable: Step.WORDS,
}
"""Which answer a refusal speaks of."""
_NOT_NOW: Final = (ClaimOpen, NothingLeft, NotReceivedYet, TooLateToClaim)


async def sent(desk: Desk, state: FSMContext, form: ClaimForm) -> Reply | ClaimForm:
    """The card of the claim that was made; or the form with the answer that is asked again.

    A draft that cannot be sent now is kept.
    """
    try:
        claim = await MakingClaims(desk.books, desk.person).send(form.draft)
    except tuple(_ASKED_AGAIN) as refusal:
        again = form.draft.asking(_ASKED_AGAIN[type(refusal)])
        return form.moved(again).failed(refusal)
    except _NOT_NOW as refusal:
        return await blocked(desk, form.draft.order_id, refusal)
    await forget_claim(state, form.draft.order_id)
    return await card(desk, claim.id)


async def blocked(desk: Desk, order_id: int, refusal: Refusal) -> Reply:
    """The claim that stands in the way, or the order's card, and why."""
    if isinstance(refusal, ClaimOpen):
        text, claim_id = refusal_text(desk.reader, refusal), refusal.facts["claim_id"]
        assert isinstance(claim_id, int), "the refusal names the claim"
        return replace(await card(desk, claim_id), place=Place.BELOW, toast=text, alert=True)
    return replace(await order_card(desk, order_id, refusal_text(desk.reader, refusal)), place=Place.BELOW)
