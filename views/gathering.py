"""Gathering evidence: one line that counts what is kept, and why something was not."""

from services.evidence import Bundle
from services.evidence_briefing import Added, KeptSoFar
from services.gathering import Gathered
from services.mail import Card
from services.moves import Subject
from views.callback_data.evidence import CancelGathering, DoneGathering, ShowEvidence
from views.callback_data.navigation import BringOrder
from views.markup import Html, bold, paragraphs
from views.reader import Reader
from views.refusals import refusal_text
from views.screen import Button, Rows, Screen, Style, rows


def so_far(reader: Reader, kept: KeptSoFar) -> Screen:
    """How many files are kept, in one message that counts on."""
    text = paragraphs(bold(count_line(reader, kept.count)), reader.say("Send more, or press Done."))
    return Screen(text, gathering_buttons(reader, kept.bundle), card=_card(kept.bundle))


def not_kept(reader: Reader, gathered: Gathered) -> Screen:
    """Why a file was not kept; those before it are."""
    problem = refusal_text(reader, gathered.problem) if gathered.problem else ""
    kept = count_line(reader, gathered.count) if gathered.count else ""
    shown = Rows() if gathered.is_late else gathering_buttons(reader, gathered.bundle)
    return Screen(paragraphs(problem, kept), shown)


def kept_late(reader: Reader, gathered: Gathered) -> Screen:
    """A file that came after Done is evidence all the same."""
    if not gathered.is_late:
        return Screen(bold(count_line(reader, gathered.count)))
    text = paragraphs(
        bold(reader.say("📎 Kept as later evidence.")),
        reader.say("It came after Done, so it is marked as added later. The other side is told."),
    )
    return Screen(text, rows([_look(reader, gathered.bundle)]))


def added(reader: Reader, news: Added) -> Screen:
    """Evidence that came after Done, told to the other side."""
    number = news.order.number
    said = reader.say_many(
        "📎 {count} file was added later as evidence on order {number}.",
        "📎 {count} files were added later as evidence on order {number}.",
        news.count,
        number=number,
    )
    card = Button(reader.word("📦 Show order"), BringOrder(order_id=news.order.id).pack())
    return Screen(bold(said), rows([_look(reader, news.bundle)], [card]))


def count_line(reader: Reader, count: int) -> Html:
    """How many files there are."""
    return reader.say_many("📎 {count} file kept", "📎 {count} files kept", count)


def gathering_buttons(reader: Reader, bundle: Bundle) -> Rows:
    """Done and Cancel; who asked for the files decides what Done leads to."""
    done = DoneGathering(bundle_id=bundle.id, purpose=bundle.purpose).pack()
    leave = CancelGathering(bundle_id=bundle.id, purpose=bundle.purpose).pack()
    return rows([Button(reader.word("Done"), done, Style.SUCCESS), Button(reader.word("Cancel"), leave)])


def _look(reader: Reader, bundle: Bundle) -> Button:
    return Button(reader.word("📎 Show evidence"), ShowEvidence(bundle_id=bundle.id).pack())


def _card(bundle: Bundle) -> Card:
    """So that the line is found and counts on in place."""
    return Card(Subject.EVIDENCE, bundle.id, 0)
