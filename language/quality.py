"""The quality that is asked for: same as the sample, or an AQL of ISO 2859-1."""

from decimal import Decimal
from typing import Final

from domain.terms import QualityStandard, TermsDraft
from language.doubt import SeveralValues, Term
from language.figure import Figure
from language.mark import Mark
from language.settled import Settled

_LEVELS: Final = {
    Decimal("1"): QualityStandard.AQL_1_0,
    Decimal("2.5"): QualityStandard.AQL_2_5,
    Decimal("4"): QualityStandard.AQL_4_0,
}
_BOTH: Final = 2
_BETWEEN: Final = frozenset({Mark.SLASH, Mark.OR, Mark.COLON, Mark.IS, Mark.DASH})


def settle_quality(settled: Settled) -> None:
    """The standard when one is named, or an AQL beside the sample; an unknown AQL stays in the rest."""
    line, found = settled.line, dict[QualityStandard, None]()
    for place, token in enumerate(line.tokens):
        if token.mark is Mark.AQL:
            found |= dict.fromkeys(_levels(settled, place))
        elif token.mark is Mark.QUALITY and isinstance(token.value, QualityStandard):
            settled.used[place] = True
            found[token.value] = None
    if len(found) == _BOTH and QualityStandard.AS_SAMPLE in found:
        limit = next(each for each in found if each is not QualityStandard.AS_SAMPLE)
        settled.state(TermsDraft(quality=limit, quality_note=_sample_words(settled)))
    elif len(found) > 1:
        settled.doubt(SeveralValues(Term.QUALITY, tuple(map(str, found))))
    elif found:
        settled.state(TermsDraft(quality=next(iter(found))))


def _sample_words(settled: Settled) -> str:
    """An inspection limit beside "same as the sample": the sample goes into the note."""
    tokens = settled.line.tokens
    token = next(each for each in tokens if each.value is QualityStandard.AS_SAMPLE)
    return settled.line.text[token.start : token.end]


def _levels(settled: Settled, aql: int) -> list[QualityStandard]:
    """AQL 2.5, AQL: 2.5, AQL 2.5/4.0."""
    found, place = list[QualityStandard](), aql + 1
    while settled.line.mark(place) in _BETWEEN or settled.line.mark(place) is Mark.NUMBER:
        value = settled.line.tokens[place].value
        level = _LEVELS.get(value.value) if isinstance(value, Figure) and not value.flaw else None
        if level:
            found.append(level)
            settled.used[aql] = settled.used[place] = True
        place += 1
    return found
