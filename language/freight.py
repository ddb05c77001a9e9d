"""Who pays the freight, and the trade term with its place: 包邮, freight collect, FOB Ningbo."""

from typing import Final

from domain.people import Side
from domain.terms import MAX_PLACE_LENGTH, TermsDraft, TradeTerm
from language.doubt import SeveralValues, Term
from language.line import Line
from language.mark import Mark, Payer
from language.places import is_port
from language.settled import Settled

_NAMED: Final = {Payer.BUYER: Side.BUYER, Payer.SELLER: Side.SELLER}
_LONGEST_PLACE: Final = 4
"""Words of a place: Ho Chi Minh City."""


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
    """买家付 speaks of the freight only beside 运费."""
    return line.mark(place) is Mark.FREIGHT_BY or Mark.FREIGHT in line.clause(place).marks


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
    """The trade term when one is named, with the place that follows it, or in Chinese stands before it."""
    line = settled.line
    places = [place for place, token in enumerate(line.tokens) if token.mark is Mark.TRADE_TERM]
    terms = tuple(dict.fromkeys(str(line.tokens[place].value) for place in places))
    for place in places:
        settled.used[place] = True
    if len(terms) > 1:
        settled.doubt(SeveralValues(Term.TRADE_TERM, terms))
    elif terms:
        settled.state(TermsDraft(trade_term=TradeTerm(terms[0]), trade_place=_place(settled, places[0])))


def _place(settled: Settled, term: int) -> str:
    """The words of the place, used up; empty when none is named."""
    line = settled.line
    first = term + 1 + (line.mark(term + 1) in (Mark.TO, Mark.IS, Mark.COLON))
    found = _words_after(line, first) or _words_before(line, term)
    if not found:
        return ""
    for place in found:
        settled.used[place] = True
    return line.text[line.tokens[found[0]].start : line.tokens[found[-1]].end][:MAX_PLACE_LENGTH]


def _words_after(line: Line, first: int) -> range:
    """FOB Ningbo, FOB宁波; a word in small letters only when it is a port."""
    last = first
    is_chinese = line.is_chinese(first)
    while line.mark(last) is Mark.WORD and line.is_chinese(last) is is_chinese:
        if not is_chinese and (last - first == _LONGEST_PLACE or not _is_name(line, last)):
            break
        if is_chinese and last > first and not line.grown(last):
            break
        last += 1
    return range(first, last)


def _is_name(line: Line, place: int) -> bool:
    token = line.tokens[place]
    word = line.text[token.start : token.end]
    return word[:1].isupper() or is_port(word)


def _words_before(line: Line, term: int) -> range:
    """宁波FOB: the Chinese run that the term grows on."""
    first = term
    while (
        first > 0 and line.mark(first - 1) is Mark.WORD and line.is_chinese(first - 1) and line.grown(first)
    ):
        first -= 1
    return range(first, term)
