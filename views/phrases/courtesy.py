"""Words of the phrases of courtesy."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

COURTESY: Final[Mapping[str, Wording]] = {
    "hello": lambda reader, values: reader.word("Hello, nice to meet you."),
    "thanks": lambda reader, values: reader.word("Thank you for your quick reply."),
    "will_check": lambda reader, values: reader.word("I will check and come back to you today."),
    "long_term": lambda reader, values: reader.word("I hope we will work together for a long time."),
    "any_news": lambda reader, values: reader.word("Is there any news?"),
    "think_over": lambda reader, values: reader.word("Please give me {days} to think it over.", **values),
    "other_supplier": lambda reader, values: reader.word(
        "I chose another supplier this time. Thank you for your trouble."
    ),
    "thanks_interest": lambda reader, values: reader.word("Thank you for your interest in our products."),
    "busy_until": lambda reader, values: reader.word("We are fully booked until {date}.", **values),
}
