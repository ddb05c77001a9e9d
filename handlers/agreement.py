"""The purchase agreement as a document, and the check whether a copy of it is genuine."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.refusal import Refusal
from handlers.desk import Desk, Place, Reply
from handlers.filters import Command, Pressed, Words
from handlers.said import Attached, said_in
from handlers.searches import step_aside
from handlers.states import Verifying
from language.clean import clean
from services.agreements import HashTooShort, NoHash, hash_in
from services.cases import order_case_of
from services.said import File, Kind, Said
from services.verdicts import verdict_on
from services.verifications import FileTooLarge
from views import agreement, verifying
from views.callback_data.agreement import SendAgreement
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="agreement")
_COMMAND: Final = "/verify"


class Document(Filter):
    """A document, even one that somebody else wrote and this person hands on; gives it as `file`.

    Without `called` the conversation must have asked for it; else its caption, or a reply to it, is /verify.
    """

    def __init__(self, *, called: bool = False) -> None:
        self._called = called

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a document with /verify" if self._called else "a document"

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Whether it is; with the file."""
        shown: Any = message
        if self._called:
            is_reply = (message.text or "").strip() == _COMMAND and message.reply_to_message
            is_caption = (message.caption or "").strip() == _COMMAND
            if not is_reply and not is_caption:
                return False
            shown = message if is_caption else message.reply_to_message
        said = said_in(shown) if isinstance(shown, Message) else None
        is_document = said is not None and said.kind is Kind.DOCUMENT and said.file is not None
        return {"file": said.file} if said and is_document else False


@router.callback_query(Pressed(SendAgreement))
async def send(query: CallbackQuery, desk: Desk, pressed: SendAgreement) -> Reply:
    """The document below the card, which stays."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    return Reply(agreement.agreement(desk.reader, case), place=Place.BELOW)


@router.message(Document(called=True))
@router.message(StateFilter(Verifying.open), Document())
async def verify_file(message: Message, desk: Desk, state: FSMContext, file: File) -> Reply:
    """The file is fetched and compared later; the verdict comes as a message of its own."""
    try:
        await desk.books.verifications.ask(desk.person.id, file, desk.books.now)
    except FileTooLarge as refusal:
        return await _ask(desk, state, refusal)
    await step_aside(state)
    return Reply(verifying.wait(desk.reader))


@router.message(Command("verify"))
async def verify(message: Message, argument: str, desk: Desk, state: FSMContext) -> Reply:
    """The verdict on a hash or a link; without either it is asked for."""
    return await _heard(desk, state, argument) if argument else await _ask(desk, state)


@router.message(StateFilter(Verifying.open), Words())
async def verify_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The same, typed after /verify."""
    return await _heard(desk, state, clean(words))


@router.message(StateFilter(Verifying.open), Attached())
async def ask_for_the_file(message: Message, desk: Desk, said: Said) -> Reply:
    """A photo of the paper proves nothing."""
    return Reply(verifying.ask(desk.reader, verifying.not_a_file(desk.reader)))


async def _heard(desk: Desk, state: FSMContext, words: str) -> Reply:
    try:
        beginning = hash_in(words)
    except (HashTooShort, NoHash) as refusal:
        return await _ask(desk, state, refusal)
    await step_aside(state)
    return Reply(verifying.verdict(desk.reader, await verdict_on(desk.books, desk.person, beginning)))


async def _ask(desk: Desk, state: FSMContext, refusal: Refusal | None = None) -> Reply:
    await state.set_state(Verifying.open)
    problem = escape(refusal_text(desk.reader, refusal)) if refusal else ""
    return Reply(verifying.ask(desk.reader, problem))
