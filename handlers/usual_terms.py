"""A supplier's usual terms: shown, changed by buttons, or written in one line."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.catalogue import Supplier
from domain.refusal import Refusal
from domain.terms import TermsDraft
from handlers.desk import Desk, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import SettingTerms
from language.clean import clean
from services.offer_fields import Field
from services.usual_terms import UsualTerms, heard, read_usual
from views import usual_terms as views
from views.callback_data.usual_terms import EditUsual, ListUsual, SetUsual, ShowUsual

router = Router(name="usual_terms")

_KEY = "usual_terms"


@router.callback_query(Pressed(ListUsual))
async def show_suppliers(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListUsual) -> Reply:
    """Whom the person sells for; of one supplier its terms at once."""
    suppliers = await UsualTerms(desk.books, desk.person).suppliers()
    if len(suppliers) == 1:
        return await _shown(desk, state, suppliers[0])
    return Reply(views.whose(desk.reader, suppliers, pressed.page))


@router.callback_query(Pressed(ShowUsual))
async def show_terms(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowUsual) -> Reply:
    """All usual terms of one supplier; typed words change them in one line."""
    return await _shown(desk, state, await UsualTerms(desk.books, desk.person).of(pressed.supplier_id))


@router.callback_query(Pressed(EditUsual))
async def ask_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: EditUsual) -> Reply:
    """The usual answers to one field."""
    supplier = await UsualTerms(desk.books, desk.person).of(pressed.supplier_id)
    await _stand(state, supplier, pressed.field)
    return Reply(views.question(desk.reader, supplier, pressed.field))


@router.callback_query(Pressed(SetUsual))
async def set_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SetUsual) -> Reply:
    """The answer counts from now on."""
    terms = UsualTerms(desk.books, desk.person)
    if not pressed.value:
        return await _shown(desk, state, await terms.leave_open(pressed.supplier_id, pressed.field))
    part = read_usual(pressed.field, pressed.value)
    return await _shown(desk, state, await terms.state(pressed.supplier_id, part))


@router.message(StateFilter(SettingTerms.usual), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The answer to the field, or several in one line; what says none of them is asked again."""
    supplier_id, asked = (await state.get_data())[_KEY]
    terms = UsualTerms(desk.books, desk.person)
    supplier = await terms.of(supplier_id)
    field = Field(asked) if asked else None
    try:
        said = heard(clean(words), field)
        if isinstance(said, TermsDraft):
            return await _shown(desk, state, await terms.state(supplier_id, said))
    except Refusal as refusal:
        said = refusal
    problem = views.problem(desk.reader, said)
    if field:
        return Reply(views.question(desk.reader, supplier, field, problem))
    return Reply(views.usual_terms(desk.reader, supplier, problem))


async def _shown(desk: Desk, state: FSMContext, supplier: Supplier) -> Reply:
    await _stand(state, supplier)
    return Reply(views.usual_terms(desk.reader, supplier))


async def _stand(state: FSMContext, supplier: Supplier, field: Field | None = None) -> None:
    await step_aside(state)
    await state.set_state(SettingTerms.usual)
    await state.update_data({_KEY: [supplier.id, field.value if field else ""]})
