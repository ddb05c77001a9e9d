"""Why not the cheapest, in a line: what speaks against it, who does better, and what that costs."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Final

from domain.catalogue import Qualification
from services.comparing.measures import Measure
from services.comparing.quote import Quote
from services.comparing.why_not import WhyNot
from views.comparison_words import LABELS, said
from views.fitting import shortened
from views.markup import Html
from views.reader import Reader
from views.titles import supplier_name

_MOST_REASONS: Final = 3
_NAME_LENGTH: Final = 40

_STANDING: Final[Mapping[Qualification, Callable[[Reader], str]]] = {
    Qualification.VERIFIED_FACTORY: lambda reader: reader.word("it is a verified factory"),
    Qualification.TRUSTPASS: lambda reader: reader.word("it has TrustPass"),
    Qualification.UNVERIFIED: lambda reader: reader.word("it is unverified"),
}
_IS: Final[Mapping[Measure, Callable[[Reader, Quote], str]]] = {
    Measure.LEAD_TIME: lambda reader, quote: reader.word(
        "it takes {days}", days=said(reader, quote, Measure.LEAD_TIME)
    ),
    Measure.QUALIFICATION: lambda reader, quote: _STANDING[quote.supplier.qualification](reader),
    Measure.LANDED: lambda reader, quote: reader.word(
        "it costs {price} on arrival", price=said(reader, quote, Measure.LANDED)
    ),
    Measure.PAYMENT: lambda reader, quote: reader.word(
        "it wants {payment}", payment=said(reader, quote, Measure.PAYMENT)
    ),
    Measure.RESPONSE: lambda reader, quote: reader.word(
        "it answers in {time}", time=said(reader, quote, Measure.RESPONSE)
    ),
}


def why_not(reader: Reader, found: WhyNot) -> Html:
    """The cheapest and what it lacks, then the better one and its extra price, where there is one."""
    cheapest = found.cheapest
    named = {"supplier": _name(reader, cheapest), "price": reader.price(cheapest.terms.unit_price)}
    if found.other is None and not found.better:
        return reader.say(
            "💡 Cheapest: <b>{supplier}</b> at {price}, and nobody is better in what counts most.", **named
        )
    if found.other is None:
        return reader.say(
            "💡 Cheapest: <b>{supplier}</b> at {price}. Others are better in: {beaten}.",
            **named,
            beaten=_joined(reader, [LABELS[measure](reader) for measure in found.better]),
        )
    return reader.say(
        "💡 Cheapest: <b>{supplier}</b> at {price}, but {against}. <b>{other}</b> {more}: {reasons}.",
        **named,
        against=_reasons(reader, found, cheapest),
        other=_name(reader, found.other),
        more=_more(reader, found.percent_more),
        reasons=_reasons(reader, found, found.other),
    )


def _reasons(reader: Reader, found: WhyNot, quote: Quote) -> str:
    return _joined(reader, [_IS[measure](reader, quote) for measure in found.better[:_MOST_REASONS]])


def _joined(reader: Reader, parts: Sequence[str]) -> str:
    return reduce(lambda one, two: reader.word("{one}, {two}", one=one, two=two), parts)


def _more(reader: Reader, percent: int) -> str:
    if percent:
        return reader.word("costs {percent} more", percent=reader.percent(percent))
    return reader.word("costs about the same")


def _name(reader: Reader, quote: Quote) -> str:
    return shortened(supplier_name(reader, quote.supplier), _NAME_LENGTH)
