"""The section of a case file with what the sides said, as they wrote it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.people import Side
from services.case_file import CaseFile, Spoken
from services.said import Kind
from services.talk import Message
from views.both import Pair, both, row, same
from views.reader import Reader
from views.talk import words_of

Data = dict[str, Any]
_GROUP: Final = 16
MOST_SHOWN: Final = 500
"""Of the latest wordings; case.json holds all."""
_KINDS: Final[Mapping[Kind, Callable[[Reader], str]]] = {
    Kind.PHOTO: lambda reader: reader.word("(photo)"),
    Kind.LOCATION: lambda reader: reader.word("(location)"),
    Kind.VOICE: lambda reader: reader.word("(voice message)"),
    Kind.VIDEO: lambda reader: reader.word("(video)"),
}
_TRANSLATIONS: Final[Mapping[str, Callable[[Reader], str]]] = {
    "en": lambda reader: reader.word("Machine translation into English"),
    "zh": lambda reader: reader.word("Machine translation into Chinese"),
}


def talk_section(case: CaseFile) -> list[Data]:
    """Who said what when; a translation that was kept stands below the original."""
    shown = case.talk[-MOST_SHOWN:]
    left_out = len(case.talk) - len(shown)
    rows = [line for spoken in shown for line in _spoken(spoken)]
    more = row(
        lambda reader: reader.word("Earlier"),
        both(lambda reader: reader.word("{count} more in case.json", count=reader.number(left_out))),
    )
    title = both(lambda reader: reader.word("Messages"))
    return [{"title": title, "rows": [*([more] if left_out else []), *rows]}]


def _spoken(spoken: Spoken) -> list[Data]:
    message = spoken.message
    said = row(lambda reader: _who(reader, message), _words(message))
    translated = [row(_TRANSLATIONS[target], same(text)) for target, text in spoken.translations.items()]
    file = row(lambda reader: reader.word("Its file, SHA-256"), same(_spaced(spoken.sha256)))
    return [said, *translated, *([file] if spoken.sha256 else [])]


def _spaced(sha256: str) -> str:
    """A hash in groups, since a line of the paper may only end at a blank."""
    return " ".join(sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP))


def _who(reader: Reader, message: Message) -> str:
    moment = reader.moment(message.at)
    if message.edits:
        return _EDITED[message.side](reader, moment)
    return _SAID[message.side](reader, moment)


_SAID: Final[Mapping[Side, Callable[[Reader, str], str]]] = {
    Side.BUYER: lambda reader, moment: reader.word("Buyer, {moment}", moment=moment),
    Side.SELLER: lambda reader, moment: reader.word("Seller, {moment}", moment=moment),
}
_EDITED: Final[Mapping[Side, Callable[[Reader, str], str]]] = {
    Side.BUYER: lambda reader, moment: reader.word("Buyer, edited, {moment}", moment=moment),
    Side.SELLER: lambda reader, moment: reader.word("Seller, edited, {moment}", moment=moment),
}


def _words(message: Message) -> Pair:
    if not message.has_attachment:
        return both(lambda reader: words_of(reader, message))
    kind = _KINDS.get(message.said.kind, _file)
    return both(
        lambda reader: reader.word("{kind} {words}", kind=kind(reader), words=words_of(reader, message))
    )


def _file(reader: Reader) -> str:
    return reader.word("(file)")
