"""What is said above a card of a sample to whoever did not press."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from services.notices import News
from views.markup import Html
from views.reader import Reader
from views.sample import both_sides

_declined = both_sides(
    lambda reader: reader.say("The buyer does not take the sample this time."),
    lambda reader: reader.say("The seller cannot send a sample."),
)
_withdrawn = both_sides(
    lambda reader: reader.say("The buyer took the request for a sample back."),
    lambda reader: reader.say("The seller took the quote of the sample back. You may ask again."),
)

SAMPLE_NEWS: Final[Mapping[News, Callable[[Reader, Any, datetime], Html]]] = {
    News.SAMPLE_ASKED: lambda reader, case, now: reader.say(
        "❓ The buyer asks something about your quote. Please answer with a new quote."
    ),
    News.SAMPLE_DECLINED: lambda reader, case, now: _declined(reader, case),
    News.SAMPLE_WITHDRAWN: lambda reader, case, now: _withdrawn(reader, case),
    News.SAMPLE_EXPIRED: lambda reader, case, now: reader.say(
        "Time is up, so this request for a sample has ended. Nothing was ordered."
    ),
    News.SAMPLE_RUNS_OUT: lambda reader, case, now: reader.say(
        "⏰ Only {left} left to answer.", left=reader.duration(case.request.expires_at - now)
    ),
}
