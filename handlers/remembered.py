"""The filter of presses that belong to a search still remembered."""

from typing import Any

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.filters import Pressed
from handlers.searches import recall


class Remembered(Filter):
    """A press of this kind whose search is remembered; the handler gets `pressed` and `search`."""

    def __init__(self, kind: type[CallbackData]) -> None:
        self._pressed = Pressed(kind)

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return str(self._pressed)

    async def __call__(self, query: CallbackQuery, state: FSMContext) -> bool | dict[str, Any]:
        """Whether it is; with the press and the search."""
        found = await self._pressed(query)
        if not isinstance(found, dict):
            return False
        search = await recall(state, found["pressed"].search)
        return {**found, "search": search} if search else False
