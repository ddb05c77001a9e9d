"""What happens in groups, and when somebody blocks the bot."""

from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, ChatMemberBanned, ChatMemberMember, ChatMemberUpdated, Message, User
from sqlalchemy import select

from domain.people import Language, Person
from handlers.desk import Desk
from handlers.groups import InGroup, point_to_private
from handlers.start import come_or_go
from storage.books import books_at
from storage.database import Connection, Database
from storage.tables.people import persons

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANN = User(id=1, is_bot=False, first_name="Ann")
YIJIA = User(id=2, is_bot=True, first_name="Yijia")
BANNED = ChatMemberBanned(user=YIJIA, until_date=NOON)
MEMBER = ChatMemberMember(user=YIJIA)


def said(text: str, kind: str = "group") -> Message:
    return Message(message_id=1, date=NOON, chat=Chat(id=5, type=kind), from_user=ANN, text=text)


async def test_only_private_talk_is_for_the_other_routers() -> None:
    assert await InGroup()(said("hello"))
    assert not await InGroup()(said("hello", "private"))


@pytest.mark.parametrize(("text", "is_answered"), [("/start@yijia_bot", True), ("lovely weather", False)])
async def test_a_group_hears_the_bot_only_when_it_calls(
    database: Database, text: str, is_answered: bool
) -> None:
    async def work(connection: Connection) -> bool:
        desk = Desk(await books_at(connection, "test"), Person(ANN.id, Language.ENGLISH))
        return (await point_to_private(said(text), desk)).screen is not None

    assert await database.run(work) is is_answered


async def test_who_blocks_the_bot_is_out_of_reach_until_he_comes_back(database: Database) -> None:
    async def reach(connection: Connection) -> list[bool]:
        books = await books_at(connection, "test")
        person = Person(ANN.id, Language.ENGLISH)
        await books.people.add(person, books.now)
        found = []
        for before, after in ((MEMBER, BANNED), (BANNED, MEMBER)):
            event = ChatMemberUpdated(
                chat=Chat(id=ANN.id, type="private"),
                from_user=ANN,
                date=NOON,
                old_chat_member=before,
                new_chat_member=after,
            )
            await come_or_go(event, Desk(books, person))
            found.append((await connection.execute(select(persons.c.reachable))).scalar_one())
        return [bool(each) for each in found]

    assert await database.run(reach) == [False, True]
