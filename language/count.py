"""How many, and the least that is sold: quantity and MOQ of a line."""

from decimal import Decimal
from typing import Final

from domain.quantity import Quantity, Unit
from domain.terms import TermsDraft
from language.amount import Amount, Role
from language.doubt import Term, WhichTerm
from language.line import SKIPPED, Line
from language.mark import Mark
from language.meanings import Meaning
from language.number import bounded
from language.packs import pack_size
from language.price import is_near
from language.settled import Settled

_MEASURED: Final = frozenset({Unit.METRE, Unit.KILOGRAM, Unit.TONNE})
"""Units that also give a size or weight; they count only for goods sold by them."""

_DOZEN: Final = 12
_MANY_TIMES: Final = 20
_TRADED: Final = frozenset({Mark.BUY, Mark.PROPOSE})
_FEWEST_LISTED: Final = 10
_JOINTS: Final = frozenset({Mark.COMMA, Mark.OR, Mark.SLASH})
_AND: Final = frozenset({"and", "和", "及", "跟"})
_ARTICLES: Final = frozenset({"一", "one"})
_OVER_BUYING: Final = SKIPPED | {Mark.COMMA, Mark.PROPOSE}


def settle_quantity(settled: Settled) -> None:
    """Quantity from counted units, or from a bare number after a word of buying."""
    counts = [amount for amount in settled.of(Meaning.QUANTITY) if _counts(settled, amount)]
    listed = [each for amount in counts for each in _listed_before(settled, amount)]
    settled.doubts = [each for each in settled.doubts if each not in _doubts_of(listed)]
    counts = [*listed, *counts]
    settled.quantity = _unpacked(settled, _quantity(settled, Term.QUANTITY, counts or _bare_counts(settled)))


def _unpacked(settled: Settled, quantity: Quantity | None) -> Quantity | None:
    """10 cartons with 24 pieces each are 240 pieces, where pieces are sold."""
    own = settled.context.unit
    pack = pack_size(settled.line, quantity.unit) if quantity and own is Unit.PIECE else None
    if quantity is None or pack is None:
        return quantity
    for place in pack[1]:
        settled.used[place] = True
    count = quantity.count * pack[0]
    doubt = bounded(Decimal(count), Term.QUANTITY)
    if doubt:
        settled.doubt(doubt)
    return None if doubt else Quantity(count, own)


def settle_minimum(settled: Settled) -> None:
    """The MOQ named in the line."""
    settled.minimum = _quantity(settled, Term.MINIMUM, settled.of(Meaning.MINIMUM))
    moq = _in_own_unit(settled, settled.minimum)
    if moq is not None:
        settled.state(TermsDraft(moq=moq))


def _in_own_unit(settled: Settled, minimum: Quantity | None) -> int | None:
    """The MOQ in the product's own unit; None for another unit, a dozen of pieces apart."""
    if minimum is None or minimum.unit is settled.context.unit:
        return minimum.count if minimum else None
    if minimum.unit is Unit.DOZEN and settled.context.unit is Unit.PIECE:
        return minimum.count * _DOZEN
    for amount in settled.of(Meaning.MINIMUM):
        settled.leave(amount)
    return None


def _quantity(settled: Settled, term: Term, amounts: list[Amount]) -> Quantity | None:
    amount = settled.one(term, amounts)
    if amount is None:
        return None
    return Quantity(int(amount.figure.value), settled.context.unit_named(amount.unit))


def _counts(settled: Settled, amount: Amount) -> bool:
    """一个 is mostly an article, and 20 kg mostly a weight."""
    is_bought = settled.line.before(amount) in _TRADED
    if amount.unit in _MEASURED:
        return is_bought or amount.unit is settled.context.unit
    return is_bought or amount.figure.text not in _ARTICLES


def _bare_counts(settled: Settled) -> list[Amount]:
    return [
        amount
        for amount, meaning in settled.meanings.items()
        if meaning is Meaning.BARE and amount.role is Role.BARE and _is_bought(settled.line, amount, settled)
    ]


def _doubts_of(listed: list[Amount]) -> list[WhichTerm]:
    return [WhichTerm(amount.figure.value) for amount in listed]


def _listed_before(settled: Settled, count: Amount) -> list[Amount]:
    """The 1000 and the 3000 of "1000, 3000 and 5000 pcs"."""
    line, found, first = settled.line, list[Amount](), count.first
    joints = set[Mark]()
    for amount in reversed([a for a in settled.of(Meaning.BARE) if a.last < count.first]):
        between = range(amount.last, first)
        if not all(_is_joint(line, place) for place in between) or amount.figure.value < _FEWEST_LISTED:
            break
        joints |= {line.mark(place) for place in between}
        found.insert(0, amount._replace(unit=count.unit))
        first = amount.first
    return found if joints - {Mark.COMMA} or len(found) > 1 else []


def _is_joint(line: Line, place: int) -> bool:
    return line.mark(place) in _JOINTS or line.words_of(range(place, place + 1)).lower() in _AND


def _is_bought(line: Line, amount: Amount, settled: Settled) -> bool:
    """qty 500, 500 @ 12.5, or "if you take 2k" beside a price of quite another size."""
    value, price = amount.figure.value, settled.price
    if amount.figure.flaw or value < 2 or (price is not None and is_near(value, [price.amount])):
        return False
    if line.mark(amount.last) is Mark.WORD and not _is_plural(line, amount.last):
        return False
    if line.before(amount, _OVER_BUYING) is Mark.BUY:
        return True
    if price is not None and line.mark(amount.first - 1) is Mark.FOR and value >= _MANY_TIMES * price.amount:
        return True
    is_beside = line.mark(amount.first - 1) is Mark.PROPOSE or line.mark(amount.last) in (Mark.AT, Mark.TIMES)
    return price is not None and is_beside


def _is_plural(line: Line, place: int) -> bool:
    word = str(line.tokens[place].value)
    return word.endswith("s") and not word.endswith("ss")
