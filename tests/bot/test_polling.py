"""What a refused poll means, and for how long polling rests after it."""

from typing import Any

import pytest

from bot.condition import Condition
from bot.polling import Poller, trouble_of
from bot.troubles import Trouble, Troubles
from bot.vitals import Part, Vitals

OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
OTHER_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it"
)


def refusal(code: int, description: str = "") -> dict[str, Any]:
    return {"ok": False, "error_code": code, "description": description}


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (refusal(409, OTHER_POLLER), Trouble.CONFLICT),
        (refusal(409, OTHER_WEBHOOK), Trouble.WEBHOOK),
        (refusal(401, "Unauthorized"), Trouble.TOKEN),
        (refusal(404, "Not Found"), Trouble.TOKEN),
        (refusal(429, "Too Many Requests: retry after 5"), None),
        (refusal(502, "Bad Gateway"), None),
        ({"ok": False}, None),
    ],
)
def test_a_refusal_is_understood_by_what_telegram_says(
    answer: dict[str, Any], trouble: Trouble | None
) -> None:
    assert trouble_of(answer) is trouble


def test_the_longer_telegram_refuses_the_longer_polling_rests() -> None:
    nobody: Any = None
    poller = Poller("", nobody, nobody, Condition(Vitals([Part.POLLING]), Troubles()))

    rests = [poller._refused(refusal(409)) for _ in range(2_000)]
    poller._went_well()

    assert rests == [2, 4, 8] + 1_997 * [16]
    assert poller._refused(refusal(409)) == 2
