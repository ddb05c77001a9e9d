"""An application is decided once."""

from dataclasses import replace

import pytest

from domain.application import (
    MAX_REASON_LENGTH,
    MOVES,
    Application,
    ApplicationDecided,
    ApplicationStatus,
    Company,
    Outcome,
    Reason,
    ReasonUnusable,
    Step,
)
from domain.catalogue import Qualification
from tests.applications import CODE
from tests.builders import NOON, SELLER, SUPPLIER

PENDING = Application(1, SUPPLIER, Qualification.TRUSTPASS, Company(" Cup   Co ", CODE), SELLER, NOON)
STEPS = {
    Step.GRANT: lambda each: each.grant(70, NOON),
    Step.REFUSE: lambda each: each.refuse(Outcome(70, NOON, Reason.UNREADABLE)),
    Step.WITHDRAW: lambda each: each.withdraw(SELLER, NOON),
}


@pytest.mark.parametrize("status", ApplicationStatus)
@pytest.mark.parametrize("step", STEPS)
def test_only_what_waits_is_decided(status: ApplicationStatus, step: Step) -> None:
    standing = replace(PENDING, status=status)

    if (status, step) in MOVES:
        assert STEPS[step](standing).status is MOVES[status, step]
    else:
        with pytest.raises(ApplicationDecided):
            STEPS[step](standing)


@pytest.mark.parametrize(
    ("reason", "words"),
    [(None, ""), (Reason.OTHER, ""), (Reason.OTHER, "x" * (MAX_REASON_LENGTH + 1)), (Reason.UNREADABLE, "x")],
)
def test_a_refusal_says_why_in_one_way(reason: Reason | None, words: str) -> None:
    with pytest.raises(ReasonUnusable):
        PENDING.refuse(Outcome(70, NOON, reason, words))


def test_a_companys_name_is_kept_without_needless_spaces() -> None:
    assert PENDING.company.name == "Cup Co"
