"""What follows on a sample's receipt, on the card of an order: three ways on, and what came of them."""

from domain.golden import sample_order_id
from domain.lifecycle import RECEIVED
from domain.order_facts import order_number
from domain.people import Side
from services.cases import OrderCase
from views.callback_data.golden import ApproveSample, OtherThanSample, ShowChanges, ShowGolden, WantChanges
from views.changes_words import standing_of
from views.markup import Html, lines
from views.reader import Reader
from views.screen import Button, Style


def after_sample_lines(reader: Reader, case: OrderCase) -> Html:
    """The golden sample, the list of changes and where it stands, what is credited."""
    found = case.after_sample
    if found is None:
        return Html()
    return lines(
        _golden(reader, case),
        standing_of(reader, found.changes) if found.changes else "",
        _to_check(reader, case),
        _credit(reader, case),
    )


def sample_ok(reader: Reader, case: OrderCase) -> Button | None:
    """Approves it; of an approved sample leads to the offer for the lot."""
    if not _may_judge(case):
        return None
    press = ApproveSample(order_id=case.order.id)
    return Button(reader.word("👍 Sample OK, order bulk"), press.pack(), Style.SUCCESS)


def ask_for_changes(reader: Reader, case: OrderCase) -> Button | None:
    """While it is not approved and nothing wanted is open or followed by a second sample."""
    found = case.after_sample
    if not _may_judge(case) or found is None or found.golden:
        return None
    if found.changes and (found.changes.is_open or found.changes.next_order_id):
        return None
    return Button(reader.word("📝 Ask for changes"), WantChanges(order_id=case.order.id).pack())


def other_suppliers(reader: Reader, case: OrderCase) -> Button | None:
    """Asks others on what was asked here."""
    if not _may_judge(case):
        return None
    return Button(reader.word("🔁 Other suppliers"), OtherThanSample(order_id=case.order.id).pack())


def golden_button(reader: Reader, case: OrderCase) -> Button | None:
    """Photos and standard, for whoever sees the order."""
    number = case.order.id if case.order.is_sample else sample_order_id(case.order.terms.sample)
    if case.after_sample is None or case.after_sample.golden is None:
        return None
    return Button(reader.word("🏅 Golden sample"), ShowGolden(order_id=number).pack())


def changes_button(reader: Reader, case: OrderCase) -> Button | None:
    """The last list about this sample, or the one that it answers."""
    found = case.after_sample
    shown = (found.changes or found.to_check) if found else None
    if shown is None:
        return None
    press = ShowChanges(changes_id=shown.id, here=False)
    return Button(reader.word("📝 Wanted changes"), press.pack())


def _may_judge(case: OrderCase) -> bool:
    return case.side is Side.BUYER and case.order.is_sample and case.order.status in RECEIVED


def _golden(reader: Reader, case: OrderCase) -> Html:
    golden = case.after_sample.golden if case.after_sample else None
    if golden is None:
        return Html()
    day = reader.short_day(reader.own_day(golden.at))
    return reader.say("🏅 Golden sample {number}, approved {day}", number=golden.number, day=day)


def _to_check(reader: Reader, case: OrderCase) -> Html:
    """Of a second sample: which the first was, and how much of the list is ticked."""
    listed = case.after_sample.to_check if case.after_sample else None
    if listed is None:
        return Html()
    return reader.say(
        "🔎 Second sample, after {number}: {done} of {count} wanted changes checked",
        number=order_number(listed.order_id),
        done=len(listed.checked),
        count=len(listed.wishes),
    )


def _credit(reader: Reader, case: OrderCase) -> Html:
    """Before both confirm: what of the sample's price will count."""
    credit = case.after_sample.credit if case.after_sample else None
    if credit is None:
        return Html()
    return reader.say(
        "🎁 Once both confirm, {amount} paid for the sample counts as paid here.", amount=reader.money(credit)
    )
