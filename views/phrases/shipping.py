"""Words of the phrases about shipping."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

SHIPPING: Final[Mapping[str, Wording]] = {
    "freight_to": lambda reader, values: reader.word("What would the freight to {port} cost?", **values),
    "quote_term": lambda reader, values: reader.word("Can you quote {term} {port}?", **values),
    "days_by_sea": lambda reader, values: reader.word(
        "How many days does it take by sea to {port}?", **values
    ),
    "to_forwarder": lambda reader, values: reader.word(
        "Can you deliver to my forwarder in {port}?", **values
    ),
    "carton_facts": lambda reader, values: reader.word(
        "Please tell me the carton size, the weight and the volume."
    ),
    "freight_is": lambda reader, values: reader.word(
        "The freight to {port} comes to about {money}.", **values
    ),
    "term_included": lambda reader, values: reader.word("The price is {term} {port}.", **values),
    "leaves_port": lambda reader, values: reader.word("The goods leave {port} on {date}.", **values),
    "your_forwarder": lambda reader, values: reader.word("Please give me the details of your forwarder."),
}
