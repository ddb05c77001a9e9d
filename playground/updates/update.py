"""One update on its way to a bot, and the queue it belongs to."""

from dataclasses import dataclass

PRESSES = 3 << 33
PAYMENTS = 4 << 33
MEMBERSHIPS = 5 << 33

KINDS_OFF_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True, eq=False)
class Update:
    """An update with its body encoded once; `queue` is the webhook queue, `expires` a clock time."""

    id: int
    kind: str
    queue: int
    body: bytes
    expires: float
    copies: int = 1
    echo_later: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """Something to tell the bot: the kind of update, the queue, the object and its life in seconds."""

    kind: str
    queue: int
    payload: object
    life: float
    chat_id: int | None = None
