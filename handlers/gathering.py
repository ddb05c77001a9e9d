"""Gathering evidence, for whatever conversation asks for it: each file is kept as it comes, until Done.

A conversation opens a bundle with services.gathering, shows its own question with
views.gathering.gathering_buttons and calls `start`. It answers DoneGathering of its purpose itself.
"""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Reply
from handlers.filters import Pressed
from handlers.order_cards import order_card
from handlers.said import Attached
from handlers.searches import is_midway, step_aside
from handlers.states import Gathering as Stand
from services.evidence import Bundle
from services.gathering import Gathering
from services.refusals import DraftGone, NotFound
from services.said import Said
from views import gathering as views
from views.callback_data.evidence import CancelGathering

router = Router(name="gathering")
late = Router(name="late evidence")
_KEY: Final = "bundle"


async def start(state: FSMContext, bundle: Bundle, at: State = Stand.files) -> None:
    """From now on the person's files belong to the bundle, while the conversation stands at `at`."""
    await state.set_state(at)
    await state.update_data({_KEY: bundle.id})


async def keep_file(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """One more file; a line of its own counts what is kept, once however many come together."""
    bundle_id = (await state.get_data()).get(_KEY)
    if bundle_id is None:
        raise DraftGone
    gathered = await Gathering(desk.books, desk.person).keep(bundle_id, said)
    if gathered.problem:
        return Reply(views.not_kept(desk.reader, gathered))
    return Reply(views.kept_late(desk.reader, gathered)) if gathered.bundle.closed_at else Reply()


def listen(other: Router, *states: State) -> None:
    """Lets another conversation keep files while it stands at these states of its own."""
    other.message.register(keep_file, StateFilter(*states), Attached())


listen(router, Stand.files)


@router.callback_query(Pressed(CancelGathering))
async def cancel(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: CancelGathering) -> Reply:
    """No more files; what was kept stays with a bundle that nobody else sees."""
    bundle = await desk.books.evidence.get(pressed.bundle_id)
    if bundle is None or bundle.person_id != desk.person.id:
        raise NotFound(what="evidence")
    await step_aside(state)
    return await order_card(desk, bundle.order_id)


class AfterDone(Filter):
    """A file that means nothing else, while the person's last bundle is done; gives it as `bundle`.

    In the middle of another conversation only what was not told to the other side yet takes files.
    """

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "after Done:"

    async def __call__(self, message: Message, desk: Desk, state: FSMContext) -> bool | dict[str, Any]:
        """Whether it is; with the bundle."""
        bundle = await Gathering(desk.books, desk.person).latest()
        if bundle is None or bundle.closed_at is None:
            return False
        is_elsewhere = bundle.is_sealed and await is_midway(state)
        return False if is_elsewhere else {"bundle": bundle}


@late.message(Attached(), AfterDone())
async def keep_late(message: Message, desk: Desk, said: Said, bundle: Bundle) -> Reply:
    """A file that came after Done is added, and that is said."""
    gathered = await Gathering(desk.books, desk.person).keep(bundle.id, said)
    if gathered.problem:
        return Reply(views.not_kept(desk.reader, gathered))
    return Reply(views.kept_late(desk.reader, gathered))
