"""What late delivery costs: 0.5% per day late, max 10%; 延期每天赔0.5%, 最多10%."""

from decimal import Decimal
from typing import Final

from domain.terms import TermsDraft
from language.amount import Amount
from language.doubt import NotWhole, Term
from language.mark import Mark
from language.meanings import Meaning
from language.settled import Settled

_HUNDREDTHS: Final = 100
_DAY: Final = 1


def settle_compensation(settled: Settled) -> None:
    """Percent per day, and its cap in percent of the total; percent per week stay in the rest."""
    rates = [amount for amount in settled.of(Meaning.LATE) if not _is_by_other_time(settled, amount)]
    rate = settled.one(Term.LATE, rates)
    if rate is not None:
        settled.used[rate.first - 1] |= settled.line.mark(rate.first - 1) is Mark.NOT_LEAD
        _state_rate(settled, rate.figure.value)
    cap = settled.one(Term.LATE_CAP, settled.of(Meaning.LATE_CAP))
    if cap is not None:
        settled.state(TermsDraft(late_cap_percent=int(cap.figure.value)))


def _state_rate(settled: Settled, percent: Decimal) -> None:
    hundredths = percent * _HUNDREDTHS
    if hundredths != hundredths.to_integral_value():
        settled.doubt(NotWhole(Term.LATE, hundredths))
        return
    settled.state(TermsDraft(late_percent_per_day=int(hundredths)))


def _is_by_other_time(settled: Settled, amount: Amount) -> bool:
    """0.5% per week."""
    tokens = settled.line.tokens[amount.last : amount.last + 2]
    return any(token.mark is Mark.DAY and token.value != _DAY for token in tokens)
