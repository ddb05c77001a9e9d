"""The logo of a customization, and how it is sent."""

from services.cases import Case
from services.keeping_logos import Logo
from services.said import Said
from views.callback_data.navigation import BringNegotiation
from views.markup import bold, lines
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Attached, Button, Screen, rows
from views.talk import not_shown
from views.titles import title


def logo(reader: Reader, case: Case, logo: Logo) -> Screen:
    """The file itself, with the offer that names it."""
    negotiation = case.negotiation
    said = reader.say(
        "Logo of offer {version} in negotiation {number}",
        version=negotiation.offer.number,
        number=negotiation.id,
    )
    text = lines(bold(said), title(reader, negotiation.goods))
    card = Button(reader.word("📄 Show offer"), BringNegotiation(negotiation_id=negotiation.id).pack())
    attached = Attached(Said(kind=logo.kind, file=logo.file), lines(text, not_shown(reader)))
    return Screen(text, rows([card]), card=belongs_to(negotiation), attached=attached)


def not_here(reader: Reader) -> Screen:
    """A file where the form asks for something else."""
    return Screen(
        reader.say("Is that your logo? Press Edit, More terms, Customization, and send it there once more.")
    )
