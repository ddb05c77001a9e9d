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

_PAYING: Final = frozenset({Mark.DEPOSIT, Mark.BALANCE, Mark.PAST, Mark.PAYMENT})
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
    if "付" in fold(settled.line.text[token.start : token.end]):
        return True
    return bool(sentence.marks & _PAYING) or any(
        sentence.first <= amount.first < sentence.last for amount in settled.of(Meaning.BALANCE)
    )


def settle_shares(settled: Settled) -> None:
    """70% before shipment leaves a deposit of 30; shares that do not make a whole are asked about."""
    shares = [amount for amount in settled.of(Meaning.BALANCE) if amount.figure.flaw is None]
    for amount in shares:
        settled.use(amount)
    left = [_WHOLE - _percent(amount) for amount in shares]
    if not left or not 0 < left[0] < _WHOLE:
        return
    if settled.deposit_percent is None and not settled.of(Meaning.DEPOSIT):
        settled.deposit_percent = left[0]
    elif settled.deposit_percent not in (None, left[0]):
        values = (settled.deposit_percent or 0, left[0])
        settled.deposit_percent = None
        settled.doubt(SeveralValues(Term.DEPOSIT, tuple(map(Decimal, values))))


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
