"""What you see is what you sign: the figures on each card of a negotiation are those of its version (I7)."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from sqlalchemy import select

from domain.offer import Offer
from domain.people import Language
from services.moves import Subject
from storage.database import Connection
from storage.negotiations import StoredNegotiations
from storage.tables.post import cards
from views.reader import Reader
from views.term_rows import ROWS

READERS: Final = [Reader(language) for language in Language]
FIGURES: Final = frozenset({"quantity", "unit_price", "tiers", "lead_time_days", "moq", "custom_fee"})

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
    yield from (row.shown(reader, offer.terms) for row in ROWS if not FIGURES.isdisjoint(row.terms))
    yield reader.money(offer.terms.total())


def _says(said: str, figures: Iterator[str]) -> bool:
    meant = unescape(STRUCK.sub("", said))
    return all(figure in meant for figure in figures)
