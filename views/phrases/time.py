"""Words of the phrases about time."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

TIME: Final[Mapping[str, Wording]] = {
    "ship_within": lambda reader, values: reader.word("Can you ship within {days}?", **values),
    "lead_time_for": lambda reader, values: reader.word(
        "How long is the lead time for {quantity}?", **values
    ),
    "need_by": lambda reader, values: reader.word("I need the goods by {date}. Can you make it?", **values),
    "holidays_delay": lambda reader, values: reader.word("Will your holidays delay the order?"),
    "takes_days": lambda reader, values: reader.word("Production takes {days} after the deposit.", **values),
    "ready_by": lambda reader, values: reader.word("The goods can be ready by {date}.", **values),
    "need_more": lambda reader, values: reader.word("I am sorry, I need {days} more.", **values),
    "closed_until": lambda reader, values: reader.word(
        "We are closed for the holidays until {date} and will answer after that.", **values
    ),
    "leaves_in": lambda reader, values: reader.word("It is in stock and can leave within {days}.", **values),
}
