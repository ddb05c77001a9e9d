"""What a sample costs and on which terms it is given, in words."""

from domain.money import Money
from domain.quantity import Quantity, Unit
from domain.sample_policy import SamplePolicy
from domain.sample_request import Sampled
from views.markup import Html, bold, lines
from views.reader import Reader
from views.terms import labelled
from views.units import quantity


def amount(reader: Reader, money: Money) -> str:
    """An amount, or that there is none to pay."""
    return reader.money(money) if money.minor else reader.word("free of charge")


def costs(reader: Reader, asked: Sampled, count: int, unit: Unit) -> Html:
    """Price, freight and days of so many pieces, and what they come to."""
    total = asked.terms(count, unit).total()
    pieces = quantity(reader, Quantity(count, unit))
    return lines(
        each(reader, asked),
        labelled(
            reader,
            reader.word("Total"),
            bold(reader.word("{total} for {pieces}", total=reader.money(total), pieces=pieces)),
        ),
    )


def each(reader: Reader, asked: Sampled) -> Html:
    """Price of one piece, freight, days and refund."""
    return lines(
        labelled(reader, reader.word("Sample, each"), amount(reader, asked.price)),
        labelled(reader, reader.word("Freight charge"), amount(reader, asked.freight)),
        labelled(reader, reader.word("Lead time"), reader.days(asked.days)) if asked.days else "",
        reader.say("↩️ The sample's price is refunded with a bulk order.") if asked.is_refundable else "",
    )


def policy_lines(reader: Reader, policy: SamplePolicy) -> Html:
    """What is said of samples so far; what is open is named as asked from case to case."""
    if policy.is_refused:
        return reader.say("🚫 No samples are given.")
    return said_lines(reader, policy, reader.word("you are asked each time"))


def said_lines(reader: Reader, policy: SamplePolicy, unsaid: str = "") -> Html:
    """Price, freight, days and refund as far as they are said; `unsaid` stands for an open amount."""
    price, freight = (amount(reader, m) if m else unsaid for m in (policy.price, policy.freight))
    return lines(
        labelled(reader, reader.word("Sample, each"), price) if price else "",
        labelled(reader, reader.word("Freight charge"), freight) if freight else "",
        labelled(reader, reader.word("Lead time"), reader.days(policy.days)) if policy.days else "",
        reader.say("↩️ The sample's price is refunded with a bulk order.") if policy.is_refundable else "",
    )
