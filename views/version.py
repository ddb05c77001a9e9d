"""One version of a negotiation in full, to be read and not to be answered."""

from typing import Final

from services.chronicle import Chronicle
from views.buttons import back
from views.callback_data.ledger import ShowVersion, TurnHistory
from views.entries import authorship, heading, own_words
from views.fitting import visible_length
from views.markup import Html, italic, lines, paragraphs
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Screen, rows
from views.terms import term_lines

MOST_UNITS: Final = 4_000


def version(reader: Reader, chronicle: Chronicle, asked: ShowVersion) -> Screen:
    """All terms, the whole fingerprint, and to its own side the words it was read from. Raises NotFound."""
    offer = chronicle.offer(asked.version)
    seal = (
        reader.say("🔏 As it was sent. Fingerprint of its terms: <code>{digest}</code>", digest=offer.digest)
        if offer.is_as_sent
        else reader.say("⚠️ Not as it was sent. Do not rely on it; make a new offer.")
    )
    whole = paragraphs(
        heading(reader, chronicle),
        lines(authorship(reader, offer), term_lines(reader, offer.terms)),
        italic(seal),
    )
    words = own_words(chronicle, offer, MOST_UNITS - visible_length(whole))
    text = paragraphs(whole, _typed(reader, words))
    leave = TurnHistory(negotiation_id=chronicle.negotiation.id, page=asked.page)
    return Screen(text, rows([back(reader, leave.pack())]), card=belongs_to(chronicle.negotiation))


def _typed(reader: Reader, words: Html) -> Html:
    return lines(reader.say("Read from your words:"), words) if words else Html()
