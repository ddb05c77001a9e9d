"""Phone numbers: the supplier's listed one, and the buyer's own after his yes."""

from domain.catalogue import Supplier
from services.briefing import Called
from services.cases import Case
from services.consents import Consent
from views.callback_data.calling import ShareNumber
from views.callback_data.navigation import BringNegotiation, ShowNegotiation
from views.callback_data.negotiation import AskQuestion
from views.markup import Html, bold, italic, lines, paragraphs
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.talk import about
from views.titles import supplier_name


def listed_number(reader: Reader, supplier: Supplier, negotiation_id: int = 0) -> Screen:
    """The number that the supplier lists, if any; in a negotiation the buyer may offer his own."""
    name = supplier_name(reader, supplier)
    text = bold(reader.say("📞 {supplier}: {phone}", supplier=name, phone=supplier.phone))
    if not supplier.phone:
        text = reader.say("📞 {supplier} lists no phone number. Please write here instead.", supplier=name)
    if not negotiation_id:
        return Screen(text)
    share = Button(reader.word("📱 Share my number"), ShareNumber(negotiation_id=negotiation_id).pack())
    show = Button(reader.word("📄 Show offer"), BringNegotiation(negotiation_id=negotiation_id).pack())
    aside = italic(reader.say("The supplier does not know your number unless you share it."))
    return Screen(paragraphs(text, aside), rows([share, show]))


def sure(reader: Reader, case: Case) -> Screen:
    """Asks before anything is given."""
    question = reader.say("<b>Share your phone number with {supplier}?</b>", supplier=_supplier(reader, case))
    aside = reader.say("I ask for it next. It goes to this supplier only, and the time is kept on record.")
    number = case.negotiation.id
    yes = Button(reader.word("Yes"), ShareNumber(negotiation_id=number, sure=True).pack())
    no = Button(reader.word("No"), ShowNegotiation(negotiation_id=number).pack())
    return Screen(lines(question, aside), rows([yes, no]))


def ask_number(reader: Reader, case: Case, problem: Html | str = "") -> Screen:
    """Asks which number; one's own contact does as well. A reply to it is the answer, no message."""
    question = bold(reader.say("📱 Which number shall {supplier} get?", supplier=_supplier(reader, case)))
    aside = italic(
        reader.say("Type it with the country code, such as +49 30 901820, or send your own contact.")
    )
    leave = ShowNegotiation(negotiation_id=case.negotiation.id)
    text = paragraphs(problem, lines(question, aside))
    return Screen(text, rows([Button(reader.word("Cancel"), leave.pack())]))


def number_shared(reader: Reader, case: Case, consent: Consent) -> Screen:
    """To the buyer: who has his number now."""
    text = reader.say(
        "✅ {supplier} now has your number {phone}.", supplier=_supplier(reader, case), phone=consent.number
    )
    show = Button(reader.word("📄 Show offer"), BringNegotiation(negotiation_id=case.negotiation.id).pack())
    return Screen(text, rows([show]), card=belongs_to(case.negotiation))


def number_received(reader: Reader, called: Called) -> Screen:
    """To the seller: the buyer's number."""
    said = reader.say("📱 The buyer shares a phone number with you: {phone}", phone=called.consent.number)
    number = called.case.negotiation.id
    answer = Button(reader.word("↩️ Answer"), AskQuestion(negotiation_id=number).pack())
    show = Button(reader.word("📄 Show offer"), BringNegotiation(negotiation_id=number).pack())
    text = paragraphs(bold(said), about(reader, called.case))
    return Screen(text, rows([answer, show]), card=belongs_to(called.case.negotiation))


def _supplier(reader: Reader, case: Case) -> str:
    return supplier_name(reader, case.supplier) if case.supplier else ""
