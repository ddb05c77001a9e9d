"""Every phrase in the reader's language, its slots filled with values in his own formats."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.people import Language
from domain.phrase import Kind, Spoken, Value
from domain.phrasebook import PHRASES
from domain.ports import port_name
from language.script import to_traditional
from views.phrases.courtesy import COURTESY
from views.phrases.customization import CUSTOMIZATION
from views.phrases.moq import MOQ
from views.phrases.payment import PAYMENT
from views.phrases.price import PRICE
from views.phrases.quality import QUALITY
from views.phrases.samples import SAMPLES
from views.phrases.shipping import SHIPPING
from views.phrases.time import TIME
from views.phrases.wording import Wording
from views.reader import Reader
from views.units import per_unit, quantity

WORDS: Final[Mapping[str, Wording]] = {
    **PRICE,
    **MOQ,
    **TIME,
    **PAYMENT,
    **SHIPPING,
    **QUALITY,
    **CUSTOMIZATION,
    **SAMPLES,
    **COURTESY,
}


def said(reader: Reader, spoken: Spoken) -> str:
    """A phrase as plain text; a slot without a value is named in brackets."""
    slots = PHRASES[spoken.phrase_id].slots
    values = {
        kind.value: shown(reader, kind, spoken.values[kind])
        if kind in spoken.values
        else _BLANKS[kind](reader)
        for kind in slots
    }
    return WORDS[spoken.phrase_id](reader, values)


def shown(reader: Reader, kind: Kind, value: Value) -> str:
    """A slot's value as plain text."""
    return str(_SHOWN[kind](reader, value))


def _port(reader: Reader, key: str) -> str:
    name = port_name(key, reader.language)
    is_ours = name != key
    return to_traditional(name) if is_ours and reader.language is Language.TRADITIONAL else name


_BLANKS: Final[Mapping[Kind, Callable[[Reader], str]]] = {
    Kind.DAYS: lambda reader: reader.word("[days]"),
    Kind.QUANTITY: lambda reader: reader.word("[quantity]"),
    Kind.PRICE: lambda reader: reader.word("[price]"),
    Kind.MONEY: lambda reader: reader.word("[amount]"),
    Kind.PERCENT: lambda reader: reader.word("[percent]"),
    Kind.DATE: lambda reader: reader.word("[date]"),
    Kind.PORT: lambda reader: reader.word("[port]"),
    Kind.TERM: lambda reader: reader.word("[term]"),
}
_SHOWN: Final[Mapping[Kind, Callable[[Reader, Any], str]]] = {
    Kind.DAYS: lambda reader, days: reader.days(days),
    Kind.QUANTITY: quantity,
    Kind.PRICE: lambda reader, each: per_unit(reader, each.price, each.unit),
    Kind.MONEY: lambda reader, money: reader.money(money),
    Kind.PERCENT: lambda reader, percent: reader.percent(percent),
    Kind.DATE: lambda reader, day: reader.day(day),
    Kind.PORT: _port,
    Kind.TERM: lambda reader, term: term,
}
