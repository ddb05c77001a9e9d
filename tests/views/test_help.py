"""Every question of the guide, as anybody may read it."""

from dataclasses import replace

import pytest

from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.people import Language, Person, Side
from services.cases import Case, OrderCase
from services.helping import OwnCase, Topic
from services.moves import Subject
from tests.builders import inquiry, order_in
from tests.views.goods import CHINESE, ENGLISH, SUNNY, words_on
from views.callback_data.help import ListQuestions
from views.fitting import MESSAGE_LENGTH, visible_length
from views.help import ENTRIES, Asked, answer, questions
from views.reader import Reader

OWNER = Person(20, Language.CHINESE, supplier_ids=frozenset({1}), owned_ids=frozenset({1}))
QUESTIONS = [(side, topic) for side, entries in ENTRIES.items() for topic in entries]


def own(side: Side, topic: Topic) -> list[OwnCase]:
    """A negotiation or an order at each status."""
    reach = ENTRIES[side][topic].reach
    if reach is None:
        return []
    if reach.subject is Subject.NEGOTIATION:
        stands = [
            replace(inquiry(), id=number, status=each) for number, each in enumerate(NegotiationStatus, 1)
        ]
        return [Case(each, side, SUNNY) for each in stands]
    return [OrderCase(order_in(status), side, SUNNY) for status in OrderStatus]


@pytest.mark.parametrize(("side", "topic"), QUESTIONS)
def test_each_answer_leads_somewhere_and_back_to_its_page(side: Side, topic: Topic) -> None:
    for reader in (ENGLISH, CHINESE):
        asked = Asked(side, topic, own(side, topic))

        shown = answer(reader, OWNER, asked)

        words = words_on(shown.rows)
        listed = words_on(questions(reader, OWNER, ListQuestions.unpack(shown.rows[-1][0].data)).rows)
        assert len(words) > 1
        assert asked.entry.question(reader) in listed
        assert visible_length(shown.text) < MESSAGE_LENGTH


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE])
def test_no_two_questions_of_a_side_are_the_same(reader: Reader) -> None:
    for entries in ENTRIES.values():
        asked = [entry.question(reader) for entry in entries.values()]

        assert len(set(asked)) == len(asked)
        assert max(map(len, asked)) <= 40
