"""A supplier's figures in words: its rating, how often it ships in time, and how often buyers claim."""

from decimal import Decimal

from domain.catalogue import Supplier
from views.markup import Html, lines
from views.reader import Reader


def rating(reader: Reader, supplier: Supplier) -> str:
    """The mean of the stars and how many gave them, e.g. "4.8 (12 reviews)"; empty without a review."""
    tenths = supplier.figures.rating_tenths
    if tenths is None:
        return ""
    mean = Decimal(tenths).scaleb(-1)
    return reader.say_many(
        "{mean} ({count} review)", "{mean} ({count} reviews)", supplier.figures.reviews, mean=f"{mean:.1f}"
    )


def on_time(reader: Reader, supplier: Supplier) -> str:
    """How many of its orders left by the promised day, e.g. "96%"; empty while too few have shown it."""
    percent = supplier.figures.on_time_percent
    return "" if percent is None else reader.percent(percent)


def claim_rate(reader: Reader, supplier: Supplier) -> str:
    """For how many of its orders buyers claim compensation, e.g. "4%"; empty while too few have shown it."""
    percent = supplier.figures.claim_percent
    return "" if percent is None else reader.percent(percent)


def punctual(reader: Reader, supplier: Supplier) -> Html:
    """How often it ships in time and is claimed from; both are known, or neither."""
    percent, claims = on_time(reader, supplier), claim_rate(reader, supplier)
    if not percent:
        return Html()
    return lines(
        reader.say("🚚 Shipped in time: {percent} of orders", percent=percent),
        reader.say("🕰 Claimed for being late: {percent} of orders", percent=claims),
    )
