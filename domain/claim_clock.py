"""The clocks of a claim: how long each status may last, and when its end is warned of."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from domain.lifecycle import ClaimStatus, Deed
from domain.settlement import Remedy

_S: Final = ClaimStatus

TALK_TIME: Final = timedelta(days=7)
"""From the day of the claim; what is not agreed by then goes to the operator."""
TALK_BEFORE: Final = timedelta(days=3)
"""So long the sides talk before either may call the operator in."""
PAYING_TIME: Final = timedelta(days=7)
REPLACING_TIME: Final = timedelta(days=14)
SENDING_BACK_TIME: Final = timedelta(days=10)
TRAVEL_TIME: Final = timedelta(days=30)
"""Goods on their way back count as received after it."""
REPLACEMENT_TRAVEL: Final = timedelta(days=45)
DECISION_TIME: Final = timedelta(days=3)
REMINDER_TIME: Final = timedelta(days=7)
WARNING: Final = timedelta(hours=24)

BY_THE_CLOCK: Final[Mapping[ClaimStatus, Deed]] = {
    _S.AWAITING_SELLER: Deed.ESCALATE,
    _S.AWAITING_BUYER: Deed.ESCALATE,
    _S.AGREED: Deed.REMIND,
    _S.DECIDED: Deed.REMIND,
    _S.ESCALATED: Deed.REMIND,
    _S.AWAITING_RETURN: Deed.EXPIRE,
    _S.AWAITING_RECEIPT: Deed.TAKE_BACK,
    _S.AWAITING_REPLACEMENT: Deed.RECEIVE,
}
"""What happens when the time of a status is up."""

_TIMES: Final[Mapping[ClaimStatus, timedelta]] = {
    _S.AGREED: PAYING_TIME,
    _S.DECIDED: PAYING_TIME,
    _S.ESCALATED: DECISION_TIME,
    _S.AWAITING_RETURN: SENDING_BACK_TIME,
    _S.AWAITING_RECEIPT: TRAVEL_TIME,
    _S.AWAITING_REPLACEMENT: REPLACEMENT_TRAVEL,
}


def time_of(status: ClaimStatus, remedy: Remedy) -> timedelta:
    """How long a status lasts at most that is entered now; nothing for an end."""
    if status in (_S.AGREED, _S.DECIDED) and remedy is Remedy.REPLACEMENT:
        return REPLACING_TIME
    return _TIMES.get(status, timedelta(0))
