"""I30: a seller reads the same, byte for byte, whether he alone was asked or others with him."""

import re
from typing import Any, Final

from sqlalchemy import select

from bot.mailbox import notice_of
from bot.rendering import rendered
from domain.negotiation import Negotiation
from services.cases import case_of
from services.chronicle import chronicle_of
from services.comparing.awarding import award_of, close_others
from services.mail import Letter, LetterKind
from storage.tables.post import outbox
from tests.builders import BUYER, OTHER_BUYER, draft
from tests.comparing.mugs import Mugs
from views.callback_data.navigation import Room
from views.history import history
from views.lists import Page, negotiations
from views.reader import Reader
from views.screen import Screen, to_record

SELLER: Final = 105
OTHERS: Final = (101, 102, 103)
CLOCK: Final = re.compile(r"\d{1,2}:\d{2}")


async def haggled(mugs: Mugs, standing: Negotiation, buyer: int) -> Negotiation:
    """The seller counters, the buyer counters."""
    answered = await mugs.trade.counters(SELLER, standing, draft("7.8", 500))
    return await mugs.trade.counters(buyer, answered, draft("7.6", 500))


async def transcript(mugs: Mugs, negotiation: Negotiation) -> list[str]:
    """All that the seller is told and can open, without the number that counts all negotiations of all."""
    letters = await mugs.trade.rows(
        select(outbox.c.body).where(outbox.c.chat_id == SELLER).order_by(outbox.c.id)
    )
    screens = [await _told(mugs, row.body) for row in letters if row.body["subject_id"] == negotiation.id]
    screens += await mugs.trade.does(SELLER, lambda b, p: _opened(b, p, negotiation.id))
    texts = [str(to_record(screen)) for screen in screens if screen]
    number = re.compile(rf"(议价单 |[a-z]:|bringfr:0:|'negotiation', ){negotiation.id}(?!\d)")
    return [number.sub(r"\1N", CLOCK.sub("", text)) for text in texts]


async def _told(mugs: Mugs, body: dict[str, Any]) -> Screen | None:
    notice = notice_of(Letter(1, SELLER, LetterKind.NOTICE, body))
    said = await mugs.trade.does(SELLER, lambda b, p: rendered(b, p, notice))
    return said.screen if said else None


async def _opened(books: Any, person: Any, negotiation_id: int) -> list[Screen]:
    reader = Reader(person.language)
    case = await case_of(books, person, negotiation_id)
    chronicle = await chronicle_of(books, person, negotiation_id)
    return [history(reader, chronicle), negotiations(reader, [case], Page(Room.NEGOTIATIONS), 1)]


async def test_a_seller_reads_the_same_whoever_else_was_asked(mugs: Mugs) -> None:
    alone = await haggled(mugs, await mugs.asks(SELLER, draft("7.5", 500), OTHER_BUYER), OTHER_BUYER)

    sent = await mugs.sends((*OTHERS, SELLER), draft("7.5", 500))
    *rivals, own = await mugs.negotiations(sent.rfq_id)
    await mugs.trade.counters(OTHERS[0], rivals[0], draft("7.1", 500))
    among = await haggled(mugs, own, BUYER)

    assert len(await transcript(mugs, alone)) == 3
    assert await transcript(mugs, among) == await transcript(mugs, alone)


async def test_a_seller_who_is_closed_reads_a_thank_you_and_no_name(mugs: Mugs) -> None:
    sent = await mugs.sends((*OTHERS, SELLER), draft("7.5", 500))
    chosen, *_, own = await mugs.negotiations(sent.rfq_id)
    await mugs.trade.accepts(OTHERS[0], chosen)
    award = await mugs.trade.does(BUYER, lambda b, p: award_of(b, p, chosen.id))
    await mugs.trade.does(BUYER, lambda b, p: close_others(b, p, award))

    told = " ".join(await transcript(mugs, own))

    assert "买家感谢您的报价" in told
    assert "Mug Maker" not in told
    assert "批量" not in told
