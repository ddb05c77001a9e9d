"""What a sample costs, said in one line: 样品费50,运费30,5天; 50 + 30 freight, 5 days, refunded with bulk."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from language.currencies_named import without_currencies
from language.doubt import Term
from language.fold import fold
from language.number import read_decimal

MOST_CHARACTERS: Final = 120


@dataclass(frozen=True, slots=True)
class SampleSaid:
    """Amounts in major units, and their currency if the line names one; None is not said."""

    price: Decimal | None = None
    freight: Decimal | None = None
    days: int | None = None
    is_refundable: bool | None = None
    currency: str | None = None


class _Word(Enum):
    """What a piece of the line is; the order in which they are looked for."""

    RANGE = auto()  # one of two figures, or one below nothing
    KEPT = auto()  # the price is not given back
    REFUND = auto()
    PREPAID = auto()  # the seller pays the freight
    FREIGHT = auto()
    FREE = auto()
    PRICE = auto()
    TOTAL = auto()
    COLLECT = auto()
    DAYS = auto()
    WEEKS = auto()
    NUMBER = auto()
    END = auto()


_PATTERNS: Final = {
    _Word.RANGE: r"\bor\b|或|[~-](?= ?[\d.])|到(?=\d)|至",
    _Word.KEPT: r"non-?refundable|not? (?:be )?refund\w*|不(?:可|能|予|给)?退(?:样品费|还)?|不返还?",
    _Word.REFUND: (
        r"(?:can be |is |will be |fully )?(?:refund(?:able|ed)?|returned|deducted|credited)"
        r"(?: ?(?:with|against|from|on|in|after) (?:the |a |your )?bulk(?: order)?s?)?"
        r"|(?:下?大货|下单|批量)?(?:后|时|可|能|全额|再)*(?:退还|退样品费|返还|抵扣|抵货款|可退|退|返)(?:样品费|样费)?"
    ),
    _Word.PREPAID: (
        r"(?:free|prepaid) (?:shipping|freight|delivery|postage)"
        r"|(?:shipping|freight|delivery) (?:is )?(?:free|included|prepaid)"
        r"|包邮|免(?:运|邮)费?|(?:运|邮|快递)费全?(?:免|包|我们?出|我方承担)"
    ),
    _Word.COLLECT: r"freight collect|collect|到付",
    _Word.FREIGHT: (
        r"freight|shipping|postage|courier|express|delivery|carriage"
        r"|(?:国际|快递)?运费|邮费|快递费?|物流费?|运"
    ),
    _Word.FREE: r"free(?: of charge)?|complimentary|免费|不收费?|免",
    _Word.TOTAL: r"in total|total|altogether|all in|总共|一共|合计|总价|共",
    _Word.PRICE: r"samples?|price|fee|costs?|each|per piece|样品费?|样费|打样费?|单价|每[个件只条双套]",
    _Word.WEEKS: r"weeks?|wks?|周|星期|个?礼拜",
    _Word.DAYS: r"(?:working |business )?days?|个?工作日|天|日",
    _Word.NUMBER: r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[零一二两三四五六七八九十百千半]+",
    _Word.END: r"[,;+/&\n。.]| and | plus |加上?|和|再",
}
_TOKEN: Final = re.compile("|".join(f"(?P<{word.name}>{pattern})" for word, pattern in _PATTERNS.items()))
_KEYS: Final = frozenset({_Word.PRICE, _Word.FREIGHT})
_SPANS: Final = {_Word.DAYS: 1, _Word.WEEKS: 7}
_REFUSED: Final = frozenset({_Word.RANGE, _Word.TOTAL, _Word.COLLECT})

Token = tuple[_Word, str]


def read_sample_quote(text: str) -> SampleSaid | None:
    """What the line says of price, freight, days and refund; None where it says nothing for certain."""
    if len(text) > MOST_CHARACTERS:
        return None
    currencies, rest = without_currencies(fold(text).strip())
    tokens = [(_Word[m.lastgroup or ""], m.group()) for m in _TOKEN.finditer(rest)]
    if len(currencies) > 1 or any(word in _REFUSED for word, _ in tokens):
        return None
    said = SampleSaid(currency=next(iter(currencies), None))
    loose: list[Decimal] = []
    for clause in _clauses(tokens):
        heard = _heard(said, clause, loose)
        if heard is None:
            return None
        said = heard
    return _with_loose(said, loose)


def _clauses(tokens: list[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in tokens:
        if token[0] is _Word.END:
            yield clause
            clause = []
        else:
            clause.append(token)
    yield clause


def _heard(said: SampleSaid, clause: list[Token], loose: list[Decimal]) -> SampleSaid | None:
    """The clause's figures by the words beside them; those that stand alone are loose."""
    words = {word for word, _ in clause}
    if _Word.KEPT in words or _Word.REFUND in words:
        said = replace(said, is_refundable=_Word.KEPT not in words)
    if _Word.PREPAID in words:
        said = replace(said, freight=Decimal(0))
    clause, days = _without_days(clause)
    if days is not None:
        said = replace(said, days=days)
    return _amounts(said, clause, loose)


def _without_days(clause: list[Token]) -> tuple[list[Token], int | None]:
    """The clause without its number of days, and that number."""
    for place, (word, _) in enumerate(clause):
        if word in _SPANS and place and clause[place - 1][0] is _Word.NUMBER:
            number = _number(clause[place - 1][1])
            if number is not None and number == int(number):
                return [*clause[: place - 1], *clause[place + 1 :]], int(number) * _SPANS[word]
    return [each for each in clause if each[0] not in _SPANS], None


def _amounts(said: SampleSaid, clause: list[Token], loose: list[Decimal]) -> SampleSaid | None:
    told = [each for each in clause if each[0] in _KEYS or each[0] in (_Word.NUMBER, _Word.FREE)]
    is_before = bool(told) and told[0][0] not in _KEYS and told[-1][0] in _KEYS
    while told:
        figure, key = _pair(told, is_before=is_before)
        amount = Decimal(0) if figure and figure[0] is _Word.FREE else _number(figure[1]) if figure else None
        if figure and amount is None:
            return None
        if amount is None:
            continue
        if key is None and figure and figure[0] is _Word.NUMBER:
            loose.append(amount)
            continue
        is_freight = key is _Word.FREIGHT
        if (said.freight if is_freight else said.price) not in (None, amount):
            return None
        said = replace(said, freight=amount) if is_freight else replace(said, price=amount)
    return said


def _pair(told: list[Token], *, is_before: bool) -> tuple[Token | None, _Word | None]:
    """Takes the next figure and the word it belongs to away from what is told; either may be missing."""
    first = told.pop(0)
    if first[0] in _KEYS:
        while told and told[0][0] is first[0]:
            told.pop(0)
        return (told.pop(0), first[0]) if told and told[0][0] not in _KEYS else (None, first[0])
    if told and told[0][0] in _KEYS and (is_before or len(told) == 1):
        return first, told.pop(0)[0]
    return first, None


def _with_loose(said: SampleSaid, loose: list[Decimal]) -> SampleSaid | None:
    """Figures that stand alone are the price, then the freight, then the days, as far as these are open."""
    for amount in loose:
        if said.price is None:
            said = replace(said, price=amount)
        elif said.freight is None:
            said = replace(said, freight=amount)
        elif said.days is None and amount == int(amount):
            said = replace(said, days=int(amount))
        else:
            return None
    return None if said == SampleSaid(currency=said.currency) else said


def _number(text: str) -> Decimal | None:
    if text.strip("0.") == "":
        return Decimal(0)
    value = read_decimal(text, Term.FEE)
    return value if isinstance(value, Decimal) else None
