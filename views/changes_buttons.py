"""The buttons of a list of changes: answers of the seller, ticks of the buyer, photos, and the way on."""

from domain.lifecycle import ChangesStatus
from domain.people import Side
from domain.wanted_changes import Verdict
from services.changes_case import ChangesCase
from views.callback_data.evidence import ShowEvidence
from views.callback_data.golden import AnswerWish, TickWish, WithdrawChanges
from views.callback_data.navigation import BringOrder
from views.callback_data.negotiation import AskQuestion
from views.reader import Reader
from views.sample_buttons import request_sample
from views.screen import Button, Rows, Style, grid, rows

_PHOTOS_WIDE = 5


def changes_buttons(reader: Reader, case: ChangesCase) -> Rows:
    """What this side can do with the list now."""
    message = Button(reader.word("💬 Message"), AskQuestion(negotiation_id=case.order.negotiation_id).pack())
    order = Button(reader.word("📦 Show order"), BringOrder(order_id=case.order.id).pack())
    return (
        *_answers(reader, case),
        *grid(_ticks(case), _PHOTOS_WIDE),
        *grid(_photos(reader, case), _PHOTOS_WIDE),
        *rows(_withdraw(reader, case), _second_sample(reader, case), [message, order]),
    )


def _answers(reader: Reader, case: ChangesCase) -> Rows:
    """All at once, or one by one."""
    if not case.is_answerable:
        return ()
    places = range(1, len(case.changes.wishes) + 1)
    everything = [_say(reader.word("✅ Will change all"), case, 0, Verdict.WILL, Style.SUCCESS)]
    if len(places) == 1:
        label = reader.word("✖️ Cannot, because …")
        return rows(everything, [_say(label, case, 1, Verdict.CANNOT, Style.DANGER)])
    return rows(
        everything,
        *(
            [
                _say(reader.word("{number} ✅ Will change", number=place), case, place, Verdict.WILL),
                _say(reader.word("{number} ✖️ Cannot", number=place), case, place, Verdict.CANNOT),
            ]
            for place in places
        ),
    )


def _say(text: str, case: ChangesCase, place: int, verdict: Verdict, style: Style = Style.PLAIN) -> Button:
    press = AnswerWish(changes_id=case.changes.id, place=place, verdict=verdict)
    return Button(text, press.pack(), style)


def _ticks(case: ChangesCase) -> list[Button]:
    """The buyer's, on the second sample."""
    changes = case.changes
    if case.side is not Side.BUYER or not changes.next_order_id:
        return []
    return [
        Button(
            f"{'☑' if place in changes.checked else '☐'} {place}",
            TickWish(changes_id=changes.id, place=place).pack(),
        )
        for place in range(1, len(changes.wishes) + 1)
    ]


def _photos(reader: Reader, case: ChangesCase) -> list[Button]:
    return [
        Button(reader.word("🖼 Photos {number}", number=place), ShowEvidence(bundle_id=wish.bundle_id).pack())
        for place, wish in enumerate(case.changes.wishes, start=1)
        if wish.bundle_id
    ]


def _second_sample(reader: Reader, case: ChangesCase) -> list[Button]:
    """By the supplier's policy or at a quote, as the first; it answers the list."""
    is_answered = case.changes.status is ChangesStatus.ANSWERED and not case.changes.next_order_id
    if case.side is not Side.BUYER or not is_answered:
        return []
    return [request_sample(reader, case.order.goods.product_id)]


def _withdraw(reader: Reader, case: ChangesCase) -> list[Button]:
    if case.side is not Side.BUYER or not case.changes.is_open:
        return []
    press = WithdrawChanges(changes_id=case.changes.id)
    return [Button(reader.word("↩️ Withdraw"), press.pack(), Style.DANGER)]
