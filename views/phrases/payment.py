"""Words of the phrases about payment."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

PAYMENT: Final[Mapping[str, Wording]] = {
    "deposit_of": lambda reader, values: reader.word("Would a deposit of {percent} be all right?", **values),
    "balance_after_report": lambda reader, values: reader.word(
        "May I pay the balance after the inspection report?"
    ),
    "proforma": lambda reader, values: reader.word("Please send me a proforma invoice."),
    "deposit_paid": lambda reader, values: reader.word("I have paid the deposit. Please check."),
    "start_after": lambda reader, values: reader.word(
        "We start production after a deposit of {percent}.", **values
    ),
    "balance_before": lambda reader, values: reader.word("Please pay the balance before we ship."),
    "not_received": lambda reader, values: reader.word(
        "The payment has not arrived yet. Could you check, please?"
    ),
    "bank_charges": lambda reader, values: reader.word("Please bear the bank charges on your side."),
}
