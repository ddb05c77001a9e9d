"""A sentence for every broken rule of evidence."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.refusal import Refusal
from services import evidence
from views.reader import Reader

OF_EVIDENCE: Final[Mapping[type[Refusal], Callable[[Reader, Mapping[str, Any]], str]]] = {
    evidence.NoEvidence: lambda reader, _: reader.word(
        "Please send photos or PDF files; I cannot keep other kinds as evidence."
    ),
    evidence.EvidenceTooLarge: lambda reader, facts: reader.word(
        "That file is larger than {most} MB, which Telegram does not let me have. Please send a smaller one.",
        most=reader.number(facts["most"]),
    ),
    evidence.BundleFull: lambda reader, facts: reader.word(
        "That one was not kept: {most} files are the most here. Please press Done.",
        most=reader.number(facts["most"]),
    ),
    evidence.TooMuchEvidence: lambda reader, facts: reader.word(
        "That one was not kept: a day holds {most} files of 500 MB together. Please go on tomorrow.",
        most=reader.number(facts["most"]),
    ),
}
