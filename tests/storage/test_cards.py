"""Which of the cards in a chat stands."""

import pytest

from services.mail import Card, ShownCard
from services.moves import Subject
from storage.cards import StoredCards, keep_card
from storage.database import Connection, Database

ANN, LI = 9001, 9002


def offer(version: int, number: int = 7) -> Card:
    return Card(Subject.NEGOTIATION, number, version)


async def shows(database: Database, chat_id: int, message_id: int, card: Card) -> list[ShownCard]:
    """Notes what a message shows; returns the cards that stood until then."""

    async def work(connection: Connection) -> list[ShownCard]:
        return list(await keep_card(connection, chat_id, message_id, card))

    return await database.run(work)


async def standing(database: Database, chat_id: int, card: Card) -> list[int]:
    """The messages whose place the card would take."""
    found = await database.run(lambda connection: StoredCards(connection).standing(chat_id, card))
    return sorted(each.message_id for each in found)


async def test_a_newer_card_takes_the_place_of_the_older_one_once(database: Database) -> None:
    first = await shows(database, ANN, 1, offer(1))
    second = await shows(database, ANN, 2, offer(2))
    again = await shows(database, ANN, 2, offer(2))

    assert (first, second, again) == ([], [ShownCard(1, offer(-1))], [])
    assert await standing(database, ANN, offer(3)) == [2]


async def test_a_card_that_is_shown_again_in_its_place_stands_again(database: Database) -> None:
    await shows(database, ANN, 1, offer(1))
    await shows(database, ANN, 2, offer(2))

    pressed = await shows(database, ANN, 1, offer(2))

    assert pressed == [ShownCard(2, offer(-2))]
    assert await standing(database, ANN, offer(2)) == [1]


async def test_other_chats_and_other_negotiations_are_left_alone(database: Database) -> None:
    await shows(database, LI, 1, offer(1))
    await shows(database, ANN, 1, offer(1, number=8))

    assert await shows(database, ANN, 2, offer(1)) == []
    assert await standing(database, LI, offer(1)) == [1]


async def test_a_mere_message_neither_stands_nor_takes_a_place(database: Database) -> None:
    await shows(database, ANN, 1, offer(1))

    assert await shows(database, ANN, 2, offer(0)) == []
    assert await standing(database, ANN, offer(1)) == [1]


@pytest.mark.parametrize("number", [7, 42])
async def test_an_order_takes_the_place_of_its_negotiation_and_not_the_reverse(
    database: Database, number: int
) -> None:
    order = Card(Subject.ORDER, number, 1, negotiation_id=7)
    await shows(database, ANN, 1, offer(2))

    placed = await shows(database, ANN, 2, order)
    looked_up = await shows(database, ANN, 3, offer(2))

    assert placed == [ShownCard(1, offer(-2))]
    assert looked_up == []
    assert await standing(database, ANN, order) == [2, 3]
