"""The balance of a price: its share and when it falls due, before shipment or against the documents."""

from decimal import Decimal
from typing import Final

from domain.terms import BalanceDue, TermsDraft
from language.amount import Amount, Role
from language.doubt import SeveralValues, Term
from language.fold import fold
from language.mark import Mark
from language.meanings import Meaning
from language.settled import Settled
from language.shares import is_balance

_PAYING: Final = frozenset({Mark.DEPOSIT, Mark.BALANCE, Mark.PAST, Mark.PAYMENT, Mark.IN_FULL})
_PAYING_WORDS: Final = ("cash", "cod", "pay")
_WHOLE: Final = 100


def settle_balance(settled: Settled) -> None:
    """When the balance is due, where a deposit, a balance or a share of the price is spoken of."""
    line = settled.line
    places = [
        place
        for place, token in enumerate(line.tokens)
        if token.mark is Mark.DUE and _is_payment(settled, place)
    ]
    values = tuple(dict.fromkeys(str(line.tokens[place].value) for place in places))
    for place in places:
        settled.used[place] = True
    if len(values) > 1:
        settled.doubt(SeveralValues(Term.BALANCE, values))
    elif values:
        settled.state(TermsDraft(balance_due=BalanceDue(values[0])))


def _is_payment(settled: Settled, place: int) -> bool:
    sentence, token = settled.line.sentence(place), settled.line.tokens[place]
    words = fold(settled.line.text[token.start : token.end])
    if "付" in words or words.startswith(_PAYING_WORDS):
        return True
    return bool(sentence.marks & _PAYING) or any(
        sentence.first <= amount.first < sentence.last for amount in settled.of(Meaning.BALANCE)
    )


def settle_shares(settled: Settled) -> None:
    """70% before shipment leaves a deposit of 30; shares that do not make a whole are asked about."""
    first = _first_parts(settled)
    if not first or not all(0 < part < _WHOLE for part in first):
        return
    if settled.deposit_percent is not None or settled.of(Meaning.DEPOSIT):
        first = [part for part in (settled.deposit_percent, *first) if part is not None]
    values = tuple(dict.fromkeys(first))
    settled.deposit_percent = values[0] if len(values) == 1 else None
    if len(values) > 1:
        settled.doubt(SeveralValues(Term.DEPOSIT, tuple(map(Decimal, values))))


def _first_parts(settled: Settled) -> list[int]:
    """What each share leaves to be paid first: 40% now and 60% when goods arrive say 40 twice."""
    shares = [amount for amount in settled.of(Meaning.BALANCE) if amount.figure.flaw is None]
    for amount in shares:
        settled.use(amount)
    is_told = any(is_balance(settled.line, amount) for amount in shares)
    return [
        _percent(amount) if is_told and not is_balance(settled.line, amount) else _WHOLE - _percent(amount)
        for amount in shares
    ]


def settle_staged(settled: Settled) -> None:
    """三七付款, or 30/70 beside a way to pay: the first part is the deposit."""
    line = settled.line
    for place, token in enumerate(line.tokens):
        if token.mark is Mark.STAGED and isinstance(token.value, int):
            settled.used[place] = True
            settled.deposit_percent = settled.deposit_percent or token.value
    for amount in settled.of(Meaning.ASIDE):
        words = line.text[line.tokens[amount.first].start : line.tokens[amount.last - 1].end]
        parts = words.split("/")
        is_whole = len(parts) == 2 and all(part.isdecimal() for part in parts)
        if is_whole and sum(map(int, parts)) == _WHOLE and line.clause(amount.first).marks & _PAYING:
            settled.use(amount)
            settled.deposit_percent = settled.deposit_percent or int(parts[0])


def _percent(amount: Amount) -> int:
    return int(amount.figure.value * (10 if amount.role is Role.TENTHS else 1))
