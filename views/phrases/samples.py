"""Words of the phrases about samples."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

SAMPLES: Final[Mapping[str, Wording]] = {
    "sample_first": lambda reader, values: reader.word("Could I have a sample first?"),
    "sample_cost": lambda reader, values: reader.word("What do the sample and its shipping cost?"),
    "sample_refund": lambda reader, values: reader.word("Will the sample fee be refunded when I order?"),
    "sample_when": lambda reader, values: reader.word("When can you send the sample?"),
    "sample_fee": lambda reader, values: reader.word(
        "The sample costs {money}; we refund it with an order from {quantity} on.", **values
    ),
    "sample_within": lambda reader, values: reader.word("The sample can leave within {days}.", **values),
    "sample_free": lambda reader, values: reader.word("The sample is free; you only pay for the shipping."),
    "sample_sent": lambda reader, values: reader.word("Your sample was sent on {date}.", **values),
}
