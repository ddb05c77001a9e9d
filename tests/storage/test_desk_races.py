"""Operators and owners who act at the same moment: the result is that of one before the other."""

from collections import Counter

import pytest

from domain.application import Reason
from domain.policy import Role
from domain.refusal import Refusal
from services.negotiating import Negotiating, Target
from services.qualifying import Qualifying
from services.teaming import Teaming
from storage.tables.applications import application_steps
from tests.applications import OPERATOR, SECOND_OPERATOR, applies, decides, hire_operators
from tests.builders import COLLEAGUE, SELLER, SUPPLIER, Trade
from tests.storage.test_races import at_once, broken

ROUNDS = 15


async def removes(trade: Trade, person_id: int, other_id: int) -> None:
    await trade.does(person_id, lambda b, p: Teaming(b, p).remove(SUPPLIER, other_id))


async def set_role(trade: Trade, person_id: int, other_id: int, role: Role) -> None:
    await trade.does(person_id, lambda b, p: Teaming(b, p).set_role(SUPPLIER, other_id, role))


async def test_two_operators_decide_at_once_and_the_supplier_withdraws(trade: Trade, rival: Trade) -> None:
    await hire_operators(trade)
    for _ in range(ROUNDS):
        number = await applies(trade)

        said = await at_once(
            decides(trade, OPERATOR, lambda each, n=number: each.grant(n)),
            decides(rival, SECOND_OPERATOR, lambda each, n=number: each.refuse(n, Reason.UNREADABLE)),
            rival.does(SELLER, lambda b, p, n=number: Qualifying(b, p).withdraw(n)),
        )

        assert Counter(said) == {"done": 1, "ApplicationDecided": 2}
        await trade.run_sql("UPDATE suppliers SET qualification = 'unverified'")
    assert await trade.count(application_steps) == 2 * ROUNDS
    assert await broken(trade) == []


async def test_two_owners_apply_at_once(trade: Trade, rival: Trade) -> None:
    await set_role(trade, SELLER, COLLEAGUE, Role.OWNER)
    for _ in range(ROUNDS):
        said = await at_once(applies(trade, SELLER), applies(rival, COLLEAGUE))

        assert sorted(said) == ["AlreadyApplied", "done"]
        await trade.run_sql("UPDATE applications SET status = 'withdrawn', ended_by = 20, ended_at = 1")


@pytest.mark.parametrize("removing", [True, False])
async def test_two_owners_take_each_other_out_at_once(trade: Trade, rival: Trade, removing: bool) -> None:
    for _ in range(ROUNDS):
        await set_role(trade, SELLER, COLLEAGUE, Role.OWNER)

        if removing:
            said = await at_once(removes(trade, SELLER, COLLEAGUE), removes(rival, COLLEAGUE, SELLER))
        else:
            said = await at_once(
                set_role(trade, SELLER, COLLEAGUE, Role.SALES),
                set_role(rival, COLLEAGUE, SELLER, Role.SALES),
            )

        assert sorted(said) == (["NotFound", "done"] if removing else ["OwnersOnly", "done"])
        assert await broken(trade) == []
        await trade.run_sql(f"DELETE FROM memberships WHERE supplier_id = {SUPPLIER}")
        for person, role in ((SELLER, "owner"), (COLLEAGUE, "sales")):
            await trade.run_sql(f"INSERT INTO memberships VALUES ({person}, {SUPPLIER}, '{role}', 0)")


async def test_a_press_meets_the_removal_of_who_presses(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        asked = await trade.inquires()

        accepted, removed = await at_once(
            trade.does(
                COLLEAGUE,
                lambda b, p, n=asked: Negotiating(b, p).accept(Target(n.id, 1), n.offer.digest),
            ),
            removes(rival, SELLER, COLLEAGUE),
        )

        assert removed == "done"
        assert accepted in {"done", "NotFound"}
        with pytest.raises(Refusal):
            await trade.does(COLLEAGUE, lambda b, p, n=asked: Negotiating(b, p).see(n.id))
        await trade.run_sql(f"INSERT INTO memberships VALUES ({COLLEAGUE}, {SUPPLIER}, 'sales', 0)")
    assert await broken(trade) == []
