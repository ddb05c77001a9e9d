"""Lead time: days to dispatch."""

from decimal import ROUND_CEILING

from language.amount import Role
from language.doubt import Term, TwoReadings
from language.meaning import Meaning
from language.settled import Settled


def settle_lead_time(settled: Settled) -> None:
    """Days as said, weeks as seven and months as thirty days; working days have two readings."""
    amount = settled.one(Term.LEAD_TIME, settled.of(Meaning.LEAD_TIME))
    if amount is None:
        return
    days = amount.figure.value
    if amount.role is Role.WORKDAYS:
        calendar = (days * 7 / 5).to_integral_value(ROUND_CEILING)
        settled.doubt(TwoReadings(Term.LEAD_TIME, days, calendar))
        return
    settled.lead_time_days = int(days)
