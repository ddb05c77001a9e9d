"""What you see is what you sign: the figures on each card of a negotiation are those of its version (I7)."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from sqlalchemy import select

from domain.offer import Offer
from domain.people import Language
from services.moves import Subject
from services.offer_fields import Field
from storage.database import Connection
from storage.negotiations import StoredNegotiations
from storage.tables.post import cards
from views.reader import Reader
from views.term_rows import plain

READERS: Final = [Reader(language) for language in Language]
FIGURES: Final = (Field.QUANTITY, Field.PRICE, Field.LEAD_TIME)

STRUCK: Final = re.compile("<s>.*?</s>|<[^>]+>")
"""What a card shows as no longer meant, and all markup."""

Texts = dict[tuple[int, int], str]
"""What messages say in HTML, by chat and message."""


async def misread(connection: Connection, texts: Texts) -> list[str]:
    """Cards that show other figures than the version they are kept for; in whatever language."""
    kept = select(cards).where(cards.c.subject == Subject.NEGOTIATION.value, cards.c.version != 0)
    wrong = []
    for row in (await connection.execute(kept)).all():
        offers = await StoredNegotiations(connection).offers(row.subject_id)
        offer = next(each for each in offers if each.number == abs(row.version))
        said = texts.get((row.chat_id, row.message_id))
        if said is not None and not any(_says(said, _figures(reader, offer)) for reader in READERS):
            wrong.append(f"I7 version {offer.number}, {offer.terms}, is shown as:\n{said}")
    return wrong


def _figures(reader: Reader, offer: Offer) -> Iterator[str]:
    yield from (plain(reader, field, offer.terms) for field in FIGURES)
    yield reader.money(offer.terms.unit_price.times(offer.terms.quantity.count))


def _says(said: str, figures: Iterator[str]) -> bool:
    meant = unescape(STRUCK.sub("", said))
    return all(figure in meant for figure in figures)
