"""What an operator says in a dispute, in the reader's language: what he asks for, and why he decides so."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.dispute import Finding, Wanted
from domain.lifecycle import Actor
from domain.proposal import Proposal
from views.reader import Reader

_Words = Callable[[Reader], str]

WANTED: Final[Mapping[Wanted, _Words]] = {
    Wanted.DEFECTS: lambda reader: reader.word("Close photos of the defects"),
    Wanted.SIZE: lambda reader: reader.word("Photos with a ruler or a scale"),
    Wanted.COUNT: lambda reader: reader.word("What shows how many are affected"),
    Wanted.PACKING: lambda reader: reader.word("Photos of packing, labels and shipping marks"),
    Wanted.SAMPLE: lambda reader: reader.word("Photos of the goods beside the approved sample"),
    Wanted.REPORT: lambda reader: reader.word("The report of an inspection"),
    Wanted.SHIPPING: lambda reader: reader.word("The shipping papers"),
    Wanted.ADDRESS: lambda reader: reader.word("The address that goods go back to"),
}
FINDINGS_SAID: Final[Mapping[Finding, _Words]] = {
    Finding.SHOWN: lambda reader: reader.word("The photos show the defect."),
    Finding.SAMPLE: lambda reader: reader.word("The goods differ from the approved sample."),
    Finding.WRONG: lambda reader: reader.word("Other goods came than were ordered."),
    Finding.SHORT: lambda reader: reader.word("The count shows that goods are missing."),
    Finding.PACKING: lambda reader: reader.word("The packing was not good enough."),
    Finding.LATE: lambda reader: reader.word("The goods left later than agreed."),
    Finding.SHARED: lambda reader: reader.word("Both sides share it."),
    Finding.SILENT: lambda reader: reader.word("What was asked for was not sent in time."),
    Finding.NOT_SHOWN: lambda reader: reader.word("The photos do not show the defect."),
    Finding.AS_AGREED: lambda reader: reader.word("The goods are as agreed."),
    Finding.ON_THE_WAY: lambda reader: reader.word("It happened on the way, at the buyer's risk."),
}


def finding(reader: Reader, found: Finding) -> str:
    """Why an operator suggests or decides so."""
    return FINDINGS_SAID[found](reader)


def reason_words(reader: Reader, proposal: Proposal) -> str:
    """Why it is proposed: a person's own words, or an operator's finding, which is stored by its name."""
    if proposal.by is not Actor.OPERATOR:
        return proposal.reason
    return finding(reader, Finding(proposal.reason)) if proposal.reason else ""
