"""Goods that travel because of a claim: what its card says of them, and its buttons."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim_facts import OWED
from domain.lifecycle import Deed
from domain.people import Side
from domain.return_parcel import Contest, ReturnParcel
from domain.settlement import Remedy
from services.claim_case import ClaimCase
from services.travels import Travels
from views.callback_data.returns import BeginParcel, ContestParcel, ReceiveReplacement, TakeBack
from views.carriers import to_carrier, waybill_words
from views.markup import Html, lines, quote
from views.reader import Reader
from views.screen import Button, Style

_Said = Callable[[Reader, dict[str, object]], Html]
_SENT: Final[Mapping[Side, _Said]] = {
    Side.BUYER: lambda reader, named: reader.say("📦 Sent back {day}: {waybill}", **named),
    Side.SELLER: lambda reader, named: reader.say("🚚 Replacement sent {day}: {waybill}", **named),
}
_CONTESTED: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say("⚠️ The buyer says something is wrong with the replacement:"),
    Side.SELLER: lambda reader: reader.say("⚠️ The seller says something is wrong with what came back:"),
}


def travel_lines(reader: Reader, case: ClaimCase) -> Html:
    """What was sent last, and what was said last against what came."""
    return travels_shown(reader, case.travels)


def travels_shown(reader: Reader, travels: Travels | None) -> Html:
    """The same to whoever looks on."""
    if travels is None:
        return Html()
    told = (_contested(reader, each) for each in travels.contests[-1:])
    return lines(_sent(reader, travels.parcel), *told)


def _sent(reader: Reader, parcel: ReturnParcel) -> Html:
    named: dict[str, object] = {
        "day": reader.short_day(reader.own_day(parcel.at)),
        "waybill": waybill_words(reader, parcel.waybill),
    }
    return _SENT[parcel.side](reader, named)


def _contested(reader: Reader, contest: Contest) -> Html:
    return lines(_CONTESTED[contest.side](reader), quote(contest.reason))


def send_back_button(reader: Reader, case: ClaimCase) -> Button | None:
    """The buyer has to send the goods back."""
    if not case.may(Deed.SEND_BACK):
        return None
    press = BeginParcel(claim_id=case.claim.id, version=case.claim.proposal.number)
    return Button(reader.word("📦 Sent back"), press.pack(), Style.PRIMARY)


def replace_button(reader: Reader, case: ClaimCase) -> Button | None:
    """The seller owes other goods."""
    is_owed = case.claim.status in OWED and case.claim.proposal.settlement.remedy is Remedy.REPLACEMENT
    if not is_owed or not case.may(Deed.SEND_REPLACEMENT):
        return None
    press = BeginParcel(claim_id=case.claim.id, version=case.claim.proposal.number)
    return Button(reader.word("🚚 Replacement sent"), press.pack(), Style.PRIMARY)


def take_back_button(reader: Reader, case: ClaimCase) -> Button | None:
    """The seller waits for goods."""
    if not case.may(Deed.TAKE_BACK):
        return None
    press = TakeBack(claim_id=case.claim.id, version=case.claim.proposal.number)
    return Button(reader.word("✅ Goods are back"), press.pack(), Style.SUCCESS)


def receive_button(reader: Reader, case: ClaimCase) -> Button | None:
    """The buyer waits for the replacement."""
    if not case.may(Deed.RECEIVE):
        return None
    press = ReceiveReplacement(claim_id=case.claim.id, version=case.claim.proposal.number)
    return Button(reader.word("📬 Confirm receipt"), press.pack(), Style.SUCCESS)


def contest_button(reader: Reader, case: ClaimCase) -> Button | None:
    """What comes may be wrong; after a decision of the operator it is too late to say so."""
    if not case.may(Deed.CONTEST) or case.claim.decided:
        return None
    press = ContestParcel(claim_id=case.claim.id, version=case.claim.proposal.number)
    word = (
        reader.word("⚠️ Something is wrong with it")
        if case.side is Side.BUYER
        else reader.word("⚠️ Something is wrong")
    )
    return Button(word, press.pack(), Style.DANGER)


def follow_button(reader: Reader, case: ClaimCase) -> Button | None:
    """To the carrier's own page about what was sent last."""
    return to_carrier(reader, case.travels.parcel.waybill) if case.travels else None
