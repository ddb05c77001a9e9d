"""Everything the playground knows: people, groups, bots, files, the clock and the dials."""

import itertools
import random
from dataclasses import dataclass, field

from playground.bots import Bot
from playground.chats import Chat
from playground.clock import Clock
from playground.events import Events
from playground.faults import Faults
from playground.files import Files
from playground.groups import Group
from playground.limits import Limits
from playground.log import Log
from playground.payments import Payments
from playground.people import Person
from playground.updates.box import UpdateBox


@dataclass(slots=True)
class World:
    """One playground; nothing of it outlives the process."""

    clock: Clock = field(default_factory=Clock)
    limits: Limits = field(default_factory=Limits)
    faults: Faults = field(default_factory=Faults)
    files: Files = field(default_factory=Files)
    events: Events = field(default_factory=Events)
    payments: Payments = field(default_factory=Payments)
    people: dict[int, Person] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    bots: dict[str, Bot] = field(default_factory=dict)
    log: Log = field(init=False)
    _group_chats: dict[int, Chat] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.log = Log(self.clock)

    def add_bot(self, token: str, name: str, username: str) -> Bot:
        """Serve this token; ValueError unless it reads <digits>:<text>."""
        number, colon, secret = token.partition(":")
        if not (number.isdigit() and number.isascii() and colon and secret):
            raise ValueError("a token reads <digits>:<text>")
        bot = Bot(int(number), token, name, username, UpdateBox(self.clock, self.faults))
        self.bots[token] = bot
        return bot

    def bot(self, number: int | None = None) -> Bot:
        """The bot of this id, or the first; KeyError when there is none."""
        for bot in self.bots.values():
            if number is None or bot.id == number:
                return bot
        raise KeyError(number)

    def private_chat(self, bot: Bot, person: Person) -> Chat:
        """The person's chat with the bot; it exists as soon as one asks for it."""
        chat = bot.chats.get(person.id)
        if chat is None:
            chat = bot.chats[person.id] = Chat(person.id, person, bot.numbers)
        return chat

    def add_group(self, group: Group) -> Chat:
        """Let a group exist, with all its bots in it."""
        self.groups[group.id] = group
        chat = self._group_chats[group.id] = Chat(group.id, group, itertools.count(1))
        for bot in self.bots.values():
            if bot.id in group.bots:
                bot.chats[group.id] = chat
        return chat

    def group_chat(self, number: int) -> Chat:
        """The chat of a group."""
        return self._group_chats[number]

    def bots_in(self, chat: Chat) -> list[Bot]:
        """The bots that take part in this very chat."""
        return [bot for bot in self.bots.values() if bot.chats.get(chat.id) is chat]

    def fresh_id(self) -> int:
        """An id that no person has, as large as Telegram's are today."""
        while (number := random.randint(5_000_000_000, 8_000_000_000)) in self.people:  # noqa: S311
            continue
        return number

    def reset(self) -> None:
        """Forget people, groups, messages, undelivered updates, files, the log and all dials."""
        self.people.clear()
        self.groups.clear()
        self._group_chats.clear()
        self.files, self.payments, self.limits = Files(), Payments(), Limits()
        self.faults.dial([], 0)
        self.clock.offset = 0.0
        self.log.clear()
        for bot in self.bots.values():
            bot.forget()

    async def close(self) -> None:
        """End deliveries to webhooks."""
        for bot in self.bots.values():
            if bot.webhook is not None:
                await bot.webhook.stop()
