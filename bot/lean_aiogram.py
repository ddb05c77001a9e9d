"""Imports aiogram in one second instead of five: its types are built when first used, not all at once.

aiogram 3.31 has 630 pydantic models and builds a validator for each while it is imported, although a bot
reads Update and what hangs on it. Importing this module before anything that imports aiogram makes pydantic
put those builds off (its own `defer_build`) and builds Update alone. If an aiogram or pydantic to come does
not stand that, aiogram is imported whole and a warning is logged.
"""

import importlib
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel, ConfigDict

PACKAGE = "aiogram"
# The roots of all models that need aiogram's namespace when they are built at last.
ROOTS = ("aiogram.client.context_controller.BotContextController", "aiogram.methods.base.Response")

Namespace = dict[str, Any]
_log = logging.getLogger(__name__)
_rebuild = BaseModel.__dict__["model_rebuild"].__func__


def import_lean() -> bool:
    """Import aiogram with its models deferred; return whether that was possible."""
    if PACKAGE in sys.modules:
        _log.warning("aiogram was imported before bot.lean_aiogram: all its types are built")
        return False
    try:
        namespace = _import_deferred()
        _build_on_first_use(namespace)
        _build_update()
    except Exception as error:
        _log.warning("aiogram cannot be imported lean, importing all of it", extra={"error": repr(error)})
        _import_whole()
        return False
    return True


@contextmanager
def _deferred_models() -> Iterator[Namespace]:
    """Let models declared meanwhile wait for their first use; yield the names they will need then."""
    namespace: Namespace = {}
    config, rebuild = BaseModel.model_config, BaseModel.__dict__["model_rebuild"]

    def note_names(cls: type[BaseModel], **options: Any) -> bool | None:
        if not cls.__module__.startswith(PACKAGE):
            built: bool | None = _rebuild(cls, **options)
            return built
        namespace.update(options.get("_types_namespace") or {})
        return None

    BaseModel.model_config = ConfigDict(defer_build=True)
    BaseModel.model_rebuild = classmethod(note_names)  # type: ignore[assignment,arg-type]
    try:
        yield namespace
    finally:
        BaseModel.model_config = config
        BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]


def _import_deferred() -> Namespace:
    with _deferred_models() as namespace:
        importlib.import_module(PACKAGE)
    if "Update" not in namespace:
        raise LookupError("aiogram no longer names its types while it is imported")
    return namespace


def _build_on_first_use(namespace: Namespace) -> None:
    """Give the models the names they need; models declared from here on are built at once, as ever."""

    def rebuild(cls: type[BaseModel], *, _types_namespace: Namespace | None = None, **options: Any) -> Any:
        return _rebuild(cls, _types_namespace=_types_namespace or namespace, **options)

    for root in BaseModel.__subclasses__():
        if f"{root.__module__}.{root.__qualname__}" in ROOTS:
            root.model_rebuild = classmethod(rebuild)  # type: ignore[assignment,arg-type]
        elif root.__module__.startswith(PACKAGE):
            root.model_config.pop("defer_build", None)


def _build_update() -> None:
    """Build Update now, so that the first customer does not wait for it; raises whatever does not fit."""
    from aiogram.types import Update

    Update.model_rebuild()
    Update.model_validate({"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": _CHAT}})


_CHAT = {"id": 1, "type": "private"}


def _import_whole() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]
    importlib.import_module(PACKAGE)


is_lean = import_lean()
