"""When a trouble lasts and when it is over, by a clock of the test's own."""

import pytest

from bot.troubles import Standing, Trouble, Troubles
from bot.vitals import PATIENCE, Part, Vitals


class Hands:
    """A clock that goes when it is told."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hands() -> Hands:
    return Hands()


def test_two_workers_who_overlap_for_a_moment_are_no_trouble(hands: Hands) -> None:
    troubles = Troubles(hands)

    for _ in range(3):
        troubles.meet(Trouble.CONFLICT)
        hands.now += 6

    assert troubles.lasting() == []


def test_a_conflict_lasts_within_a_minute_although_polls_rest_longer_and_longer(hands: Hands) -> None:
    troubles = Troubles(hands)

    for rest in (2, 4, 8, 16, 0):
        troubles.meet(Trouble.CONFLICT)
        hands.now += rest

    assert troubles.lasting() == [Trouble.CONFLICT]
    assert hands.now < 1060


def test_a_poll_that_succeeds_now_and_then_ends_no_conflict(hands: Hands) -> None:
    troubles = Troubles(hands)

    for _ in range(10):
        troubles.meet(Trouble.CONFLICT)
        troubles.miss(Trouble.CONFLICT)
        hands.now += 25

    assert troubles.lasting() == [Trouble.CONFLICT]


def test_a_conflict_is_over_after_a_minute_without_and_then_begins_anew(hands: Hands) -> None:
    troubles = Troubles(hands)
    troubles.meet(Trouble.CONFLICT)

    hands.now += 61
    troubles.miss(Trouble.CONFLICT)
    over = troubles.standing(Trouble.CONFLICT)
    troubles.meet(Trouble.CONFLICT)

    assert over is Standing.OVER
    assert troubles.lasting() == []


def test_a_refused_token_lasts_at_once_until_it_is_taken(hands: Hands) -> None:
    troubles = Troubles(hands)

    troubles.note_token(False)
    lasting = troubles.lasting()
    troubles.note_token(True)

    assert lasting == [Trouble.TOKEN]
    assert troubles.lasting() == []


def test_who_hands_over_the_polling_knows_nothing_of_conflicts_any_more(hands: Hands) -> None:
    troubles = Troubles(hands)
    for _ in range(2):
        troubles.meet(Trouble.CONFLICT)
        hands.now += 30

    troubles.forget(Trouble.CONFLICT)
    hands.now += 50
    troubles.miss(Trouble.CONFLICT)

    assert troubles.standing(Trouble.CONFLICT) is Standing.UNKNOWN


@pytest.mark.parametrize("part", Part)
def test_a_part_without_a_sign_is_taken_for_dead_within_a_minute(hands: Hands, part: Part) -> None:
    vitals = Vitals(Part, hands)

    hands.now += 59
    for other in set(Part) - {part}:
        vitals.sign(other)

    assert vitals.silent() == [part]


def test_a_part_is_given_the_time_that_its_work_may_take(hands: Hands) -> None:
    vitals = Vitals([Part.POLLING], hands)

    hands.now += PATIENCE[Part.POLLING] - 1

    assert vitals.silent() == []
