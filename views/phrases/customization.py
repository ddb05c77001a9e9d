"""Words of the phrases about customization."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

CUSTOMIZATION: Final[Mapping[str, Wording]] = {
    "print_logo": lambda reader, values: reader.word("Can you print our logo, and what does it cost?"),
    "own_colour": lambda reader, values: reader.word("Can you make it in our own colour?"),
    "own_packing": lambda reader, values: reader.word("From which quantity on can we have our own packing?"),
    "see_proof": lambda reader, values: reader.word("May I see a proof before you start?"),
    "logo_costs": lambda reader, values: reader.word("Printing the logo costs {price} extra.", **values),
    "setup_fee": lambda reader, values: reader.word("There is a one-off setup fee of {money}.", **values),
    "custom_from": lambda reader, values: reader.word("We customize from {quantity} on.", **values),
    "send_vector": lambda reader, values: reader.word("Please send the logo as a vector file (AI or PDF)."),
}
