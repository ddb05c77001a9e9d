"""Notices put into words when they are sent, and the older cards in the chat whose place they take."""

import asyncio
from collections.abc import AsyncIterator

from delivery.mailbox import Rendered
from domain.people import Person
from services.briefing import Briefing, Facts, Talked, brief
from services.case_file import CaseFile
from services.cases import Case
from services.changes_case import ChangesCase
from services.evidence_briefing import KeptSoFar
from services.mail import Card, Settled
from services.moves import Subject
from services.notices import News, Notice
from services.order_book import OrderBook
from services.overtaken import Overtaken, overtaken
from services.ports import Books
from services.product_files import ProductFile
from views.negotiation import card_of
from views.notices import render
from views.overtaken import overtaken_card
from views.reader import Reader
from views.screen import Screen


async def rendered(books: Books, person: Person, notice: Notice) -> Rendered | None:
    """A notice in its reader's language as things stand now; None when it is no longer of interest."""
    briefing = await brief(books, person, notice)
    if briefing is None:
        return None
    screen = await _said(Reader(person.language), briefing)
    if isinstance(briefing.facts, Overtaken):
        return Rendered(overtaken=((_message_of(briefing), screen),))
    if notice.news is News.TRANSLATED:
        return Rendered(overtaken=tuple([(each, screen) async for each in _shows(books, person, briefing)]))
    if isinstance(briefing.facts, ProductFile):
        shown = await books.cards.showing(person.id, Subject.PRODUCT_FILE, briefing.facts.id)
        return Rendered(screen, in_place=shown)
    if isinstance(briefing.facts, KeptSoFar):
        return Rendered(screen, in_place=await _counting(books, person, briefing.facts))
    older = await _taking_the_place(books, person, screen.card)
    return Rendered(screen, older, _untranslated(briefing.facts))


async def _counting(books: Books, person: Person, kept: KeptSoFar) -> int | None:
    """The line that counts on, while it is at the end of the chat; further up nobody would see it."""
    line = await books.cards.showing(person.id, Subject.EVIDENCE, kept.bundle.id)
    return line if line == await books.cards.newest(person.id) else None


async def _said(reader: Reader, briefing: Briefing) -> Screen:
    """An order book or a case file may be long: a thread writes it, so that nobody waits for the loop."""
    if isinstance(briefing.facts, (OrderBook, CaseFile)):
        return await asyncio.to_thread(render, reader, briefing)
    return render(reader, briefing)


def overtaken_notice(settled: Settled, message_id: int, card: Card) -> Notice:
    """Makes an older card say that the one just shown took its place."""
    detail = f"{message_id} {settled.settlement.message_id}"
    return Notice(News.OVERTAKEN, card.subject_id, abs(card.version), detail)


async def _taking_the_place(
    books: Books, person: Person, card: Card | None
) -> tuple[tuple[int, Screen], ...]:
    """The older cards that stand; a mere message leaves the card it belongs to alone."""
    if card is None or card.version <= 0:
        return ()
    reader = Reader(person.language)
    older = [
        (each.message_id, await overtaken(books, person, each.card))
        for each in await books.cards.standing(person.id, card)
    ]
    return tuple((message_id, overtaken_card(reader, facts)) for message_id, facts in older)


async def _shows(books: Books, person: Person, briefing: Briefing) -> AsyncIterator[int]:
    """The messages in the person's chat that show the words that were translated."""
    facts = briefing.facts
    if isinstance(facts, Talked):
        copy = await books.talk.copy_in(person.id, facts.message.first_id)
        if copy:
            yield copy
    elif isinstance(facts, ChangesCase):
        newest = await books.cards.showing(person.id, Subject.CHANGES, facts.changes.id)
        if newest:
            yield newest
    elif isinstance(facts, Case):
        for shown in await books.cards.standing(person.id, card_of(facts.negotiation)):
            if shown.card.version == briefing.notice.version:
                yield shown.message_id


def _untranslated(facts: Facts) -> str:
    if isinstance(facts, Talked) and facts.thread.translation is None:
        return facts.message.body
    if isinstance(facts, Case) and facts.translation is None:
        return facts.negotiation.offer.terms.note
    if isinstance(facts, ChangesCase) and facts.translation is None:
        return facts.words
    return ""


def _message_of(briefing: Briefing) -> int:
    return int(briefing.notice.detail.split()[0])
