"""Where a list of changes stands, in one line for either side."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import ChangesStatus
from domain.wanted_changes import WantedChanges
from views.markup import Html
from views.reader import Reader

_S: Final = ChangesStatus
_STANDING: Final[Mapping[ChangesStatus, Callable[[Reader], Html]]] = {
    _S.AWAITING_SELLER: lambda reader: reader.say("📝 Wanted changes: waiting for the seller's answer"),
    _S.ANSWERED: lambda reader: reader.say("📝 Wanted changes: answered by the seller"),
    _S.WITHDRAWN: lambda reader: reader.say("📝 Wanted changes: taken back"),
    _S.UNANSWERED: lambda reader: reader.say("📝 Wanted changes: not answered in time"),
}


def standing_of(reader: Reader, changes: WantedChanges) -> Html:
    """The line on the card of its sample order."""
    return _STANDING[changes.status](reader)
