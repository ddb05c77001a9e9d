"""Replies to a card: a line of terms becomes a draft, anything else a message to the other side."""

from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.terms import TermsDraft
from handlers.asking import relay
from handlers.desk import Desk, Reply
from handlers.drafts import about_offer, keep
from handlers.filters import Words
from language.clean import clean
from language.reading import Intent
from services.briefing import Case, case_of
from services.drafting import Form, OfferDraft, Unread
from services.hearing import hear_line, intent_of
from services.matter import matter_of
from services.moves import Subject
from views import negotiation as views
from views import offer_form

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
        shown = await desk.books.cards.subject_of(message.chat.id, replied.message_id)
        if shown is None:
            return False
        subject, subject_id = shown
        if subject == Subject.NEGOTIATION:
            return {"negotiation_id": subject_id}
        order = await desk.books.orders.get(subject_id)
        return {"negotiation_id": order.negotiation_id} if order else False


@router.message(RepliesToCard(), Words())
async def answer(message: Message, desk: Desk, state: FSMContext, words: str, negotiation_id: int) -> Reply:
    """On the person's turn terms are drafted and "ok" shows what to press; all else is a message."""
    case = await case_of(desk.books, desk.person, negotiation_id)
    if not case.can_answer:
        return await relay(desk, negotiation_id, words)
    heard = await _heard(desk, case, clean(words))
    if heard.is_agreement:
        return Reply(views.offer_card(desk.reader, case, views.press_accept(desk.reader)))
    if heard.is_talk:
        return await relay(desk, negotiation_id, words)
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
