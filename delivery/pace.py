"""How fast we may speak: Telegram's limits and its 429s as a pure policy, the time passed in.

Times are seconds of one clock that never steps back (`time.monotonic`). A limit is a GCRA bucket: one number
for each chat, the moment at which its burst is whole again; past that moment the chat is forgotten.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

# A chat's id, a channel's @name, or, for a call that goes to no chat, the method's name.
Scope = int | str

MOST_WORKERS = 12
TICK = 1e-6  # shorter waits are none: they are rounding, and a clock may not even show them


class Lane(Enum):
    """Who goes first: an answer to someone who waits, or words that can."""

    INTERACTIVE = "interactive"
    BULK = "bulk"


@dataclass(frozen=True, slots=True)
class Bucket:
    """`burst` sends at once, then one every `seconds`: in any w seconds at most burst + w / seconds."""

    burst: int
    seconds: float

    def opens(self, whole: float) -> float:
        """When the next send may go, for a bucket whose burst is whole again at `whole`."""
        return whole - (self.burst - 1) * self.seconds

    def after(self, whole: float, now: float) -> float:
        """When the burst is whole again after one more send at `now`."""
        return max(whole, now) + self.seconds


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits, a little inside them: requests do not arrive exactly as far apart as they left.

    Telegram: 30 a second in all, one a second to a person with short bursts, 20 a minute to a group
    (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
    """

    overall: Bucket = Bucket(burst=2, seconds=1 / 27)
    bulk: Bucket = Bucket(burst=1, seconds=1 / 18)
    person: Bucket = Bucket(burst=3, seconds=1.05)
    group: Bucket = Bucket(burst=5, seconds=4.0)
    # So many different chats refused in a row, none accepted between: Telegram means the whole bot.
    flood: int = 4
    # Chats and halts remembered before the idle ones are looked for.
    memory: int = 4096

    @classmethod
    def shared_by(cls, workers: int) -> Self:
        """Each worker's part when so many (1 to 12) send for one bot: together at most 29 in any second."""
        seconds = workers / (29 - 2 * workers)
        return cls(overall=Bucket(burst=2, seconds=seconds), bulk=Bucket(burst=1, seconds=1.5 * seconds))


class Pace:
    """Answers when a chat may be sent to; never sleeps, so that one slow chat holds up nobody else."""

    def __init__(self, limits: Limits = Limits()):
        """Start with every bucket full and no halt."""
        self._limits = limits
        self._overall = self._bulk = self._all_halted = float("-inf")
        self._chats: dict[Scope, float] = {}
        self._halts: dict[Scope, float] = {}
        self._refused: set[Scope] = set()
        self._sweep_at = limits.memory

    @property
    def remembered(self) -> int:
        """Chats and halts kept in memory now."""
        return len(self._chats) + len(self._halts)

    def share(self, workers: int) -> None:
        """From now on so many workers send for this bot; each keeps to its part of the overall rate."""
        part = Limits.shared_by(min(max(workers, 1), MOST_WORKERS))
        self._limits = replace(self._limits, overall=part.overall, bulk=part.bulk)

    def next_free(self, chat: Scope, now: float, lane: Lane = Lane.INTERACTIVE) -> float:
        """Seconds until a message may go to this chat; 0 means now."""
        opens = max(self._chat_opens(chat), self._lane_opens(lane), self._halted_until(chat))
        return _wait(opens - now)

    def took(self, chat: Scope, now: float, lane: Lane = Lane.INTERACTIVE) -> None:
        """Count one message that is about to leave for this chat."""
        self._overall = self._limits.overall.after(self._overall, now)
        if lane is Lane.BULK:
            self._bulk = self._limits.bulk.after(self._bulk, now)
        self._chats[chat] = self._bucket(chat).after(self._chats.get(chat, now), now)
        self._sweep(now)

    def halted(self, scope: Scope | None, now: float) -> float:
        """Seconds that a 429 still forbids this chat or method (None: the whole bot); 0 means none."""
        return _wait(self._halted_until(scope) - now)

    def halt(self, scope: Scope | None, until: float) -> None:
        """Send nothing to this chat (None: to anyone) before `until`; a halt is never shortened or lifted."""
        if scope is None:
            self._all_halted = max(self._all_halted, until)
        else:
            self._halts[scope] = max(self._halts.get(scope, until), until)

    def refused(self, scope: Scope, until: float) -> Scope | None:
        """Take a 429 and return what it halted: its chat or method, or None when it means the whole bot."""
        self._refused.add(scope)
        halted = None if len(self._refused) >= self._limits.flood else scope
        self.halt(halted, until)
        return halted

    def accepted(self) -> None:
        """Take a success: the bot as a whole is not being refused. It lifts no halt."""
        self._refused.clear()

    def _lane_opens(self, lane: Lane) -> float:
        """Bulk waits for the whole burst, so an interactive caller always finds its slot one step earlier."""
        if lane is Lane.BULK:
            return max(self._overall, self._limits.bulk.opens(self._bulk))
        return self._limits.overall.opens(self._overall)

    def _bucket(self, chat: Scope) -> Bucket:
        is_person = isinstance(chat, int) and chat > 0
        return self._limits.person if is_person else self._limits.group

    def _chat_opens(self, chat: Scope) -> float:
        whole = self._chats.get(chat)
        return float("-inf") if whole is None else self._bucket(chat).opens(whole)

    def _halted_until(self, scope: Scope | None) -> float:
        own = float("-inf") if scope is None else self._halts.get(scope, float("-inf"))
        return max(self._all_halted, own)

    def _sweep(self, now: float) -> None:
        if self.remembered < self._sweep_at:
            return
        self._chats = {chat: whole for chat, whole in self._chats.items() if whole > now}
        self._halts = {scope: until for scope, until in self._halts.items() if until > now}
        self._sweep_at = self._limits.memory + 2 * self.remembered


def _wait(seconds: float) -> float:
    return seconds if seconds > TICK else 0.0
