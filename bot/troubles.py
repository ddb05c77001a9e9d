"""Troubles with Telegram as a whole: met by whoever calls Telegram, lasting or over by the clock."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final


class Trouble(StrEnum):
    """What only an operator can end; the values stand in /healthz, in metrics and in alarms."""

    CONFLICT = "conflict"  # another program polls with our token
    TOKEN = "token"  # noqa: S105 - Telegram refuses our token
    WEBHOOK = "webhook"  # updates are delivered elsewhere, or not all of them


class Standing(Enum):
    """What is known of a trouble; it is unknown as well while it may pass by itself."""

    UNKNOWN = "unknown"
    LASTING = "lasting"
    OVER = "over"


LASTS_AFTER: Final = {Trouble.CONFLICT: 20.0, Trouble.TOKEN: 0.0, Trouble.WEBHOOK: 20.0}
"""Seconds from the first to the latest meeting; when one worker hands over to another, two may overlap."""
OVER_AFTER: Final = {Trouble.CONFLICT: 60.0, Trouble.TOKEN: 0.0, Trouble.WEBHOOK: 60.0}
"""Seconds without a meeting; of two programs that poll each has success now and then."""


@dataclass(slots=True)
class _Spell:
    first: float
    last: float
    standing: Standing = Standing.UNKNOWN
    is_met: bool = False


class Troubles:
    """Where each trouble stands in the eyes of this worker; `clock` gives seconds and never steps back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._spells: dict[Trouble, _Spell] = {}
        for trouble in Trouble:
            self.forget(trouble)

    def meet(self, trouble: Trouble) -> None:
        """It was met just now."""
        spell, now = self._spells[trouble], self.clock()
        if not spell.is_met:
            spell.first, spell.is_met = now, True
        spell.last = now
        if now - spell.first >= LASTS_AFTER[trouble]:
            spell.standing = Standing.LASTING

    def miss(self, trouble: Trouble) -> None:
        """Who would have met it did not."""
        spell = self._spells[trouble]
        if self.clock() - spell.last >= OVER_AFTER[trouble]:
            spell.standing, spell.is_met = Standing.OVER, False

    def forget(self, trouble: Trouble) -> None:
        """This worker is no longer the one who would meet it."""
        self._spells[trouble] = _Spell(self.clock(), self.clock())

    def note_token(self, is_taken: bool) -> None:
        """Telegram took our token in a call, or refused it."""
        (self.miss if is_taken else self.meet)(Trouble.TOKEN)

    def standing(self, trouble: Trouble) -> Standing:
        """What is known of it."""
        return self._spells[trouble].standing

    def lasting(self) -> list[Trouble]:
        """Those that somebody must be told of."""
        return [trouble for trouble in Trouble if self.standing(trouble) is Standing.LASTING]
