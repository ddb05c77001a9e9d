"""Answers to a card: a line of terms becomes a draft, anything else in reply a message to the other side."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.claim import Claim
from domain.order import Order
from domain.terms import TermsDraft
from domain.wanted_changes import WantedChanges
from handlers.asking import kept_back, relay
from handlers.desk import Desk, Reply
from handlers.drafts import about_offer, keep
from handlers.filters import Words
from handlers.freight_statement import heard_in_reply
from handlers.said import Attached, NotPassedOn, said_in
from handlers.states import Listing
from language.clean import clean
from language.reading import Intent
from services.cases import Case, case_of
from services.drafting import Form, OfferDraft, Unread
from services.hearing import hear_line, intent_of, sounds_like_an_answer
from services.mail import Card
from services.matter import matter_of
from services.moves import Subject
from services.said import Said
from views import lists, offer_form
from views import negotiation as views
from views.callback_data.navigation import Room
from views.lists import PAGE_SIZE, Page

router = Router(name="replying")


class RepliesToCard(Filter):
    """A reply to a card, to a message of the other side, or to one's own.

    The handler gets `negotiation_id`, and as `answers` the id of the message that is replied to, or 0.
    """

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
            own = await desk.books.talk.written(desk.person.id, replied.message_id)
            return {"negotiation_id": own.negotiation_id, "answers": own.id} if own else False
        if card.subject is Subject.SAMPLE:
            return False
        if card.subject is Subject.NEGOTIATION:
            return {"negotiation_id": card.subject_id, "answers": card.talk_id}
        order = await _order_of(desk, card)
        return {"negotiation_id": order.negotiation_id, "answers": 0} if order else False


async def _order_of(desk: Desk, card: Card) -> Order | None:
    """The order that a card shows, or whose claim or list of changes it shows."""
    if card.subject is Subject.ORDER:
        return await desk.books.orders.get(card.subject_id)
    found = _ABOUT_ORDERS.get(card.subject)
    about = await found(desk, card.subject_id) if found else None
    return await desk.books.orders.get(about.order_id) if about else None


_ABOUT_ORDERS: Final[Mapping[Subject, Callable[[Desk, int], Awaitable[Claim | WantedChanges | None]]]] = {
    Subject.CLAIM: lambda desk, number: desk.books.claims.get(number),
    Subject.CHANGES: lambda desk, number: desk.books.changes.get(number),
}


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
async def answer(message: Message, desk: Desk, state: FSMContext, negotiation_id: int, answers: int) -> Reply:
    """On the person's turn terms are drafted and "ok" shows what to press; all else is a message.

    "Ok" to a question of the other side answers the question. What a seller says of freight is shown to him
    to be sent as his figure.
    """
    case, spoken = await case_of(desk.books, desk.person, negotiation_id), Spoken(message, answers)
    figure = await heard_in_reply(desk, case, clean(spoken.said.body))
    return figure or await _answered(desk, state, case, spoken)


@router.message(RepliesToCard(), Attached())
async def pass_on(message: Message, desk: Desk, said: Said, negotiation_id: int, answers: int) -> Reply:
    """A file or a place goes to the other side."""
    return await relay(desk, negotiation_id, said, answers)


@router.message(RepliesToCard(), NotPassedOn())
async def keep_back(message: Message, desk: Desk, negotiation_id: int) -> Reply:
    """A contact would tell who somebody is; nothing is sent."""
    return await kept_back(desk, negotiation_id)


@router.message(StateFilter(None, Listing.orders), AnswersOffer(), Words())
async def answer_plainly(message: Message, desk: Desk, state: FSMContext, cases: list[Case]) -> Reply:
    """The same without a reply, when one offer waits; of several the person chooses the card to reply to."""
    if len(cases) == 1:
        return await _answered(desk, state, cases[0], Spoken(message))
    page = Page(Room.NEGOTIATIONS, by_seller=desk.person.is_seller)
    return Reply(lists.which_one(desk.reader, cases, page))


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words, and the id of the message that they reply to, 0 for none."""

    message: Message
    answers: int = 0

    @property
    def said(self) -> Said:
        """What was said."""
        said = said_in(self.message)
        assert said is not None, "words always say something"
        return said


async def _answered(desk: Desk, state: FSMContext, case: Case, spoken: Spoken) -> Reply:
    said, number = spoken.said, case.negotiation.id
    if not case.can_answer:
        return await relay(desk, number, said, spoken.answers)
    heard = await _heard(desk, case, said.body)
    if heard.is_agreement and not spoken.answers:
        return Reply(views.offer_card(desk.reader, case, views.press_accept(desk.reader)))
    if heard.is_talk or heard.is_agreement:
        return await relay(desk, number, said, spoken.answers)
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
