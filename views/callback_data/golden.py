"""Buttons of a sample that arrived: to approve it, to want changes of it, or to look elsewhere."""

from aiogram.filters.callback_data import CallbackData

from domain.wanted_changes import Verdict


class ApproveSample(CallbackData, prefix="goldask"):
    """Begins to approve a sample; of an approved one opens the offer for the lot."""

    order_id: int


class SkipStandard(CallbackData, prefix="goldskip"):
    """No standard is written down beside the sample."""

    order_id: int


class KeepGolden(CallbackData, prefix="goldkeep"):
    """Approves the sample with what was gathered."""

    order_id: int
    bundle_id: int


class ShowGolden(CallbackData, prefix="golden"):
    """Shows the golden sample of a sample order."""

    order_id: int


class OtherThanSample(CallbackData, prefix="goldelse"):
    """Lists other suppliers than the one of a sample."""

    order_id: int


class WantChanges(CallbackData, prefix="wish"):
    """Begins a list of changes for a sample."""

    order_id: int


class NextWish(CallbackData, prefix="wishnext"):
    """The next change begins; what comes now belongs to it."""

    order_id: int


class DropWish(CallbackData, prefix="wishdrop"):
    """The last change of the list is taken out."""

    order_id: int


class SendWishes(CallbackData, prefix="wishsend"):
    """The list goes to the seller."""

    order_id: int


class LeaveWishes(CallbackData, prefix="wishleave"):
    """The list is given up."""

    order_id: int


class ShowChanges(CallbackData, prefix="changes"):
    """Shows a list of changes as it stands now; not `here` sends it below."""

    changes_id: int
    here: bool = True


class AnswerWish(CallbackData, prefix="wishsay"):
    """Says to the change at `place`, or with 0 to all that are open, what becomes of it."""

    changes_id: int
    place: int
    verdict: Verdict


class WithdrawChanges(CallbackData, prefix="unwish"):
    """Takes the list back; not `sure` yet asks once more."""

    changes_id: int
    sure: bool = False


class TickWish(CallbackData, prefix="wishtick"):
    """Ticks a change on the second sample, or takes the tick away."""

    changes_id: int
    place: int
