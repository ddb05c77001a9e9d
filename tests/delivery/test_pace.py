"""The pace keeps inside Telegram's limits whatever is asked of it."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.pace import Lane, Limits, Pace, Scope

PEOPLE = st.integers(1, 6)
GROUPS = st.integers(-3, -1)
WISHES = st.lists(
    st.tuples(st.one_of(PEOPLE, GROUPS), st.sampled_from(Lane), st.floats(0, 0.5)), min_size=1, max_size=150
)
CROWD = st.lists(
    st.tuples(st.integers(1, 500), st.sampled_from(Lane), st.floats(0, 0.05)), min_size=80, max_size=250
)


def play(wishes: list[tuple[int, Lane, float]], pace: Pace) -> list[tuple[float, int]]:
    """Send each wish as soon as it may go, the pauses passing meanwhile; return when each one was sent."""
    sent: list[tuple[float, int]] = []
    queue = [(chat, lane) for chat, lane, _ in wishes]
    now = 1000.0
    for _, _, pause in wishes:
        now += pause
        queue = leave(queue, pace, now, sent)
    while queue:
        now += min(pace.next_free(chat, now, lane) for chat, lane in queue)
        queue = leave(queue, pace, now, sent)
    return sent


def leave(
    queue: list[tuple[int, Lane]], pace: Pace, now: float, sent: list[tuple[float, int]]
) -> list[tuple[int, Lane]]:
    held = []
    for chat, lane in queue:
        if pace.next_free(chat, now, lane) > 0:
            held.append((chat, lane))
            continue
        pace.took(chat, now, lane)
        sent.append((now, chat))
    return held


def most_within(times: list[float], seconds: float) -> int:
    return max(sum(start <= time <= start + seconds for time in times) for start in times)


def by_chat(sent: list[tuple[float, int]]) -> dict[int, list[float]]:
    chats = defaultdict(list)
    for now, chat in sent:
        chats[chat].append(now)
    return chats


@settings(max_examples=60)
@given(st.one_of(WISHES, CROWD))
def test_no_second_sees_more_than_thirty_messages(wishes: list[tuple[int, Lane, float]]) -> None:
    sent = play(wishes, Pace())

    assert len(sent) == len(wishes)
    assert most_within([now for now, _ in sent], 1.0) <= 30


@settings(max_examples=60)
@given(WISHES)
def test_a_person_gets_three_at_once_and_then_one_a_second(wishes: list[tuple[int, Lane, float]]) -> None:
    people = {chat: times for chat, times in by_chat(play(wishes, Pace())).items() if chat > 0}

    for times in people.values():
        for seconds in (0.0, 1.0, 5.0, 20.0):
            assert most_within(times, seconds) <= 3 + seconds


@settings(max_examples=60)
@given(WISHES)
def test_a_group_gets_twenty_a_minute(wishes: list[tuple[int, Lane, float]]) -> None:
    groups = {chat: times for chat, times in by_chat(play(wishes, Pace())).items() if chat < 0}

    for times in groups.values():
        assert most_within(times, 60.0) <= 20


@settings(max_examples=60)
@given(WISHES, st.dictionaries(st.one_of(PEOPLE, GROUPS, st.none()), st.floats(0, 90)))
def test_nothing_leaves_before_a_stored_deadline(
    wishes: list[tuple[int, Lane, float]], deadlines: dict[Scope | None, float]
) -> None:
    pace = Pace()
    for scope, seconds in deadlines.items():
        pace.halt(scope, 1000.0 + seconds)

    sent = play(wishes, pace)

    for now, chat in sent:
        assert now >= 1000.0 + max(deadlines.get(chat, 0), deadlines.get(None, 0)) - 1e-5


@pytest.mark.parametrize("workers", [1, 2, 5, 12])
def test_workers_together_keep_the_limit_of_one_bot(workers: int) -> None:
    wishes = [(person, Lane.INTERACTIVE, 0.0) for person in range(1, 61)]

    sent = [now for _ in range(workers) for now, _ in play(wishes, Pace(Limits.shared_by(workers)))]

    assert 20 <= most_within(sent, 1.0) <= 30


def test_one_slow_chat_holds_up_nobody_else() -> None:
    pace = Pace()
    pace.halt(7, 130.0)

    assert pace.next_free(7, 100.0) == 30.0
    assert pace.next_free(8, 100.0) == 0.0


def test_an_answer_goes_before_an_announcement() -> None:
    pace = Pace()
    pace.took(1, 100.0)

    assert pace.next_free(2, 100.0, Lane.INTERACTIVE) < pace.next_free(3, 100.0, Lane.BULK)


def test_announcements_leave_room_for_answers() -> None:
    pace, now, sent = Pace(), 100.0, []
    for person in range(1, 61):
        now += pace.next_free(person, now, Lane.BULK)
        pace.took(person, now, Lane.BULK)
        sent.append(now)

    assert most_within(sent, 1.0) <= 20
    assert max(later - earlier for earlier, later in pairwise(sent)) < 0.1


def test_a_later_refusal_never_shortens_an_earlier_one() -> None:
    pace = Pace()
    pace.halt(7, 130.0)

    pace.halt(7, 101.0)

    assert pace.halted(7, 100.0) == 30.0


def test_a_success_lifts_no_halt() -> None:
    pace = Pace()
    pace.refused(7, 130.0)

    pace.accepted()

    assert pace.next_free(7, 100.0) == 30.0


def test_a_refusal_halts_its_chat_and_a_row_of_refusals_everything() -> None:
    pace = Pace()

    halted = [pace.refused(chat, 110.0) for chat in range(1, 1 + Limits().flood)]

    assert halted == [1, 2, 3, None]
    assert pace.next_free(99, 100.0) == pace.halted(None, 100.0) == 10.0


def test_refusals_between_successes_halt_only_their_chats() -> None:
    pace = Pace()

    for chat in range(1, 50):
        pace.refused(chat, 110.0)
        pace.accepted()

    assert pace.next_free(99, 100.0) == 0.0


def test_a_refused_method_leaves_the_chats_alone() -> None:
    pace = Pace()

    pace.refused("setMyCommands", 4000.0)

    assert pace.next_free(7, 100.0) == 0.0
    assert pace.halted("setMyCommands", 100.0) == 3900.0


def test_chats_that_fell_silent_are_forgotten() -> None:
    pace = Pace(Limits(memory=50))
    for person in range(1, 2000):
        pace.halt(person, person + 1.0)
        pace.took(person, float(person))

    assert pace.remembered < 200
