"""What is refused about golden samples and wanted changes, said kindly."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import golden, wanted_changes
from domain.refusal import Refusal
from services import own_sample
from views.reader import Reader

OF_GOLDEN: Final[Mapping[type[Refusal], Callable[[Reader, Mapping[str, Any]], str]]] = {
    golden.NotASample: lambda reader, _: reader.word(
        "That is for the buyer of a sample, once the sample has arrived."
    ),
    golden.StandardTooLong: lambda reader, facts: reader.word(
        "Please say it in at most {most} characters.", most=reader.number(facts["most"])
    ),
    own_sample.OtherSample: lambda reader, _: reader.word(
        "That golden sample belongs to other goods. Please leave it out under Quality."
    ),
    wanted_changes.TooManyWishes: lambda reader, facts: reader.word(
        "At most {most} changes fit into one list. Please send it first.", most=reader.number(facts["most"])
    ),
    wanted_changes.NothingWanted: lambda reader, _: reader.word(
        "Nothing is on the list yet. Please write what should be changed, or send a photo."
    ),
    wanted_changes.WordsUnusable: lambda reader, facts: reader.word(
        "Please write 1 to {most} characters.", most=reader.number(facts["most"])
    ),
    wanted_changes.ChangesMoveNotAllowed: lambda reader, _: reader.word(
        "That is not possible now: it is the other side's turn, or this is over."
    ),
}
