"""Groups of people and bots."""

from dataclasses import dataclass, field

from playground.wire import Json

ANONYMOUS_ADMIN: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


@dataclass(slots=True)
class Group:
    """A group or supergroup; `members` are ids of people, `bots` ids of bots that are in it."""

    id: int
    title: str
    kind: str = "supergroup"
    owner: int | None = None
    members: set[int] = field(default_factory=set)
    bots: set[int] = field(default_factory=set)
    migrated_to: int | None = None

    def chat(self) -> Json:
        """The Bot API's Chat object."""
        return {"id": self.id, "title": self.title, "type": self.kind}
