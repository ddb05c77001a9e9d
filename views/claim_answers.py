"""The words for the answers to the form of a claim, as buttons and as it stands so far."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim_facts import ClaimKind, ClaimReason
from domain.people import Side
from services.claim_draft import Step
from views.reader import Reader

Word = Callable[[Reader], str]

KINDS: Final[Mapping[ClaimKind, Word]] = {
    ClaimKind.REFUND: lambda reader: reader.word("💰 Refund only"),
    ClaimKind.RETURN: lambda reader: reader.word("↩️ Return and refund"),
}
REASONS: Final[Mapping[ClaimReason, Word]] = {
    ClaimReason.QUALITY: lambda reader: reader.word("🔧 Quality"),
    ClaimReason.WRONG_GOODS: lambda reader: reader.word("🔀 Wrong goods"),
    ClaimReason.SHORT: lambda reader: reader.word("➖ Short quantity"),
    ClaimReason.DAMAGED: lambda reader: reader.word("💥 Damaged"),
    ClaimReason.LATE: lambda reader: reader.word("⏰ Late"),
    ClaimReason.OTHER: lambda reader: reader.word("❔ Other"),
}
PAYERS: Final[Mapping[Side, Word]] = {
    Side.SELLER: lambda reader: reader.word("The seller pays"),
    Side.BUYER: lambda reader: reader.word("I pay"),
}
STEPS: Final[Mapping[Step, Word]] = {
    Step.KIND: lambda reader: reader.word("What you want"),
    Step.REASON: lambda reader: reader.word("Reason"),
    Step.UNITS: lambda reader: reader.word("Affected"),
    Step.PHOTOS: lambda reader: reader.word("Photos"),
    Step.WORDS: lambda reader: reader.word("Description"),
    Step.AMOUNT: lambda reader: reader.word("Amount"),
    Step.FREIGHT: lambda reader: reader.word("Freight back"),
}
"""What each question is about."""
