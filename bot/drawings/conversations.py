"""The page of conversations, drawn from the routers, their filters and the states that handlers set."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from aiogram.fsm.state import StatesGroup

from bot.drawings.answers import ANYWHERE, OUTSIDE, Answer, answers
from bot.drawings.mermaid import EDGE_OF_THE_DRAWING, state_diagram
from handlers import states

HEAD: Final = """\
# Conversations

Drawn by `make drawings` from the states in `handlers/states.py`, the filters of the handlers and the states
that handlers set; a test holds this page to the code.

A person is outside of every conversation, where typed words are a search, or in one of these states, where
they answer it. Commands and buttons work everywhere, and buttons lead back into a conversation that was left.
What is drawn is where an answer may lead; one that cannot be used is asked for again, in place.
"""
TABLE: Final = """\
## What answers what

An update goes to the first line that understands it. Without a state a line holds everywhere.
"""
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def page() -> str:
    """The whole page."""
    known = list(answers())
    diagrams = (_conversation(group, known) for group in _groups())
    tables = (_table(router, list(own)) for router, own in groupby(known, key=lambda each: each.router))
    return "\n".join([HEAD, *diagrams, TABLE, *tables])


def _groups() -> Iterator[type[StatesGroup]]:
    for value in vars(states).values():
        if isinstance(value, type) and issubclass(value, StatesGroup) and value is not StatesGroup:
            yield value


def _conversation(group: type[StatesGroup], known: list[Answer]) -> str:
    said = (group.__doc__ or "").strip()
    return f"## {group.__name__}\n\n{said}\n\n{state_diagram(_moves(group, known))}"


def _moves(group: type[StatesGroup], known: list[Answer]) -> Iterator[tuple[str, str, str]]:
    """The moves into the group's states, between them and out of them."""
    own = frozenset(state.state or OUTSIDE for state in group.__states__)
    routers = {each.router for each in known if own & {each.where, *each.leads_to}}
    for answer in known:
        if answer.router in routers and (answer.where in own or answer.where == ANYWHERE):
            for start, end in _steps(answer, own):
                yield _short(start), _short(end), _label(answer.trigger)


def _steps(answer: Answer, own: frozenset[str]) -> Iterator[tuple[str, str]]:
    """From the answer's own state; a button of everywhere enters from outside and leaves from any state."""
    for end in sorted(answer.leads_to & {*own, OUTSIDE}):
        if answer.where in own:
            yield answer.where, end
        elif end == OUTSIDE:
            yield from ((start, OUTSIDE) for start in sorted(own))
        else:
            yield OUTSIDE, end


def _short(state: str) -> str:
    return state.partition(":")[2] or EDGE_OF_THE_DRAWING


def _label(trigger: str) -> str:
    """A trigger as an arrow can carry it: without colons, kinds of buttons as words."""
    return _CAPITAL.sub(" ", trigger).replace(": words", "").lower()


def _table(router: str, known: list[Answer]) -> str:
    head = f"### {router}\n\n| on | in | does |\n|---|---|---|"
    lines = (f"| `{each.trigger}` | {_state(each.where)} | {each.says.splitlines()[0]} |" for each in known)
    return "\n".join([head, *lines, ""])


def _state(where: str) -> str:
    return {ANYWHERE: "", OUTSIDE: "no conversation"}.get(where, where.replace(":", "."))
