"""How long an offer stands: valid 7 days, 报价一周内有效."""

from domain.terms import TermsDraft
from language.doubt import Term
from language.meanings import Meaning
from language.settled import Settled


def settle_validity(settled: Settled) -> None:
    """Days as said, or up to the day named."""
    amount = settled.one(Term.VALIDITY, settled.of(Meaning.VALIDITY))
    if amount is not None:
        settled.state(TermsDraft(valid_days=int(amount.figure.value)))
