"""The price of a line: among the sums it names the one its writer puts forward."""

from decimal import Decimal
from typing import Final, NamedTuple

from domain.money import EXPONENTS
from language.amount import Amount, Role
from language.figure import Flaw
from language.line import SKIPPED, Line
from language.mark import Mark
from language.meanings import Meaning
from language.reading import Context
from language.stance import stance

_NEAREST, _FARTHEST = Decimal("0.2"), Decimal(5)
"""A bare number is a price only within these multiples of a price known."""

_SHARED_SIGNS: Final = {
    "USD": frozenset({"USD", "AUD", "CAD", "HKD", "TWD", "SGD"}),
    "CNY": frozenset({"CNY", "JPY"}),
}
_INTRODUCING: Final = frozenset({Mark.AT, Mark.PROPOSE, Mark.LIMIT, Mark.FOR, Mark.ABOUT})
_PRICING: Final = frozenset({Mark.AT, Mark.PRICE, Mark.EACH, Mark.TRADE_TERM})
_OVER_COMMA: Final = frozenset({Mark.COMMA})
_OVER_PROPOSING: Final = SKIPPED | {Mark.PROPOSE}
_OVER_LISTED: Final = SKIPPED | {Mark.FOR, Mark.AT}
_LEADING: Final = frozenset({Mark.PROPOSE, Mark.PARTY, Mark.IS, Mark.LIMIT})
_SETTLING: Final = frozenset({Mark.PROPOSE, Mark.SETTLE})
_FRAME_ENDS: Final = frozenset({Mark.PROPOSE, Mark.STOP, Mark.COMMA, Mark.QUESTION, Mark.FILLER, Mark.SETTLE})
_TOTAL: Final = 4
"""How much firmer a sum is for being called the total."""

_SPOKEN_OF: Final = -4
_SMALL_WORDS: Final = 20


class Candidate(NamedTuple):
    """A sum that may be the price, and how firmly it is put forward."""

    amount: Amount
    is_total: bool
    firmness: int


def candidates(line: Line, meanings: dict[Amount, Meaning], context: Context) -> list[Candidate]:
    """Every sum of the line that may be its price, in order."""
    known = references(line, meanings, context)
    found = []
    for amount, meaning in meanings.items():
        if meaning in (Meaning.PRICE, Meaning.TOTAL) or (
            meaning is Meaning.BARE and _is_price(line, amount, known, context)
        ):
            is_total = meaning is Meaning.TOTAL
            found.append(Candidate(amount, is_total, stance(line, amount) + _TOTAL * is_total))
    return found


def references(line: Line, meanings: dict[Amount, Meaning], context: Context) -> list[Decimal]:
    """Prices known beside a bare number: those of the talk and those of the line that carry a currency."""
    talk = [price for price in (context.listed, context.previous, context.own) if price]
    return talk + [
        a.figure.value
        for a, m in meanings.items()
        if a.figure.value
        and (m is Meaning.PRICE or (m is Meaning.BARE and line.before(a, _OVER_LISTED) is Mark.LISTED))
    ]


def is_near(value: Decimal, known: list[Decimal]) -> bool:
    """Whether a value is of the size of a price known."""
    return any(_NEAREST * price <= value <= _FARTHEST * price for price in known)


def _is_price(line: Line, amount: Amount, known: list[Decimal], context: Context) -> bool:
    if not _can_be_price(line, amount) or line.after_one.get(amount.first) not in (None, context.unit):
        return False
    before = line.before(amount)
    if before is Mark.FOR and line.mark(amount.first - 2) is Mark.PRICE:
        return False
    if line.before(amount, _OVER_PROPOSING) is Mark.PRICE:
        return True
    if before is Mark.AT and not known and not line.counts and _is_of_stranger(line, amount):
        return context.number_is_price
    if before in _PRICING or (before is Mark.FOR and line.counts):
        return True
    if not known:
        return (
            context.number_is_price
            or line.after(amount, _OVER_COMMA) is Mark.SETTLE
            or _is_framed(line, amount)
        )
    if is_near(amount.figure.value, known) or _is_total(line, amount, known):
        return True
    return line.follows_count(amount) and _is_framed(line, amount)


def _is_of_stranger(line: Line, amount: Amount) -> bool:
    """My flight lands at 10."""
    return line.mark(amount.first - 2) is Mark.WORD


def _is_framed(line: Line, amount: Amount) -> bool:
    """就80吧, 你给一百, 5份495呢: in Chinese a figure without its measure word is money."""
    before, after = line.mark(amount.first - 1), line.mark(amount.last)
    if line.is_chinese(amount.last) and after in _SETTLING:
        return before is not Mark.BUY
    is_behind_chinese = amount.first > 0 and line.is_chinese(amount.first - 1)
    is_led = before in _LEADING or line.follows_count(amount)
    return is_behind_chinese and is_led and after in _FRAME_ENDS


def _is_total(line: Line, amount: Amount, known: list[Decimal]) -> bool:
    """The 6250 of 500个6250, when a price of one is known that it may be the total of."""
    counted = next((a for a in line.amounts if a.role is Role.COUNT and a.last == amount.first), None)
    value = counted.figure.value if counted and not counted.figure.flaw else 0
    return bool(value) and is_near(amount.figure.value / value, known)


def _can_be_price(line: Line, amount: Amount) -> bool:
    """Number words below twenty and figures behind an unknown word are no prices."""
    if amount.figure.flaw is Flaw.NOT_A_NUMBER or is_small_word(amount):
        return False
    if amount.figure.text in ("一", "两", "半") or amount.figure.value in line.counts:
        return False
    before, after = line.mark(amount.first - 1), line.mark(amount.last)
    return Mark.WORD not in (before, after) or before in _INTRODUCING


def is_small_word(amount: Amount) -> bool:
    """The one of "get one" and the two of "the two of us" count nothing that is traded."""
    return (
        amount.figure.text[:1].isascii()
        and amount.figure.text[:1].isalpha()
        and amount.figure.value < _SMALL_WORDS
        and amount.figure.flaw is None
    )


def _repeats(amount: Amount, context: Context) -> int:
    """A sum that only repeats the list price is rather spoken of than proposed."""
    return 2 if amount.figure.value == context.listed else 0


def currency_of(amount: Amount, context: Context) -> str:
    """The ISO code said; a sign that several currencies share is the product's own if it may be."""
    if amount.currency is None:
        return context.currency
    code = amount.currency.code
    own = (
        context.currency
        if amount.currency.is_sign and context.currency in _SHARED_SIGNS.get(code, ())
        else code
    )
    return own if own in EXPONENTS else context.currency


def choose(line: Line, found: list[Candidate], context: Context) -> tuple[Candidate | None, list[Candidate]]:
    """The firmest candidate, and those that are as firm, or its alternatives, and say something else.

    A sum spoken of is the price when it is the only one: "I am asking 150".
    """
    if len({candidate.amount.figure.value for candidate in found}) > 1:
        found = [c._replace(firmness=c.firmness - _repeats(c.amount, context)) for c in found]
        found = [candidate for candidate in found if candidate.firmness >= 0]
    firm = [candidate for candidate in found if candidate.firmness >= _SPOKEN_OF]
    if not firm:
        return None, []
    best = _best(line, firm)
    others = [c for c in firm if c.amount.figure.value != best.amount.figure.value]
    return best, [
        c
        for c in others
        if (c.firmness == best.firmness and not _gives_way(line, c, best)) or _are_alternatives(line, best, c)
    ]


def _best(line: Line, firm: list[Candidate]) -> Candidate:
    """The firmest; of equals the first, unless a later one overrides it."""
    best = max(firm, key=lambda candidate: candidate.firmness)
    equals = [candidate for candidate in firm if candidate.firmness == best.firmness]
    return next((c for c in reversed(equals) if _gives_way(line, best, c)), best)


def _gives_way(line: Line, one: Candidate, other: Candidate) -> bool:
    """I looked to spend 140 but how is 215: what follows the but counts."""
    between = range(one.amount.last, other.amount.first)
    return any(line.mark(place) is Mark.BUT for place in between)


def _are_alternatives(line: Line, one: Candidate, other: Candidate) -> bool:
    """30 if you collect it, or 35 delivered: both put forward in one sentence."""
    first, second = sorted((one.amount, other.amount), key=lambda amount: amount.first)
    if line.mark(first.last) is Mark.OR and second.first == first.last + 1:
        return True
    if other.firmness <= 0 or line.sentence(first.first) != line.sentence(second.first):
        return False
    return any(line.mark(place) is Mark.OR for place in range(first.last, second.first))
