"""A seller says what freight costs: typed on the freight screen or in reply to a card, sent by one press."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.money import Money, exponent
from domain.negotiation import CurrencyDiffers
from domain.people import Side
from handlers.bargains import shown
from handlers.desk import Desk, Reply
from handlers.filters import Pressed
from handlers.searches import step_aside
from language.freight_line import read_freight
from services.cases import Case
from services.freight_case import FreightCase, Wanted, freight_case
from services.negotiating import Target
from services.stating_freight import Statement, state_freight
from views.callback_data.freight import StateFreight
from views.freight import freight
from views.freight_statement import confirm_figure
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="freight_statement")


@router.callback_query(Pressed(StateFreight))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: StateFreight) -> Reply:
    """The buyer is told, and both cards show the figure."""
    await step_aside(state)
    target = Target(pressed.negotiation_id, pressed.version)
    deed = state_freight(desk.books, desk.person, Statement(target, pressed.method, pressed.minor))
    return await shown(desk, deed, pressed.negotiation_id)


async def heard_in_reply(desk: Desk, case: Case, words: str) -> Reply | None:
    """The same for a seller's reply to a card that itself says it is about freight."""
    if case.side is Side.BUYER or case.negotiation.waits_for is None:
        return None
    said = read_freight(words)
    if said is None or not said.names_freight:
        return None
    wanted = Wanted(negotiation_id=case.negotiation.id)
    return heard(desk, await freight_case(desk.books, desk.person, wanted), words)


def heard(desk: Desk, case: FreightCase, words: str) -> Reply | None:
    """The figure to look at before it is sent; None when the words state none."""
    said = read_freight(words)
    if said is None:
        return None
    currency = case.currency
    if said.currency not in (None, currency):
        refusal = CurrencyDiffers(currency=said.currency, listed_in=currency)
        return Reply(freight(desk.reader, case, problem=escape(refusal_text(desk.reader, refusal))))
    minor = said.amount.scaleb(exponent(currency))
    if minor != minor.to_integral_value():
        return None
    return Reply(confirm_figure(desk.reader, case, Money(int(minor), currency), said.method))
