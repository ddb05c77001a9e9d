"""The condition of this worker: which of its parts live, and what troubles it has with Telegram."""

from dataclasses import dataclass

from bot.troubles import Troubles
from bot.vitals import Vitals


@dataclass(frozen=True, slots=True)
class Condition:
    """What /healthz tells beside the age of what waits."""

    vitals: Vitals
    troubles: Troubles

    def red(self) -> list[str]:
        """Parts that are dead and troubles that last, by name."""
        return [*self.vitals.silent(), *self.troubles.lasting()]
