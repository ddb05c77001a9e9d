"""Filters as async classes: aiogram runs every other kind in a thread, at ten times the cost."""

from typing import Any, Final

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.desk import Desk
from language.clean import clean

_TOO_LARGE: Final = 2**53
_SHORT_IDS: Final = ("search", "shortlist")
_LONGEST_ID: Final = 8


class Pressed(Filter):
    """A press of a button with this kind of data and these values; the handler gets it as `pressed`.

    Data of our own prefix that cannot be read, or hides characters, is not a match: the last router answers
    that the button is old.
    """

    def __init__(self, kind: type[CallbackData], **values: object) -> None:
        self._kind = kind
        self._values = values

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        values = ", ".join(f"{name} {value}" for name, value in self._values.items())
        return f"{self._kind.__name__}({values})" if values else self._kind.__name__

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        """Whether it is; with the data read."""
        data = query.data or ""
        if data.partition(self._kind.__separator__)[0] != self._kind.__prefix__ or data != clean(data):
            return False
        try:
            pressed = self._kind.unpack(data)
        except (TypeError, ValueError):
            return False
        is_meant = all(getattr(pressed, name) == value for name, value in self._values.items())
        return {"pressed": pressed} if is_meant and _is_sane(pressed) else False


def _is_sane(pressed: CallbackData) -> bool:
    """Whether its values are such as we write.

    A forged number must not reach the database; a long id would leave no room on the buttons that repeat it.
    """
    numbers = (value for _, value in pressed if isinstance(value, int))
    ids = (getattr(pressed, name, "") for name in _SHORT_IDS)
    return all(0 <= number < _TOO_LARGE for number in numbers) and all(
        len(each) <= _LONGEST_ID for each in ids
    )


class Command(Filter):
    """A command such as /search, with what follows it as `argument`; a forwarded one is only a quotation."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return " ".join(f"/{name}" for name in self._names)

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Whether it is; with its argument."""
        text = message.text or ""
        if not text.startswith("/") or message.forward_origin is not None:
            return False
        command, _, argument = text[1:].partition(" ")
        name = command.partition("@")[0].lower()
        return {"argument": argument.strip()} if name in self._names else False


class Operators(Filter):
    """The person is one of the operators, as of this update; to all others the handler does not exist."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "by an operator"

    async def __call__(self, event: TelegramObject, desk: Desk) -> bool:
        """Whether he is."""
        return desk.person.is_operator


class Sellers(Filter):
    """The person sells for somebody, as of this update."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "by a seller"

    async def __call__(self, event: TelegramObject, desk: Desk) -> bool:
        """Whether he does."""
        return desk.person.is_seller


class Words(Filter):
    """Plain words of the person himself: no command, not forwarded, not sent by another bot."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "words"

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Whether it is; with the words."""
        text = message.text
        if not text or text.startswith("/") or message.forward_origin or message.via_bot:
            return False
        return {"words": text}
