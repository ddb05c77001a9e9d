"""Saying a phrase: theme, sentence, the values of its slots, and Send."""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.phrase import read
from handlers.asking import listen
from handlers.desk import Desk, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import Phrasing
from language.clean import clean
from services.cases import case_of
from services.phrase_reading import typed
from services.phrasing import (
    PhraseDraft,
    PhraseForm,
    draft_of,
    draft_record,
    filled,
    phrase_form,
    phrase_named,
    say_phrase,
)
from services.refusals import DraftGone
from views import talk
from views.callback_data.phrases import (
    FillSlot,
    PhraseMove,
    PhraseStep,
    SendPhrase,
    ShowPhrases,
    ShowTheme,
    UsePhrase,
)
from views.phrases.filling import filling
from views.phrases.themes import theme_of_phrases, themes

router = Router(name="phrases")
_KEY: Final = "phrase"


@router.callback_query(Pressed(ShowPhrases))
async def show_themes(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowPhrases) -> Reply:
    """The themes; words typed instead are a message as ever."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    await listen(state, pressed.negotiation_id)
    return Reply(themes(desk.reader, case))


@router.callback_query(Pressed(ShowTheme))
async def show_theme(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowTheme) -> Reply:
    """The sentences of a theme."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    await listen(state, pressed.negotiation_id)
    return Reply(theme_of_phrases(desk.reader, case, pressed.theme))


@router.callback_query(Pressed(UsePhrase))
async def use(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: UsePhrase) -> Reply:
    """The first slot is asked, or the sentence can be sent."""
    draft = PhraseDraft(pressed.negotiation_id, phrase_named(pressed.phrase))
    return await _next(desk, state, await phrase_form(desk.books, desk.person, draft))


@router.callback_query(Pressed(FillSlot))
async def fill(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: FillSlot) -> Reply:
    """A usual value, or the reading meant. Of a button on an older slot only the current card is shown."""
    form = await _under_way(desk, state, pressed.negotiation_id)
    is_asked = pressed.slot is form.draft.current
    return await _next(desk, state, filled(form, read(pressed.slot, pressed.value)) if is_asked else form)


@router.callback_query(Pressed(PhraseStep, move=PhraseMove.EDIT))
async def edit(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PhraseStep) -> Reply:
    """All slots are asked again."""
    form = await _under_way(desk, state, pressed.negotiation_id)
    emptied = await phrase_form(desk.books, desk.person, form.draft.emptied())
    return await _next(desk, state, emptied)


@router.callback_query(Pressed(PhraseStep, move=PhraseMove.BACK))
async def go_back(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PhraseStep) -> Reply:
    """The sentences of the theme again; nothing was sent."""
    form = await _under_way(desk, state, pressed.negotiation_id)
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    await listen(state, pressed.negotiation_id)
    return Reply(theme_of_phrases(desk.reader, case, form.draft.phrase.theme))


@router.message(StateFilter(Phrasing.slot), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A typed value; once all are given, the sentence is shown again and waits for Send."""
    form = await _under_way(desk, state)
    return await _next(desk, state, typed(form, clean(words)))


@router.callback_query(Pressed(SendPhrase))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendPhrase) -> Reply:
    """Sends what is shown, once; a phrase that changed since is shown again instead."""
    form = await _under_way(desk, state, pressed.negotiation_id)
    if form.draft.current is not None or form.draft.token != pressed.token:
        return await _next(desk, state, form)
    message = await say_phrase(desk.books, desk.person, form)
    await state.update_data({_KEY: None})
    await step_aside(state)
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    return Reply(talk.sent(desk.reader, talk.Sent(case, message)))


async def _next(desk: Desk, state: FSMContext, form: PhraseForm) -> Reply:
    await state.set_state(Phrasing.slot)
    await state.update_data({_KEY: draft_record(form.draft)})
    return Reply(filling(desk.reader, form))


async def _under_way(desk: Desk, state: FSMContext, negotiation_id: int = 0) -> PhraseForm:
    """The phrase under way. Raises DraftGone when there is none, or it belongs to another negotiation."""
    record: Mapping[str, Any] | None = (await state.get_data()).get(_KEY)
    if record is None or negotiation_id not in (0, record["negotiation_id"]):
        raise DraftGone()
    return await phrase_form(desk.books, desk.person, draft_of(record))
