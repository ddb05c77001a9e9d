"""The words for what is claimed and why."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim_facts import ClaimKind, ClaimReason
from views.markup import Html
from views.reader import Reader

_Named = Callable[[Reader, dict[str, object]], Html]

KINDS: Final[Mapping[ClaimKind, _Named]] = {
    ClaimKind.LATE: lambda reader, named: reader.say("Late delivery · order {number}", **named),
    ClaimKind.REFUND: lambda reader, named: reader.say("Refund only · order {number}", **named),
    ClaimKind.RETURN: lambda reader, named: reader.say("Return and refund · order {number}", **named),
}
REASONS: Final[Mapping[ClaimReason, Callable[[Reader], Html]]] = {
    ClaimReason.QUALITY: lambda reader: reader.say("poor quality"),
    ClaimReason.WRONG_GOODS: lambda reader: reader.say("wrong goods"),
    ClaimReason.SHORT: lambda reader: reader.say("short quantity"),
    ClaimReason.DAMAGED: lambda reader: reader.say("damaged"),
    ClaimReason.LATE: lambda reader: reader.say("late"),
    ClaimReason.OTHER: lambda reader: reader.say("another reason"),
}
