"""What is told of samples, above the golden sample, the list of changes or the order."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from services.cases import OrderCase
from services.notices import News
from views.markup import Html, bold
from views.reader import Reader

_OF_CHANGES: Final[Mapping[News, Callable[[Reader], Html]]] = {
    News.CHANGES_RUN_OUT: lambda reader: reader.say("⏰ The buyer still waits for your answer."),
}


def golden_news(reader: Reader) -> Html:
    """The seller keeps one like it."""
    return bold(
        reader.say(
            "🎉 The buyer approved your sample. Please keep one just like it: the lot is checked against it."
        )
    )


def changes_news(reader: Reader, news: News) -> Html:
    """The card says the rest itself."""
    say = _OF_CHANGES.get(news)
    return bold(say(reader)) if say else Html()


def credited(reader: Reader, case: OrderCase, now: datetime) -> Html:
    """Both sides read it: the sample's price counts as paid here."""
    return reader.say(
        "🎁 Both confirmed: what was paid for sample {number} now counts as paid for this order.",
        number=case.order.terms.sample,
    )
