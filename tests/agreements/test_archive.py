"""The file of an agreement is made once and kept: whoever asks again gets the very same bytes."""

import asyncio
import hashlib
from pathlib import Path

import pytest

from bot.archive import Archive
from delivery.album import Album
from delivery.attempt import Attempt
from delivery.printer import NotMade, Printer
from delivery.speech import reply_speech
from domain.catalogue import Supplier
from domain.order import Order
from domain.people import Side
from services.agreements import Agreement, seal_of
from services.cases import OrderCase
from services.mail import Fate, Letter, LetterKind
from storage.files import FileStore, name_of
from tests.agreements.orders import FACTORY
from tests.builders import STRANGER, WORKER, Trade
from tests.delivery.test_on_the_playground import settle, town
from views.agreement import agreement as agreement_screen
from views.agreement_paper import paper
from views.both import ENGLISH
from views.reply import ReplyLetter
from views.screen import Made

OPERATOR = 40


def document(order: Order, supplier: Supplier = FACTORY) -> Made:
    """The agreement as a screen carries it."""
    return Made("agreement", "a.pdf", paper(OrderCase(order, Side.BUYER, supplier)))


async def kept(trade: Trade, order: Order) -> Agreement:
    found = await trade.does(STRANGER, lambda b, _: b.agreements.of(order.id, order.revision))
    assert found is not None
    return found


async def test_it_is_made_once_and_stays_as_it_was_made(trade: Trade, tmp_path: Path) -> None:
    order = await trade.bound()
    async with town() as (_, speaker):
        archive = Archive(
            trade.database, FileStore(str(tmp_path)), Printer(), speaker, WORKER, frozenset({OPERATOR})
        )
        first = await archive.make(document(order))
        renamed = Supplier(1, "Another Name", "", FACTORY.qualification, "", "", "")
        again = await archive.make(document(order, renamed))

        agreement = await kept(trade, order)
        assert first == again
        assert agreement.sha256 == hashlib.sha256(first).hexdigest()
        assert (agreement.seal, b"%PDF" in first) == (seal_of(order), True)


async def test_a_lost_file_is_made_again_and_a_different_one_never_sent(trade: Trade, tmp_path: Path) -> None:
    order = await trade.bound()
    store = FileStore(str(tmp_path))
    async with town() as (_, speaker):
        archive = Archive(trade.database, store, Printer(), speaker, WORKER, frozenset({OPERATOR}))
        first = await archive.make(document(order))
        agreement = await kept(trade, order)
        (tmp_path / name_of(f"{agreement.sha256}.pdf")).unlink()
        assert await archive.make(document(order)) == first

        (tmp_path / name_of(f"{agreement.sha256}.pdf")).unlink()
        renamed = Supplier(1, "Another Name", "", FACTORY.qualification, "", "", "")
        with pytest.raises(NotMade):
            await archive.make(document(order, renamed))

        assert (OPERATOR, "alarm") in await trade.told()
        assert await kept(trade, order) == agreement


async def test_many_at_once_each_reach_their_own_chat_only(trade: Trade, tmp_path: Path) -> None:
    orders = {100 + number: await trade.bound() for number in range(8)}
    store = FileStore(str(tmp_path))
    async with town() as (playground, speaker):
        chats = {number: settle(playground, number) for number in orders}
        archive = Archive(trade.database, store, Printer(), speaker, WORKER, frozenset({OPERATOR}))
        attempt = Attempt(speaker, Album(store, archive))

        await asyncio.gather(*(sends(attempt, number, order) for number, order in orders.items()))

        for number, order in orders.items():
            [message] = [each.wire for each in chats[number].messages.values()]
            agreement = await kept(trade, order)
            assert message["document"]["file_name"] == f"{order.number}-r1.pdf"
            assert agreement.sha256[:16] in message["caption"]
            assert order.number in message["caption"]
        uploads = [file.upload.data for file in playground.world.files.by_path.values()]
        assert {hashlib.sha256(each).hexdigest() for each in uploads} == {
            (await kept(trade, order)).sha256 for order in orders.values()
        }


async def sends(attempt: Attempt, number: int, order: Order) -> None:
    """The letter that answers a press on Agreement."""
    screen = agreement_screen(ENGLISH, OrderCase(order, Side.BUYER, FACTORY))
    speech = reply_speech(ReplyLetter(screen), number)
    done = await attempt.make(Letter(number, number, LetterKind.REPLY, {}), speech)
    assert done.fate is Fate.DONE
