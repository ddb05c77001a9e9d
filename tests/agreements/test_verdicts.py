"""Whether a copy is genuine, and how much of it who asks may hear."""

import pytest

from domain.order import Order
from services.agreements import (
    Agreement,
    HashTooShort,
    NoHash,
    hash_in,
    is_link,
    seal_of,
    token_of,
)
from services.amending import Amending
from services.order_deeds import OrderTarget
from services.verdicts import Verdict, verdict_on
from tests.builders import BUYER, COLLEAGUE, RIVAL, SELLER, STRANGER, Trade, terms

FILE = "ab" * 32


async def made(trade: Trade, order: Order, sha256: str = FILE) -> Agreement:
    agreement = Agreement(order.id, order.revision, sha256, seal_of(order), order.confirmations[-1].at)
    return await trade.does(STRANGER, lambda b, _: b.agreements.keep(agreement, b.now))


async def asks(trade: Trade, person: int, beginning: str) -> Verdict:
    return await trade.does(person, lambda b, p: verdict_on(b, p, beginning))


async def test_only_the_parties_hear_more_than_that_it_is_genuine(trade: Trade) -> None:
    order = await trade.bound()
    agreement = await made(trade, order)

    verdicts = {
        person: await asks(trade, person, FILE) for person in (BUYER, SELLER, COLLEAGUE, RIVAL, STRANGER)
    }

    assert {person for person, verdict in verdicts.items() if verdict.seen} == {BUYER, SELLER, COLLEAGUE}
    assert {verdict.agreement for verdict in verdicts.values()} == {agreement}
    assert not verdicts[BUYER].is_superseded


async def test_the_beginning_of_a_hash_the_seal_and_the_link_lead_to_it(trade: Trade) -> None:
    order = await trade.bound()
    agreement = await made(trade, order)
    link = f"https://t.me/yijia_bot?start={token_of(agreement.seal)}"

    ways = [FILE[:16], f" {FILE.upper()} ", agreement.seal[:20], link, token_of(agreement.seal)]
    found = [(await asks(trade, STRANGER, hash_in(way))).agreement for way in ways]

    assert found == [agreement] * len(ways)
    assert is_link(token_of(agreement.seal))
    assert len(token_of(agreement.seal)) <= 64


async def test_a_changed_digit_is_not_genuine(trade: Trade) -> None:
    order = await trade.bound()
    agreement = await made(trade, order)

    for known in (FILE, agreement.seal):
        for place in (0, 15, 63):
            other = "0" if known[place] != "0" else "1"
            forged = known[:place] + other + known[place + 1 :]
            assert (await asks(trade, BUYER, forged)).agreement is None


async def test_an_amendment_supersedes_the_agreement_before(trade: Trade) -> None:
    order = await trade.bound()
    await made(trade, order)
    target = OrderTarget(order.id, order.revision)
    await trade.does(SELLER, lambda b, p: Amending(b, p).propose(target, terms(count=700)))
    amended = await trade.does(BUYER, lambda b, p: Amending(b, p).accept(order.id, 1))
    await made(trade, amended, "cd" * 32)

    old, new = await asks(trade, BUYER, FILE), await asks(trade, BUYER, "cd" * 32)

    assert (old.is_superseded, old.current) == (True, 2)
    assert not new.is_superseded
    assert seal_of(amended) != seal_of(order)


async def test_the_file_of_a_revision_is_recorded_once(trade: Trade) -> None:
    order = await trade.bound()
    first = await made(trade, order)

    again = await made(trade, order, "cd" * 32)

    assert again == first
    assert (await asks(trade, BUYER, "cd" * 32)).agreement is None


@pytest.mark.parametrize("words", ["", "hello", "v_short", "g" * 64, "a" * 65, "12 34"])
def test_what_is_no_hash_is_refused(words: str) -> None:
    with pytest.raises((NoHash, HashTooShort)):
        hash_in(words)
