"""Limits in words around an amount: at most, at least, 不超过, 以上."""

from typing import Final

from language.amount import Amount
from language.doubt import Limit, Term
from language.line import Line
from language.mark import Mark

_BY_MARK: Final = {
    Mark.AT_MOST: Limit.AT_MOST,
    Mark.LESS: Limit.AT_MOST,
    Mark.AT_LEAST: Limit.AT_LEAST,
    Mark.MORE: Limit.AT_LEAST,
}
_NAMED_AS_LIMITS: Final = frozenset({Term.LEAD_TIME, Term.MINIMUM, Term.LATE, Term.LATE_CAP, Term.VALIDITY})
"""Terms whose figure is a limit by nature."""


def limit_on(line: Line, amount: Amount, term: Term) -> Limit | None:
    """The limit that the words beside the amount set, or None."""
    if term in _NAMED_AS_LIMITS or (term is Term.UNIT_PRICE and _is_put_forward(line, amount)):
        return None
    if line.before(amount) is Mark.LESS and line.mark(amount.first - 2) is Mark.NOT:
        return Limit.AT_LEAST
    before = None if _belongs_to_another(line, amount.first - 1) else _BY_MARK.get(line.before(amount))
    return before or _BY_MARK.get(line.mark(amount.last))


def _is_put_forward(line: Line, amount: Amount) -> bool:
    """I can pay 12 at most names a price; at most 12 alone only a limit."""
    places = range(line.clause(amount.first).first, amount.first)
    return any(line.mark(place) is Mark.PROPOSE for place in places)


def _belongs_to_another(line: Line, place: int) -> bool:
    """The 以上 of 1000个以上,11块 stands behind its figure; English limits stand in front of theirs."""
    if place < 1 or not line.in_amount[place - 1]:
        return False
    return not line.text[line.tokens[place].start].isascii()
