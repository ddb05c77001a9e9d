"""What a sample refuses, said kindly."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import sample_policy, sample_request
from domain.refusal import Refusal
from services import sample_draft, sampling
from views.reader import Reader

Sentence = Callable[[Reader, Mapping[str, Any]], str]

OF_SAMPLES: Final[Mapping[type[Refusal], Sentence]] = {
    sample_policy.SampleCountOutOfBounds: lambda reader, facts: reader.word(
        "As a sample you get 1 to {most} pieces. For more, please press Negotiate.",
        most=reader.number(facts["most"]),
    ),
    sample_policy.SamplesNotOffered: lambda reader, _: reader.word(
        "The supplier gives no samples of this product on standing terms now. Please ask for one again."
    ),
    sample_request.SampleMoveNotAllowed: lambda reader, _: reader.word(
        "That is not possible now: it is the other side's turn, or this is over."
    ),
    sample_request.StaleQuote: lambda reader, _: reader.word(
        "A newer quote stands since. Please look at the current card; nothing was ordered."
    ),
    sample_request.SampleWordsUnusable: lambda reader, facts: reader.word(
        "Please write 1 to {most} characters.", most=reader.number(facts["most"])
    ),
    sample_draft.SampleUnread: lambda reader, _: reader.word(
        "I could not read that. Please press a button, or say it another way."
    ),
    sampling.AskedAlready: lambda reader, facts: reader.word(
        "You have asked already: sample request {number} is open.", number=facts["number"]
    ),
}
