"""Who pays the freight, and the trade term with its place: 包邮, freight collect, FOB Ningbo."""

from itertools import chain
from typing import Final

from domain.people import Side
from domain.terms import MAX_PLACE_LENGTH, TermsDraft, TradeTerm
from language.doubt import SeveralValues, Term
from language.line import Line
from language.mark import Mark, Payer
from language.settled import Settled

_CARRYING: Final = frozenset({"freight", "shipping", "postage"})
"""Words that speak of its cost only beside the one who pays."""

_REACH: Final = 4
"""Words back from the one who pays: freight is at your expense."""

_NAMED: Final = {Payer.BUYER: Side.BUYER, Payer.SELLER: Side.SELLER}


def settle_freight(settled: Settled) -> None:
    """The payer when all words agree on one; "we pay" says nothing while the writer's side is unknown."""
    payers: dict[Side, None] = {}
    for place, token in enumerate(settled.line.tokens):
        side = _side(settled, token.value) if isinstance(token.value, Payer) else None
        if side is None or not _is_of_freight(settled.line, place):
            continue
        settled.used[place] = True
        payers[side] = None
    if len(payers) > 1:
        settled.doubt(SeveralValues(Term.FREIGHT, tuple(map(str, payers))))
    elif payers:
        _use_freight(settled)
        settled.state(TermsDraft(freight_payer=next(iter(payers))))


def _is_of_freight(line: Line, place: int) -> bool:
    """买家付 speaks of the freight only beside 运费, and 包邮吗 asks."""
    if line.mark(place) is Mark.FREIGHT_BY:
        return line.clause(place).marks != {Mark.FREIGHT_BY, Mark.QUESTION}
    clause = line.clause(place)
    near = range(max(clause.first, place - _REACH), place)
    return Mark.FREIGHT in clause.marks or any(
        line.words_of(range(each, each + 1)).lower() in _CARRYING for each in near
    )


def _use_freight(settled: Settled) -> None:
    for place, token in enumerate(settled.line.tokens):
        if token.mark is Mark.FREIGHT:
            settled.used[place] = True


def _side(settled: Settled, payer: Payer) -> Side | None:
    writer = settled.context.side
    if payer in _NAMED:
        return _NAMED[payer]
    if writer is None:
        return None
    return writer if payer is Payer.ME else writer.other


def settle_trade_term(settled: Settled) -> None:
    """The trade term when one is named, with its place when one is."""
    tokens, places = settled.line.tokens, settled.line.trade_places
    terms = tuple(dict.fromkeys(str(tokens[term].value) for term in places))
    for term in places:
        settled.used[term] = True
    if len(terms) > 1:
        settled.doubt(SeveralValues(Term.TRADE_TERM, terms))
    elif terms:
        settled.state(TermsDraft(trade_term=TradeTerm(terms[0]), trade_place=_place(settled)))


def _place(settled: Settled) -> str:
    """The words of the place, used up; empty when none is named, or two."""
    line = settled.line
    named = [found for found in line.trade_places.values() if found]
    words = {line.words_of(found) for found in named}
    if len(words) != 1:
        return ""
    for place in chain.from_iterable(named):
        settled.used[place] = True
    return words.pop()[:MAX_PLACE_LENGTH]
