"""The logo of a customization, and how it is sent."""

from services.briefing import Case
from services.pictures import OF_TELEGRAM
from views.callback_data.navigation import BringNegotiation
from views.markup import bold, lines
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.titles import title


def logo(reader: Reader, case: Case, file_id: str) -> Screen:
    """The picture itself, with the offer that names it."""
    negotiation = case.negotiation
    said = reader.say(
        "Logo of offer {version} in negotiation {number}",
        version=negotiation.offer.number,
        number=negotiation.id,
    )
    text = lines(bold(said), title(reader, negotiation.goods))
    card = Button(reader.word("Show the offer"), BringNegotiation(negotiation_id=negotiation.id).pack())
    return Screen(text, rows([card]), photo=f"{OF_TELEGRAM}{file_id}", card=belongs_to(negotiation))


def not_here(reader: Reader) -> Screen:
    """A photo where the form asks for something else."""
    return Screen(
        reader.say("Is that your logo? Press Edit, More terms, Customization, and send it there once more.")
    )


def as_a_photo(reader: Reader) -> Screen:
    """A file where a photo is wanted."""
    return Screen(reader.say("Please send the logo as a photo, so that both sides see it on the offer."))
