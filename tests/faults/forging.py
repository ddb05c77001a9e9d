"""Forged presses: every kind of button of ours, with values that no button carries, or carries for others."""

import importlib
import pkgutil
import random
from enum import Enum
from typing import Any, Final

from aiogram.filters.callback_data import CallbackData

from views import callback_data

MOST_BYTES: Final = 64

HOSTILE: Final = (
    "0", "1", "2", "-1", "9007199254740991", "9007199254740993", "99999999999999999999", "1e3", "1.5",
    "nan", "\u0661", "\uff11", "\u00b2", "a", "*", "%", "'", "\x00", "\U0001f600", "true", "<b>",
    "", "\u202ex", "x" * MOST_BYTES,
)  # fmt: skip
"""What may stand in any place."""
SENSIBLE: Final = (
    "p1", "n1v1", "n1v2", "10-5", "NaN-1", "1_0", " 1", "500", "500.moq", "65000", ".30.on_delivery", "FOB.x",
    "FOB.\u202ex", "DDP.<b>", "L", "lsc", "p500", "o0", "50.5", "aql_2_5", "as_sample", "seller", "DE", "XX",
    "20 piece", "650 CNY", "65000 CNY piece", "2027-01-01", "Ningbo", "\u202eNingbo", "FOB",
    "verified_factory",
)  # fmt: skip
"""What some place has a meaning for."""


def kinds() -> list[type[CallbackData]]:
    """Every kind of button there is."""
    found: list[type[CallbackData]] = []
    for module in pkgutil.iter_modules(callback_data.__path__, f"{callback_data.__name__}."):
        named = vars(importlib.import_module(module.name)).values()
        found += [each for each in named if isinstance(each, type) and issubclass(each, CallbackData)]
    return sorted({each for each in found if each is not CallbackData}, key=lambda each: each.__prefix__)


def forged(seed: int, each: int) -> list[str]:
    """So many of each kind; some have a part too many or too few."""
    dice = random.Random(seed)
    made = [_forgery(dice, kind) for kind in kinds() for _ in range(each)]
    return [_fitted(data) for data in made]


def _forgery(dice: random.Random, kind: type[CallbackData]) -> str:
    parts = [_value(dice, field.annotation) for field in kind.model_fields.values()]
    if dice.random() < 0.1:
        parts = dice.choice((parts[:-1], [*parts, dice.choice(HOSTILE)]))
    return ":".join([kind.__prefix__, *parts])


def _fitted(data: str) -> str:
    """Telegram carries at most 64 bytes."""
    return data.encode()[:MOST_BYTES].decode(errors="ignore")


def _value(dice: random.Random, meant: Any) -> str:
    if dice.random() < 0.2:
        return dice.choice(HOSTILE)
    if isinstance(meant, type) and issubclass(meant, Enum):
        return str(dice.choice(list(meant)).value)
    if meant is bool:
        return dice.choice("01")
    if meant is int:
        return str(dice.choice((0, 1, 1, 1, 2, 3, 7, 500)))
    return dice.choice(SENSIBLE)
