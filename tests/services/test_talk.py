"""What the sides say: kept once, within bounds, found again when it was missed, and true to its digest."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.people import Side
from services import asking
from services.asking import MOST_FILES_A_DAY, rewrite, say
from services.said import File, Kind, Place, Said
from services.talk import MessageUnusable, TooManyFiles, notices_of
from storage import copies as copying
from storage.copies import Copied
from storage.tables.copies import awaited_copies, copies
from storage.tables.talk import messages
from tests.builders import BUYER, COLLEAGUE, SELLER, Trade

PHOTO = Said("Like this", Kind.PHOTO, File("AgAC", "AQAD", size=70_000), telegram_id=5)


async def test_the_same_message_is_kept_and_told_once(trade: Trade) -> None:
    standing = await trade.inquires()
    await trade.forget_letters()

    for _ in range(2):
        await trade.does(BUYER, lambda b, p: say(b, p, standing.id, PHOTO))

    assert (await trade.count(messages), await trade.count(awaited_copies)) == (1, 1)
    assert sorted(await trade.told()) == [(SELLER, "message"), (COLLEAGUE, "message")]


async def test_a_message_comes_back_as_it_was_signed(trade: Trade) -> None:
    standing = await trade.inquires()
    place = Said("Dock 7", Kind.LOCATION, place=Place(29.868336, 121.54399), telegram_id=6)

    for each in (PHOTO, place):
        kept = await trade.does(BUYER, lambda b, p, s=each: say(b, p, standing.id, s))
        assert kept is not None
        found = await trade.does(BUYER, lambda b, _, k=kept: b.talk.get(k.id))
        digest = (await trade.rows(select(messages.c.digest).where(messages.c.id == kept.id)))[0].digest

        assert found == kept
        assert found.digest() == digest


async def test_only_an_edit_that_shows_is_carried_and_a_file_is_copied_once(trade: Trade) -> None:
    standing = await trade.inquires()
    first = await trade.does(BUYER, lambda b, p: say(b, p, standing.id, PHOTO))
    assert first is not None
    await trade.forget_letters()
    same, other = (replace(PHOTO, body=body, edited_at=9) for body in ("Like this ", "Or like this"))

    assert await trade.does(BUYER, lambda b, p: rewrite(b, p, first, same)) is None
    edit = await trade.does(BUYER, lambda b, p: rewrite(b, p, first, other))

    assert edit is not None
    assert await trade.does(SELLER, lambda b, _: b.talk.before(edit)) == first
    assert (len(await trade.told()), await trade.count(awaited_copies)) == (2, 1)


async def test_a_day_holds_so_many_files_but_words_go_on(
    trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = await trade.inquires()
    monkeypatch.setattr(asking, "MOST_BYTES_A_DAY", 100_000)
    await trade.does(BUYER, lambda b, p: say(b, p, standing.id, PHOTO))

    with pytest.raises(TooManyFiles) as refused:
        await trade.does(BUYER, lambda b, p: say(b, p, standing.id, replace(PHOTO, telegram_id=7)))
    later = await trade.does(
        BUYER, lambda b, p: say(b, p, standing.id, replace(PHOTO, telegram_id=8)), later=asking.DAY
    )

    assert refused.value.facts == {"most": MOST_FILES_A_DAY}
    assert later is not None
    assert await trade.does(BUYER, lambda b, p: say(b, p, standing.id, Said("Hello"))) is not None


async def test_a_file_put_in_place_of_another_is_one_more_of_the_day(
    trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = await trade.inquires()
    monkeypatch.setattr(asking, "MOST_FILES_A_DAY", 2)
    first = await trade.does(BUYER, lambda b, p: say(b, p, standing.id, PHOTO))
    assert first is not None
    caption = replace(PHOTO, body="Or like this")
    second, third = (replace(PHOTO, file=File(f"AgAC{n}", f"AQAD{n}", size=9)) for n in (2, 3))

    for edit in (caption, second):
        assert await trade.does(BUYER, lambda b, p, e=edit: rewrite(b, p, first, e)) is not None
    with pytest.raises(TooManyFiles):
        await trade.does(BUYER, lambda b, p: rewrite(b, p, first, third))

    assert await trade.count(awaited_copies) == 2


@pytest.mark.parametrize("words", ["👍" * 1001, "字" * 2001])
async def test_words_longer_than_a_message_holds_are_refused(trade: Trade, words: str) -> None:
    standing = await trade.inquires()

    with pytest.raises(MessageUnusable):
        await trade.does(BUYER, lambda b, p: say(b, p, standing.id, replace(PHOTO, body=words)))


async def test_what_never_reached_a_chat_was_missed(trade: Trade) -> None:
    standing = await trade.inquires()
    for number in (5, 6):
        said = Said(f"Message {number}", telegram_id=number)
        await trade.does(BUYER, lambda b, p, s=said: say(b, p, standing.id, s))
    await trade.run_sql(f"INSERT INTO cards VALUES ({SELLER}, 70, 'negotiation', {standing.id}, 0, 1)")

    missed = await trade.does(SELLER, lambda b, p: b.talk.missed(p.id, standing.id, Side.SELLER))

    assert [message.body for message in missed] == ["Message 6"]
    assert [notice.news.value for notice in notices_of(missed[0])] == ["message"]


async def test_a_file_in_hand_is_left_to_nobody_else_and_settled_once(trade: Trade) -> None:
    standing = await trade.inquires()
    kept = await trade.does(BUYER, lambda b, p: say(b, p, standing.id, PHOTO))
    assert kept is not None

    taken = await trade.database.run(lambda c: copying.take(c, 5))
    again = await trade.database.run(lambda c: copying.take(c, 5))
    await trade.database.run(lambda c: copying.try_later(c, "AQAD", 0))
    retried = await trade.database.run(lambda c: copying.take(c, 5))
    for _ in range(2):
        await trade.database.run(lambda c: copying.settle(c, Copied("AQAD", key="ab", size=2)))

    assert [(each.file_id, each.attempts) for each in (*taken, *retried)] == [("AgAC", 1), ("AgAC", 2)]
    assert not again
    assert (await trade.count(awaited_copies), await trade.count(copies)) == (0, 1)
