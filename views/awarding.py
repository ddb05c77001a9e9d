"""Closing the other negotiations of an inquiry, once one supplier is chosen."""

from services.cases import Case
from services.comparing.awarding import Award
from views.callback_data.comparing import CloseOthers, ShowRfq
from views.markup import Html, bold, lines, paragraphs
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.terms import summary
from views.titles import supplier_name


def close_whom(reader: Reader, award: Award) -> Screen:
    """Names everybody that would be closed, and asks once more; no offer stands on the message any longer."""
    count = len(award.others)
    question = reader.say_many(
        "🏁 You chose {supplier}: close {count} other negotiation of RFQ {number}?",
        "🏁 You chose {supplier}: close the {count} other negotiations of RFQ {number}?",
        count,
        supplier=_supplier(reader, award.kept),
        number=award.rfq_id,
    )
    text = paragraphs(
        bold(question),
        lines(*(_other(reader, case) for case in award.others)),
        reader.say("Each gets a word of thanks and does not learn whom you chose."),
    )
    press = CloseOthers(negotiation_id=award.kept.negotiation.id, token=award.token)
    answers = [
        Button(reader.word("Yes"), press.pack(), Style.DANGER),
        Button(reader.word("No"), ShowRfq(rfq_id=award.rfq_id).pack()),
    ]
    return Screen(text, rows(answers), card=belongs_to(award.kept.negotiation))


def closed(reader: Reader, count: int) -> Html:
    """Said above the comparison afterwards."""
    return reader.say_many(
        "🏁 {count} negotiation is closed with thanks.",
        "🏁 {count} negotiations are closed with thanks.",
        count,
    )


def nobody_left(reader: Reader) -> str:
    """A toast: the others are over already."""
    return reader.word("The others are over already.")


def changed_since(reader: Reader) -> str:
    """A toast: somebody moved after the question was shown."""
    return reader.word("Something has changed since. Please look again.")


def _other(reader: Reader, case: Case) -> Html:
    return reader.say(
        "• {supplier}, negotiation {number}: {terms}",
        supplier=_supplier(reader, case),
        number=case.negotiation.id,
        terms=summary(reader, case.negotiation.offer.terms),
    )


def _supplier(reader: Reader, case: Case) -> str:
    return supplier_name(reader, case.supplier) if case.supplier else ""
