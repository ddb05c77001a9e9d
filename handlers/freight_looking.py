"""Which freight a person looks at between two updates, kept with the conversation's state."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State

from domain.freight.load import Package
from domain.people import Side
from handlers.desk import Desk, Place, Reply
from handlers.states import Freighting
from services.freight_case import FreightCase, Wanted, freight_case
from views.freight import freight
from views.freight_destination import ask_country
from views.markup import Html

_KEY: Final = "freight"


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked at, and the search to go back to."""

    wanted: Wanted
    search: str = ""


async def looked_at(state: FSMContext) -> Looking | None:
    """What the person looks at, if anything."""
    record = (await state.get_data()).get(_KEY)
    return _from_record(record) if record else None


async def with_stated(state: FSMContext, looking: Looking) -> Looking:
    """The same with what is known of before: weight and size as typed, the search, the form."""
    before = await looked_at(state)
    if before is None or _subject(before.wanted) != _subject(looking.wanted):
        return looking
    wanted = replace(looking.wanted, stated=before.wanted.stated, draft=before.wanted.draft)
    return Looking(wanted, looking.search or before.search)


async def opened(state: FSMContext, looking: Looking, draft: str = "") -> Looking:
    """The same opened anew, perhaps from the offer form of this key."""
    known = await with_stated(state, looking)
    return replace(known, wanted=replace(known.wanted, draft=draft))


async def shown(desk: Desk, state: FSMContext, looking: Looking, problem: Html | str = "") -> Reply:
    """The estimate; a buyer who never chose a country is asked for it first."""
    case = await freight_case(desk.books, desk.person, looking.wanted)
    if not case.country and case.side is Side.BUYER:
        return await asked(desk, state, looking)
    await keep(state, looking, Freighting.open)
    return Reply(freight(desk.reader, case, looking.search, problem))


async def asked(
    desk: Desk, state: FSMContext, looking: Looking, problem: Html | str = "", near: tuple[str, ...] = ()
) -> Reply:
    """Which country?"""
    case: FreightCase = await freight_case(desk.books, desk.person, looking.wanted)
    await keep(state, looking, Freighting.country)
    return Reply(ask_country(desk.reader, case, looking.search, problem, near))


def below(reply: Reply) -> Reply:
    """The same as a message of its own."""
    return replace(reply, place=Place.BELOW)


async def keep(state: FSMContext, looking: Looking, where: State) -> None:
    """Keeps it for the next update; any other conversation steps aside."""
    await state.set_state(where)
    await state.update_data({_KEY: _to_record(looking)})


def _subject(wanted: Wanted) -> tuple[int, int]:
    return wanted.product_id, wanted.negotiation_id


def _to_record(looking: Looking) -> dict[str, Any]:
    wanted = looking.wanted
    kg, size = wanted.stated.weight_kg, wanted.stated.size_cm
    return {
        "product": wanted.product_id,
        "negotiation": wanted.negotiation_id,
        "count": wanted.count,
        "kg": str(kg) if kg else "",
        "cm": [str(side) for side in size or ()],
        "search": looking.search,
        "draft": wanted.draft,
    }


def _from_record(record: dict[str, Any]) -> Looking:
    kg, sides = record["kg"], [Decimal(side) for side in record["cm"]]
    stated = Package(Decimal(kg) if kg else None, (sides[0], sides[1], sides[2]) if sides else None)
    wanted = Wanted(record["product"], record["negotiation"], record["count"], stated, record["draft"])
    return Looking(wanted, record["search"])
