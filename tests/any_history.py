"""Any history of deeds is played on databases without rows; what it must keep is said by its machine."""

from collections.abc import Callable

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test


def play(
    machine: type[RuleBasedStateMachine], fresh: Callable[[], str], *, histories: int, deeds: int
) -> None:
    """The same histories each time; `fresh` gives the address of the database of the next."""
    played = type(machine.__name__, (machine,), {"fresh": staticmethod(fresh)})
    run_state_machine_as_test(
        played,
        settings=settings(
            max_examples=histories,
            stateful_step_count=deeds,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
