"""Changes wanted of a sample: a list, an answer to each item, a clock, and a second sample to check."""

from datetime import timedelta

import pytest

from domain.golden import NotASample
from domain.lifecycle import ChangesStatus
from domain.wanted_changes import (
    ChangesMoveNotAllowed,
    NothingWanted,
    TooManyWishes,
    Verdict,
    Wish,
    WordsUnusable,
)
from services.changes_case import changes_case_of
from services.evidence import Purpose
from services.keeping_time import JOBS, due_jobs
from services.refusals import NotFound
from services.wanting_changes import WantingChanges
from storage.doctor import examine
from storage.tables.golden import wish_answers
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, Trade
from tests.golden_samples import answers, approves, pile, placed, received, wants

HOUR = timedelta(hours=1)


async def broken(trade: Trade) -> list[str]:
    return [finding.says for finding in await examine(trade.database) if finding.rows]


async def works(trade: Trade, later: timedelta) -> list[str]:
    """What the clock does then."""

    async def work(books, _):  # type: ignore[no-untyped-def]
        due = await due_jobs(books, 9)
        for job, number in due:
            await JOBS[job](books, number)
        return [job for job, _ in due if "changes" in job]

    return await trade.does(STRANGER, work, later=later)


async def test_each_wish_is_answered_and_the_buyer_told_once_all_are(trade: Trade) -> None:
    order = await received(trade)
    photos = await pile(trade, order, Purpose.CHANGES, "rim", "rim too")
    empty = await pile(trade, order, Purpose.CHANGES)
    wishes = [Wish("darker blue", empty), Wish("", photos), Wish("no smell")]
    await trade.forget_letters()

    sent = await trade.does(BUYER, lambda b, p: WantingChanges(b, p).send(order.id, wishes))
    await answers(trade, sent, 1)
    refused = await answers(trade, sent, 2, "The mould is fixed", person_id=COLLEAGUE)
    done = await answers(trade, sent, 0)
    changed = await answers(trade, sent, 1, "Out of pigment")

    case = await trade.does(BUYER, lambda b, p: changes_case_of(b, p, sent.id))
    told = [each for each in await trade.told() if each[1].startswith("changes")]
    assert [wish.bundle_id for wish in sent.wishes] == [0, photos, 0]
    assert (refused.status, done.status) == (ChangesStatus.AWAITING_SELLER, ChangesStatus.ANSWERED)
    assert [each.verdict for each in changed.answers] == [Verdict.CANNOT, Verdict.CANNOT, Verdict.WILL]
    assert (case.changes.answers, list(case.photos)) == (changed.answers, [0, 2, 0])
    assert told == [
        (SELLER, "changes_wanted"),
        (COLLEAGUE, "changes_wanted"),
        (BUYER, "changes_answered"),
        (BUYER, "changes_answered"),
    ]
    assert await trade.count(wish_answers) == 4
    assert await broken(trade) == []


async def test_what_is_no_list_is_refused_and_nothing_is_kept(trade: Trade) -> None:
    order, early, approved = await received(trade), await placed(trade), await received(trade)
    await approves(trade, approved)

    for number, words, refusal in (
        (order, (), NothingWanted),
        (order, ("x",) * 11, TooManyWishes),
        (order, ("x" * 501,), WordsUnusable),
        (order, ("",), WordsUnusable),
        (early, ("x",), NotASample),
        (approved, ("x",), ChangesMoveNotAllowed),
    ):
        with pytest.raises(refusal):
            await wants(trade, number, *words)

    sent = await wants(trade, order, "x")
    with pytest.raises(ChangesMoveNotAllowed):
        await wants(trade, order, "one list at a time")
    with pytest.raises(WordsUnusable):
        await answers(trade, sent, 1, "x" * 501)
    with pytest.raises(ChangesMoveNotAllowed):
        await answers(trade, sent, 2)


async def test_nobody_presses_the_buttons_of_another(trade: Trade) -> None:
    sent = await wants(trade, await received(trade), "darker")

    for person_id in (RIVAL, OTHER_BUYER, STRANGER):
        with pytest.raises(NotFound):
            await answers(trade, sent, 1, person_id=person_id)
    with pytest.raises(ChangesMoveNotAllowed):
        await answers(trade, sent, 1, person_id=BUYER)
    for deed in (
        lambda b, p: WantingChanges(b, p).withdraw(sent.id),
        lambda b, p: WantingChanges(b, p).tick(sent.id, 1),
    ):
        with pytest.raises(ChangesMoveNotAllowed):
            await trade.does(SELLER, deed)
    found = await trade.does(BUYER, lambda b, p: WantingChanges(b, p).withdraw(sent.id))
    assert found.status is ChangesStatus.WITHDRAWN


async def test_the_seller_is_warned_and_a_list_without_an_answer_ends(trade: Trade) -> None:
    order = await received(trade)
    sent = await wants(trade, order, "darker")
    await trade.forget_letters()

    quiet = await works(trade, 59 * HOUR)
    warned = [await works(trade, 61 * HOUR) for _ in range(2)]
    ended = await works(trade, 73 * HOUR)

    assert (quiet, warned, ended) == ([], [["warn_of_changes"], []], ["expire_changes"])
    assert [each for each in await trade.told() if "changes" in each[1]] == [
        (SELLER, "changes_run_out"),
        (COLLEAGUE, "changes_run_out"),
        (BUYER, "changes_unanswered"),
        (SELLER, "changes_unanswered"),
        (COLLEAGUE, "changes_unanswered"),
    ]
    with pytest.raises(ChangesMoveNotAllowed):
        await answers(trade, sent, 1)
    assert (await wants(trade, order, "darker, please")).number == 2
    assert await broken(trade) == []


async def test_a_second_sample_answers_the_list_and_is_checked_by_the_buyer(trade: Trade) -> None:
    sent = await wants(trade, await received(trade), "darker", "no smell")
    await answers(trade, sent, 0)

    second = await placed(trade)
    third = await placed(trade)
    ticked = [
        await trade.does(BUYER, lambda b, p, n=n: WantingChanges(b, p).tick(sent.id, n)) for n in (1, 2, 1)
    ]

    found = await trade.does(STRANGER, lambda b, _: b.changes.followed_by(second.id))
    assert found == ticked[-1]
    assert (found.next_order_id, found.checked) == (second.id, frozenset({2}))
    assert await trade.does(STRANGER, lambda b, _: b.changes.followed_by(third.id)) is None
    with pytest.raises(ChangesMoveNotAllowed):
        await answers(trade, sent, 1, "too late")
    assert await broken(trade) == []
