"""The searches that a conversation remembers, so that their buttons stay small and old results still work."""

import hashlib
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Final

from aiogram.fsm.context import FSMContext

from domain.catalogue import Qualification
from handlers.states import Listing
from services.searching import Filters, SearchQuery, Sort

MOST_SEARCHES: Final = 5
CLAIM_DRAFTS: Final = "claim_drafts"
_KEY: Final = "searches"
_LASTING: Final = (_KEY, CLAIM_DRAFTS)
"""What outlives every conversation: a claim in the making has its evidence and is given up only by Cancel."""
_LISTENING: Final = (None, Listing.orders.state)
"""Where every word still means what it means outside all conversations."""


@dataclass(frozen=True, slots=True)
class Search:
    """A search with its filters, order and page, and the nearest words it offered."""

    query: SearchQuery
    nearest: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What its buttons carry: the same words are the same search."""
        return hashlib.blake2s(self.query.text.encode(), digest_size=4).hexdigest()


async def remember(state: FSMContext, search: Search) -> None:
    """Keeps the search as the latest; the oldest beyond MOST_SEARCHES is forgotten."""
    kept = await _kept(state)
    kept.pop(search.id, None)
    latest = list(kept.items())[-(MOST_SEARCHES - 1) :]
    await state.update_data({_KEY: dict([*latest, (search.id, _to_record(search))])})


async def recall(state: FSMContext, search_id: str) -> Search | None:
    """The search of this id, if it is still remembered."""
    record = (await _kept(state)).get(search_id)
    return _from_record(record) if record else None


async def step_aside(state: FSMContext) -> None:
    """Typed words no longer answer a conversation, whose buttons still lead back into it."""
    if await state.get_state() is not None:
        await state.set_state(None)


async def is_midway(state: FSMContext) -> bool:
    """Whether words or files are asked for; the list of orders only listens for numbers."""
    return await state.get_state() not in _LISTENING


async def leave(state: FSMContext) -> bool:
    """Leaves any conversation and forgets what was half done, but for _LASTING; whether there was one."""
    was_under_way = await is_midway(state)
    data = await state.get_data()
    await state.clear()
    await state.set_data({key: data[key] for key in _LASTING if data.get(key)})
    return was_under_way


async def _kept(state: FSMContext) -> dict[str, dict[str, Any]]:
    return dict((await state.get_data()).get(_KEY, {}))


def _to_record(search: Search) -> dict[str, Any]:
    query, filters = asdict(search.query), asdict(search.query.filters)
    prices = {name: str(filters[name]) for name in ("price_from", "price_to") if filters[name] is not None}
    asked = {name: value for name, value in {**filters, **prices}.items() if value not in (None, "")}
    return {**query, "filters": asked, "nearest": list(search.nearest)}


def _from_record(record: dict[str, Any]) -> Search:
    asked = dict(record["filters"])
    for name, kind in (("price_from", Decimal), ("price_to", Decimal), ("qualification", Qualification)):
        if name in asked:
            asked[name] = kind(asked[name])
    query = SearchQuery(record["text"], Filters(**asked), Sort(record["sort"]), record["page"])
    return Search(query, tuple(record["nearest"]))
