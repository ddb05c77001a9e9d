"""Words of the phrases about the MOQ."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

MOQ: Final[Mapping[str, Wording]] = {
    "lower_moq": lambda reader, values: reader.word("Could the MOQ be {quantity}?", **values),
    "trial_order": lambda reader, values: reader.word(
        "Could I start with a trial order of {quantity}?", **values
    ),
    "may_i_mix": lambda reader, values: reader.word("May I mix colours and sizes to reach the MOQ?"),
    "in_stock": lambda reader, values: reader.word("Do you have {quantity} in stock?", **values),
    "our_moq": lambda reader, values: reader.word("Our MOQ is {quantity}.", **values),
    "trial_is_fine": lambda reader, values: reader.word(
        "For a trial order {quantity} would be fine.", **values
    ),
    "you_may_mix": lambda reader, values: reader.word("You may mix colours and sizes."),
    "small_price": lambda reader, values: reader.word(
        "For only {quantity} the price would be {price}.", **values
    ),
}
