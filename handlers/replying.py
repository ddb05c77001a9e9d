"""Answers to a card: a line of terms becomes a draft, anything else in reply a message to the other side."""

from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.terms import TermsDraft
from handlers.asking import relay
from handlers.desk import Desk, Reply
from handlers.drafts import about_offer, keep
from handlers.filters import Words
from handlers.freight_statement import heard_in_reply
from language.clean import clean
from language.reading import Intent
from services.briefing import Case, case_of
from services.drafting import Form, OfferDraft, Unread
from services.hearing import hear_line, intent_of, sounds_like_an_answer
from services.matter import matter_of
from services.moves import Subject
from views import lists, offer_form
from views import negotiation as views
from views.callback_data.navigation import Room
from views.lists import PAGE_SIZE, Page

router = Router(name="replying")


class RepliesToCard(Filter):
    """A reply to a message that shows a negotiation or an order; the handler gets `negotiation_id`."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a reply to a card:"

    async def __call__(self, message: Message, desk: Desk) -> bool | dict[str, Any]:
        """Whether it is; with the negotiation it belongs to."""
        replied = message.reply_to_message
        if replied is None:
            return False
        card = await desk.books.cards.shown(message.chat.id, replied.message_id)
        if card is None:
            return False
        if card.subject is Subject.NEGOTIATION:
            return {"negotiation_id": card.subject_id}
        order = await desk.books.orders.get(card.subject_id)
        return {"negotiation_id": order.negotiation_id} if order else False


class AnswersOffer(Filter):
    """Words that can only be terms or agreement while offers wait for the person; gives their `cases`."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "terms, while an offer waits:"

    async def __call__(self, message: Message, desk: Desk) -> bool | dict[str, Any]:
        """Whether they are; with the negotiations that they may answer."""
        if message.forward_origin or message.via_bot or not sounds_like_an_answer(clean(message.text or "")):
            return False
        found = await desk.books.negotiations.of_person(desk.person, 0, PAGE_SIZE)
        cases = [await case_of(desk.books, desk.person, each.id) for each in found]
        waiting = [case for case in cases if case.can_answer]
        return {"cases": waiting} if waiting else False


@router.message(RepliesToCard(), Words())
async def answer(message: Message, desk: Desk, state: FSMContext, words: str, negotiation_id: int) -> Reply:
    """On the person's turn terms are drafted and "ok" shows what to press; all else is a message.

    What a seller says of freight is shown to him to be sent as his figure.
    """
    case = await case_of(desk.books, desk.person, negotiation_id)
    figure = await heard_in_reply(desk, case, clean(words))
    return figure or await _answered(desk, state, case, words)


@router.message(StateFilter(None), AnswersOffer(), Words())
async def answer_plainly(
    message: Message, desk: Desk, state: FSMContext, words: str, cases: list[Case]
) -> Reply:
    """The same without a reply, when one offer waits; of several the person chooses the card to reply to."""
    if len(cases) == 1:
        return await _answered(desk, state, cases[0], words)
    page = Page(Room.NEGOTIATIONS, by_seller=desk.person.is_seller)
    return Reply(lists.which_one(desk.reader, cases, page))


async def _answered(desk: Desk, state: FSMContext, case: Case, words: str) -> Reply:
    if not case.can_answer:
        return await relay(desk, case.negotiation.id, words)
    heard = await _heard(desk, case, clean(words))
    if heard.is_agreement:
        return Reply(views.offer_card(desk.reader, case, views.press_accept(desk.reader)))
    if heard.is_talk:
        return await relay(desk, case.negotiation.id, words)
    await keep(state, heard.form.draft)
    return Reply(offer_form.form(desk.reader, heard.form))


@dataclass(frozen=True, slots=True)
class Heard:
    """A line said in reply: the draft it makes, and what its writer wants."""

    form: Form
    intent: Intent

    @property
    def is_agreement(self) -> bool:
        """Whether the line only agrees to the offer."""
        agrees = self.form.problem is None or self.intent is Intent.ACCEPT
        return agrees and self.form.is_unchanged

    @property
    def is_talk(self) -> bool:
        """Whether the line asks, or holds no terms at all."""
        nothing_read = isinstance(self.form.problem, Unread) and self.form.draft.terms == TermsDraft()
        return nothing_read or self.intent is Intent.ASK


async def _heard(desk: Desk, case: Case, words: str) -> Heard:
    about = about_offer(case.negotiation.id, case.negotiation.offer.number)
    empty = Form(OfferDraft(about).ask(), await matter_of(desk.books, desk.person, about))
    return Heard(hear_line(empty, words), intent_of(words, empty.matter))
