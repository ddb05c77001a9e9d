"""The conversations as the code has them: what each handler answers, and where it may leave the person."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import FunctionType
from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State

from handlers import routers

OUTSIDE: Final = ""
"""Where a person stands who is in no conversation."""
ANYWHERE: Final = "*"


@dataclass(frozen=True, slots=True)
class Answer:
    """A handler: its router, what it answers, in which state (or OUTSIDE, ANYWHERE), where it may lead."""

    router: str
    trigger: str
    where: str
    leads_to: frozenset[str]
    says: str


def answers() -> Iterator[Answer]:
    """Every handler, in the order in which they are asked."""
    for router in routers():
        yield from _answers_of(router)


def _answers_of(router: Router) -> Iterator[Answer]:
    for event, observer in router.observers.items():
        for handler in observer.handlers:
            filters = [each.callback for each in handler.filters or ()]
            named = " ".join(str(each) for each in filters if not isinstance(each, StateFilter))
            says = inspect.getdoc(handler.callback) or ""
            leads_to = _leads_to(handler.callback)
            yield from (
                Answer(router.name, named or event, where, leads_to, says) for where in _where(filters)
            )


def _where(filters: list[Any]) -> list[str]:
    """Every state in which it answers."""
    states = next((each.states for each in filters if isinstance(each, StateFilter)), None)
    return [ANYWHERE] if states is None else [_name(state) for state in states]


def _name(state: object) -> str:
    return (state.state or OUTSIDE) if isinstance(state, State) else OUTSIDE


@cache
def _leads_to(function: Callable[..., Any]) -> frozenset[str]:
    """The states that a function, or one of ours that it calls, may set; read from its source."""
    found: set[str] = set()
    for node in _body(function):
        found |= set(_states_in(node, function.__globals__))
        called = _meant(node, function.__globals__)
        if (
            isinstance(called, FunctionType)
            and called.__module__.startswith("handlers.")
            and called is not function
        ):
            found |= _leads_to(called)
    return frozenset(found)


def _body(function: Callable[..., Any]) -> Iterator[ast.AST]:
    source = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(source, ast.FunctionDef | ast.AsyncFunctionDef)
    for statement in source.body:
        yield from ast.walk(statement)


def _states_in(node: ast.AST, names: Mapping[str, Any]) -> Iterator[str]:
    """A state named in the code, a table of states, or a call that leaves every state."""
    meant = _meant(node, names)
    if isinstance(meant, State):
        yield _name(meant)
    elif isinstance(meant, Mapping):
        yield from (_name(each) for each in meant.values() if isinstance(each, State))
    if isinstance(node, ast.Call) and ast.unparse(node) in ("state.set_state(None)", "state.clear()"):
        yield OUTSIDE


def _meant(node: ast.AST, names: Mapping[str, Any]) -> Any:
    """What a name, or an attribute of a name, stands for in the module; None for anything else."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return getattr(names.get(node.value.id), node.attr, None)
    return None
