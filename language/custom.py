"""Customization of a line: what is made differently, in which words, and its fee."""

from decimal import Decimal
from typing import Final

from domain.money import Fee
from domain.refusal import Refusal
from domain.terms import MAX_NOTE_LENGTH, Custom, FeeBasis, TermsDraft
from language.amount import Amount
from language.doubt import FeeForWhat, Term
from language.fees import fee_word
from language.line import Line, Span
from language.mark import Mark
from language.meanings import Meaning
from language.price import currency_of
from language.settled import Settled

_FREE: Final = frozenset({Mark.FREE, Mark.INCLUDED})
_WORDS: Final = frozenset({Mark.WORD, Mark.MODEL, Mark.MEASURE, Mark.SIDE_COST})
_TELLING: Final = _WORDS | {Mark.CUSTOM}


def settle_custom(settled: Settled) -> None:
    """What is customized; the words around it are kept word for word as its note."""
    line, notes, found = settled.line, list[str](), set[Custom]()
    for clause in line.clauses:
        places = [place for place in range(clause.first, clause.last) if line.mark(place) is Mark.CUSTOM]
        if not places or Mark.NOT in (line.mark(places[0] - 1), line.mark(places[0] - 2)):
            continue
        found |= {value for place in places if isinstance(value := line.tokens[place].value, Custom)}
        if note := _note(settled, clause):
            notes.append(note)
    if found:
        note = ", ".join(notes)[:MAX_NOTE_LENGTH]
        settled.state(TermsDraft(customization=frozenset(found), custom_note=note))


def _note(settled: Settled, clause: Span) -> str:
    """The stretch of a clause with its unknown words and what is customized; empty if nothing is unknown."""
    line = settled.line
    telling = [
        place
        for place in range(clause.first, clause.last)
        if not line.in_amount[place] and (line.mark(place) in _TELLING or _names_goods(line, place))
    ]
    for place in telling:
        settled.used[place] = True
    if not any(line.mark(place) in _WORDS for place in telling):
        return ""
    return line.text[line.tokens[telling[0]].start : line.tokens[telling[-1]].end]


def _names_goods(line: Line, place: int) -> bool:
    """The 盒 of 彩盒 is no unit."""
    return (
        line.mark(place) is Mark.UNIT
        and place > 0
        and line.mark(place - 1) is Mark.WORD
        and line.grown(place)
    )


def settle_fee(settled: Settled) -> None:
    """The fee with what it is charged for; included or free of charge it is nothing."""
    amount = settled.one(Term.FEE, settled.of(Meaning.FEE))
    if amount is not None:
        _state_fee(settled, amount)
    elif not settled.of(Meaning.FEE) and _is_free(settled):
        settled.state(TermsDraft(custom_fee=Fee(0, settled.currency or settled.context.currency)))


def _state_fee(settled: Settled, amount: Amount) -> None:
    currency = currency_of(amount, settled.context)
    if amount.currency is None and settled.currency:
        currency = settled.currency
    try:
        fee = Fee.of(Decimal(amount.figure.value), currency)
    except Refusal as refusal:
        settled.doubt(refusal)
        return
    basis = _basis(settled, amount)
    if basis is None:
        settled.doubt(FeeForWhat(fee.amount, currency))
    else:
        settled.state(TermsDraft(custom_fee=fee, custom_fee_basis=basis))


def _basis(settled: Settled, amount: Amount) -> FeeBasis | None:
    """As said; a mould is by its nature paid once."""
    line = settled.line
    clause, word = line.clause(amount.first), fee_word(line, amount)
    if not amount.has_unit and word is not None and line.tokens[word].value is FeeBasis.ONCE:
        return FeeBasis.ONCE
    if amount.has_unit or clause.marks & {Mark.PER, Mark.EACH}:
        return FeeBasis.PER_PIECE
    if clause.marks & {Mark.ONCE, Mark.TOTAL} or (
        line.mark(amount.last) is Mark.COMMA and line.mark(amount.last + 1) is Mark.ONCE
    ):
        return FeeBasis.ONCE
    values = (line.tokens[place].value for place in range(clause.first, clause.last))
    return next((value for value in values if isinstance(value, FeeBasis)), None)


def _speaks_of_custom(settled: Settled, clause: Span) -> bool:
    """In the clause itself, or in its sentence where the clause names nothing else: logo, no extra charge."""
    around = settled.line.sentence(clause.first).marks if not clause.marks & _WORDS else clause.marks
    return bool(around & {Mark.CUSTOM, Mark.FEE})


def _is_free(settled: Settled) -> bool:
    """Free logo printing, 免费印logo, 含印标费; free alone where the fee was asked for."""
    is_asked = settled.context.number_is_fee
    return any(
        clause.marks & _FREE
        and (is_asked or _speaks_of_custom(settled, clause))
        and Mark.NOT not in clause.marks
        for clause in settled.line.clauses
    )
