"""A proposal for a claim said in one line: "refund 200, keep the goods", 退200元,货不用退, 补发20个."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.people import Side
from domain.settlement import Remedy
from language.amount import Amount, Role
from language.fold import fold
from language.line import Line
from language.remedy_words import NO_MONEY, payers_in, remedies_in

MOST_CHARACTERS: Final = 300
_WHOLE: Final = 100
_BECAUSE: Final = re.compile(r"[,.;:!]?\s*(?:\b(?:because|since|as the|reason:?)\b|因为|由于|原因[是:]?)\s*")
_SHARES: Final = {
    Decimal(100): re.compile(
        r"\b(?:in full|full(?:y)?(?: refund| amount)?|whole (?:sum|amount)"
        r"|all (?:of )?(?:the |my |your )?money)\b"
        r"|全额|全款|全部退?款|全退"
    ),
    Decimal(50): re.compile(r"\bhalf\b(?: of it| the amount| the money)?|一半|半数"),
}


@dataclass(frozen=True, slots=True)
class ProposalSaid:
    """What a line proposes; what it leaves open is None, or empty.

    `amount` is in major units of `currency`, or of the claim's; `percent` is of what was claimed. `freight`
    is who pays the way back. `reason` stands in the writer's own words.
    """

    remedy: Remedy | None = None
    amount: Decimal | None = None
    currency: str | None = None
    percent: Decimal | None = None
    freight: Side | None = None
    reason: str = ""


def read_proposal(text: str, speaker: Side) -> ProposalSaid | None:
    """What the line proposes, in one reading; None when it says nothing of it, or two things at once."""
    if len(text) > MOST_CHARACTERS:
        return None
    line, reason = _without_reason(text)
    if NO_MONEY.search(line):
        return None
    remedies, rest = remedies_in(line)
    payers = payers_in(line, speaker)
    percents, rest = _without_shares(rest)
    amounts = [each for each in Line(rest).amounts if _is_sum(each)]
    if len(remedies) > 1 or len(payers) > 1 or not _is_one(percents, amounts):
        return None
    remedy = next(iter(remedies), Remedy.RETURN if payers else None)
    if remedy is Remedy.REPLACEMENT:
        return None if _moneys(amounts) or percents else ProposalSaid(remedy, reason=reason)
    return _said(remedy, [*percents, *map(_share, amounts)], next(iter(payers), None), reason)


def _said(
    remedy: Remedy | None, shares: list[tuple[str, Decimal]], freight: Side | None, reason: str
) -> ProposalSaid | None:
    if remedy is None and not shares:
        return None
    kind, value = shares[0] if shares else ("", None)
    if value is not None and value <= 0:
        return None
    is_percent = kind == _PERCENT
    return ProposalSaid(
        remedy,
        amount=None if is_percent else value,
        currency=None if is_percent else kind or None,
        percent=value if is_percent else None,
        freight=freight,
        reason=reason,
    )


_PERCENT: Final = "%"
_TENTH: Final = 10
_SAID: Final = frozenset({Role.MONEY, Role.BARE, Role.PERCENT, Role.TENTHS})


def _is_sum(amount: Amount) -> bool:
    """三 alone is a name more often than a sum."""
    is_bare = amount.role is Role.BARE
    return amount.role in _SAID and not (
        is_bare and amount.figure.value < _TENTH and amount.figure.text in "一二三四五六七八九两"
    )


def _moneys(amounts: list[Amount]) -> bool:
    return any(each.role is not Role.BARE for each in amounts)


def _is_one(percents: list[tuple[str, Decimal]], amounts: list[Amount]) -> bool:
    """One figure at most, and one that can be read in one way only."""
    return len(percents) + len(amounts) <= 1 and all(each.figure.flaw is None for each in amounts)


def _share(amount: Amount) -> tuple[str, Decimal]:
    """The percent sign, a currency or nothing, and how much of it."""
    value = amount.figure.value
    if amount.role is Role.PERCENT:
        return _PERCENT, value
    if amount.role is Role.TENTHS:
        return _PERCENT, value * _TENTH
    if amount.currency is None:
        return "", value
    return amount.currency.code, value * amount.currency.hundredths / _WHOLE


def _without_shares(line: str) -> tuple[list[tuple[str, Decimal]], str]:
    found = [(_PERCENT, percent) for percent, words in _SHARES.items() if words.search(line)]
    for words in _SHARES.values():
        line = words.sub(" ", line)
    return found, line


def _without_reason(text: str) -> tuple[str, str]:
    """The folded line up to the reason, and the reason as it was typed: folding keeps every place."""
    line = fold(text)
    found = _BECAUSE.search(line)
    return (line[: found.start()], text[found.end() :].strip()) if found else (line, "")
