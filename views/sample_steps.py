"""What is asked on the way of a request for a sample: a question about the quote, a reason to decline."""

from domain.refusal import Refusal
from services.sample_case import SampleCase
from views.callback_data.samples import DeclineSample, ShowSample
from views.markup import Html, bold, italic, paragraphs
from views.reader import Reader
from views.refusals import refusal_text
from views.sample import card_of, sample_lines
from views.screen import Button, Screen, Style, rows


def ask_question(reader: Reader, case: SampleCase, problem: Refusal | None = None) -> Screen:
    """The buyer's next words go to the seller, who answers by a new quote."""
    text = paragraphs(
        sample_lines(reader, case),
        _wrong(reader, problem),
        bold(reader.say("❓ What do you want to ask or change?")),
        italic(reader.say("Your next message goes to the seller, who answers with a new quote.")),
    )
    return Screen(text, rows([_leave(reader, case)]), card=card_of(case.request))


def ask_reason(reader: Reader, case: SampleCase, problem: Refusal | None = None) -> Screen:
    """Why the seller sends no sample."""
    text = paragraphs(
        sample_lines(reader, case),
        _wrong(reader, problem),
        bold(reader.say("Why can you not send a sample? Your next message goes to the buyer.")),
    )
    press = DeclineSample(request_id=case.request.id, version=case.request.version, plainly=True)
    plainly = Button(reader.word("Decline without a reason"), press.pack(), Style.DANGER)
    return Screen(text, rows([plainly], [_leave(reader, case)]), card=card_of(case.request))


def _wrong(reader: Reader, problem: Refusal | None) -> Html:
    if problem is None:
        return Html()
    return reader.say("⚠️ {problem}", problem=refusal_text(reader, problem))


def _leave(reader: Reader, case: SampleCase) -> Button:
    return Button(reader.word("Cancel"), ShowSample(request_id=case.request.id).pack())
