"""The case file in the chat: its button, the wait, and the ZIP with its hash."""

from dataclasses import asdict, replace
from typing import Final

from services.case_file import CaseFile
from services.case_file_binding import bound_files
from services.case_file_record import case_record
from services.cases import OrderCase
from views.callback_data.case_file import MakeCaseFile
from views.callback_data.navigation import BringOrder
from views.case_file_paper import case_paper
from views.made import made
from views.markup import Html, bold, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Made, Screen, rows
from views.titles import title

HASH_MARK: Final = "\ue000"
"""Of a private area, so that no caption holds it by chance."""


def case_file_button(reader: Reader, order_id: int) -> Button:
    """For the card of a claim, or an operator's desk."""
    return Button(reader.word("🗂 Case file"), MakeCaseFile(order_id=order_id).pack())


def order_case_file_button(reader: Reader, case: OrderCase) -> Button | None:
    """On the card of an order once goods or money have moved: before that nothing can be argued about."""
    has_money = case.standing is not None and case.standing.paid.minor > 0
    return case_file_button(reader, case.order.id) if case.order.shipped or has_money else None


def being_made(reader: Reader, number: str) -> Screen:
    """It follows as a message of its own."""
    return Screen(
        reader.say(
            "🗂 The case file of order {number} is being made. It comes in a moment; go on meanwhile.",
            number=number,
        )
    )


def case_file(reader: Reader, case: CaseFile) -> Screen:
    """The ZIP, with what it holds and how to check it."""
    text = paragraphs(
        lines(
            bold(reader.say("🗂 Case file of order {number}", number=case.order.number)),
            title(reader, case.order.goods),
            reader.say("As of {moment}", moment=reader.moment(case.as_of)),
        ),
        _what(reader, case),
        lines(
            reader.say("SHA-256: <code>{hash}</code>…", hash=HASH_MARK),
            reader.say("It is on record: anybody can check a copy with /verify."),
        ),
    )
    order = Button(reader.word("📦 Show order"), BringOrder(order_id=case.order.id).pack())
    return Screen(text, rows([order] if case.side else []), made=_zip(reader, case))


def _what(reader: Reader, case: CaseFile) -> Html:
    if case.shows_originals:
        return reader.say(
            "A PDF in English and Chinese, the same as JSON, and the photos as they came: their hidden data"
            " may tell places and people, so please keep it to yourself."
        )
    return reader.say(
        "A PDF in English and Chinese, the same as JSON, and the photos: the whole history as your side sees"
        " it. It holds addresses, so please hand it on with care."
    )


def _zip(reader: Reader, case: CaseFile) -> Made:
    bound = bound_files(case)
    data = {
        "order_id": case.order.id,
        "person_id": case.person_id,
        "side": case.side.value if case.side else "",
        "paper": case_paper(case, bound),
        "record": case_record(case, bound),
        "files": [asdict(each) for each in bound],
    }
    document = made(reader, "case_file_zip", f"case-{case.order.number}.zip", data)
    return replace(document, hash_mark=HASH_MARK)
