"""Freight by sea, air, rail and express side by side, with what each costs, takes and assumes."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.freight.rate import Basis
from domain.quantity import Quantity, Unit
from domain.terms import Shipping
from services.freight_case import FreightCase
from services.freighting import Assumption, Option
from views.freight_buttons import freight_buttons
from views.freight_figures import WAYS, figure_lines
from views.markup import Html, bold, escape, italic, lines, paragraphs
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Screen
from views.terms import labelled
from views.titles import title
from views.units import per_unit, quantity, unit_word

_CHARGED: Final[Mapping[Basis, Callable[[Reader, str], Html]]] = {
    Basis.KILOGRAM: lambda reader, amount: reader.say("charged as {amount} kg", amount=amount),
    Basis.CUBIC_METRE: lambda reader, amount: reader.say("charged as {amount} CBM", amount=amount),
}
_ASSUMED: Final[Mapping[Assumption, Callable[[Reader, str], Html]]] = {
    Assumption.AS_LISTED: lambda reader, unit: reader.say(
        "Weight and size are those listed for one {unit}, without outer packing.", unit=unit
    ),
    Assumption.AS_STATED: lambda reader, unit: reader.say("Weight and size are as you wrote them."),
    Assumption.NO_SIZE: lambda reader, unit: reader.say(
        "The size is not known, so only the weight is charged; bulky goods cost more."
    ),
    Assumption.NO_WEIGHT: lambda reader, unit: reader.say(
        "The weight is not known, so only the volume is charged; heavy goods cost more."
    ),
    Assumption.FULL_CONTAINER: lambda reader, unit: reader.say(
        "For this much, a container of your own may be cheaper: ask the seller."
    ),
    Assumption.EXAMPLE_RATES: lambda reader, unit: reader.say(
        "⚠️ These are example rates, no forwarder's offer."
    ),
}


def freight(reader: Reader, case: FreightCase, search: str = "", problem: Html | str = "") -> Screen:
    """The ways to ship this quantity; `problem` tells what was wrong with what was typed."""
    text = paragraphs(
        lines(bold(reader.say("🚚 Freight")), title(reader, case.product)),
        _shipment(reader, case),
        problem,
        _ways(reader, case) or _nothing(reader, case),
        _small_print(reader, case),
        italic(_how(reader, case)),
    )
    card = belongs_to(case.negotiation) if case.negotiation and not case.wanted.draft else None
    return Screen(text, freight_buttons(reader, case, search), card=card)


def _shipment(reader: Reader, case: FreightCase) -> Html:
    load, unit = case.estimate.load, case.product.unit
    count = bold(quantity(reader, Quantity(case.count, unit)))
    facts = (
        reader.say("{weight} kg", weight=reader.measure(load.kg)) if load.kg is not None else "",
        reader.say("{volume} CBM", volume=reader.measure(load.cbm)) if load.cbm is not None else "",
        quantity(reader, Quantity(load.cartons, Unit.CARTON)) if load.cartons else "",
    )
    return lines(_where(reader, case, count), _dotted(*facts))


def _where(reader: Reader, case: FreightCase, count: Html) -> Html:
    if case.country:
        return reader.say("{quantity} to {country}", quantity=count, country=reader.country(case.country))
    return reader.say("{quantity}; the buyer has not chosen a country yet", quantity=count)


def _ways(reader: Reader, case: FreightCase) -> Html:
    known = case.estimate.options
    if not known:
        return Html()
    without = [way for way in Shipping if case.estimate.by(way) is None]
    missing = ", ".join(WAYS[way](reader) for way in without)
    return paragraphs(
        *(_way(reader, case, option) for option in known),
        reader.say("No rate: {ways}", ways=missing) if missing else "",
    )


def _way(reader: Reader, case: FreightCase, option: Option) -> Html:
    each = option.each_roughly
    share = per_unit(reader, each, case.product.unit) if each else ""
    head = labelled(reader, WAYS[option.method](reader), bold(reader.money(option.cost)))
    return lines(head, _dotted(share, *_facts(reader, option)))


def _dotted(*parts: str) -> Html:
    return Html(" · ".join(escape(part) for part in parts if part))


def _facts(reader: Reader, option: Option) -> tuple[str, ...]:
    """Days and what is charged; of the seller's own figure, that it is his."""
    if option.rate is None or option.days is None or option.charged is None:
        return (reader.word("the seller's figure"),)
    least, most = option.days
    amount = reader.measure(option.charged)
    days = reader.word("{least}–{most} days", least=least, most=most)
    return days, _CHARGED[option.rate.basis](reader, amount)


def _nothing(reader: Reader, case: FreightCase) -> Html:
    """Why there is no estimate, and what to do."""
    if not case.country:
        return Html()
    if case.estimate.load.is_known:
        country = reader.country(case.country)
        return reader.say("There are no rates to {country} yet. Please ask the seller.", country=country)
    unit = unit_word(reader, case.product.unit)
    return reader.say(
        "The listing states neither weight nor size, so I cannot estimate."
        " Please write those of one {unit}, such as <code>0.35 kg, 30x20x10 cm</code>.",
        unit=unit,
    )


def _small_print(reader: Reader, case: FreightCase) -> Html:
    unit = unit_word(reader, case.product.unit)
    assumed = [_ASSUMED[each](reader, unit) for each in case.estimate.assumptions]
    plain = reader.say("Estimates leave out duty, tax and insurance.") if assumed else ""
    others = figure_lines(reader, case.estimate.other_figures, case.product.unit)
    return paragraphs(others, lines(*assumed, _sources(reader, case), plain))


def _sources(reader: Reader, case: FreightCase) -> Html:
    """Whose rates they are, each source once, and until when they all hold."""
    rates = [option.rate for option in case.estimate.options if option.rate and not option.rate.is_example]
    if not rates:
        return Html()
    sources = ", ".join(dict.fromkeys(rate.source for rate in rates))
    until = reader.day(min(rate.valid_until for rate in rates))
    return reader.say("Rates: {sources}, valid until {day}.", sources=sources, day=until)


def _how(reader: Reader, case: FreightCase) -> Html:
    if case.may_state:
        return reader.say(
            "Write what freight costs in {currency}, such as <code>sea 2300</code>."
            " It replaces the estimate, and the buyer hears of it.",
            currency=case.currency,
        )
    return reader.say(
        "You may also write another quantity, a country, a weight or a size,"
        " such as <code>1000</code> or <code>0.35 kg, 30x20x10 cm</code>."
    )
