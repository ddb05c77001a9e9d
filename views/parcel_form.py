"""What is asked before goods travel because of a claim, and looked over once more."""

from domain.carriers import PROFILES, USUAL
from domain.people import Side
from domain.terms.choices import Shipping
from services.claim_case import ClaimCase
from services.parcel_form import ParcelForm
from views.callback_data.claim import ShowClaim
from views.callback_data.returns import PickParcelCarrier, SendParcel
from views.carriers import carrier_name, known_carrier, waybill_words
from views.claim_lines import card_of, claim_lines
from views.markup import Html, bold, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.settlement import way_back


def parcel_question(reader: Reader, case: ClaimCase, form: ParcelForm, problem: Html | str = "") -> Screen:
    """By whom, or under which number, and where the goods go back to."""
    where = way_back(reader, case.claim.proposal.settlement)
    if form.waybill is None:
        question = lines(
            bold(reader.say("Who carries the goods?")),
            reader.say("Press, or type a name, perhaps with the number: DHL 1234567890."),
        )
        return _asked(reader, case, paragraphs(where, problem, question), _carriers(reader, form))
    return _asked(reader, case, paragraphs(where, problem, _number(reader, form)), ())


def parcel_review(reader: Reader, case: ClaimCase, form: ParcelForm) -> Screen:
    """All of it once more, naming the order."""
    assert form.waybill is not None, "a form under review names its carrier"
    named: dict[str, object] = {"number": case.order.number}
    question = (
        reader.say("Tell the seller that the goods of order {number} are on their way back?", **named)
        if case.side is Side.BUYER
        else reader.say("Tell the buyer that the replacement for order {number} is on its way?", **named)
    )
    wrong = reader.say("Another number? Just type it. Photos of the parcel? Send them before.")
    text = paragraphs(
        lines(waybill_words(reader, form.waybill), _unusual(reader, form)), lines(bold(question), wrong)
    )
    press = SendParcel(claim_id=form.claim_id, token=form.token)
    return _asked(reader, case, text, rows([Button(reader.word("Yes"), press.pack(), Style.SUCCESS)]))


def _asked(reader: Reader, case: ClaimCase, text: Html, buttons: Rows) -> Screen:
    leave = Button(reader.word("Cancel"), ShowClaim(claim_id=case.claim.id).pack())
    whole = paragraphs(claim_lines(reader, case), text)
    return Screen(whole, (*buttons, (leave,)), card=card_of(case.claim))


def _carriers(reader: Reader, form: ParcelForm) -> Rows:
    """Goods of a claim mostly go by express."""
    carriers = [
        Button(known_carrier(reader, each), PickParcelCarrier(claim_id=form.claim_id, carrier=each).pack())
        for each in USUAL[Shipping.EXPRESS]
    ]
    return grid(carriers, 3)


def _number(reader: Reader, form: ParcelForm) -> Html:
    assert form.waybill is not None, "the carrier is asked first"
    ask = reader.say("What is the tracking number of {carrier}?", carrier=carrier_name(reader, form.waybill))
    if form.waybill.carrier is None:
        return bold(ask)
    example = reader.say("For example {example}.", example=PROFILES[form.waybill.carrier].example)
    return lines(bold(ask), example)


def _unusual(reader: Reader, form: ParcelForm) -> Html:
    waybill = form.waybill
    if waybill is None or waybill.carrier is None or not waybill.is_unusual:
        return Html()
    return reader.say(
        "⚠️ Numbers of {carrier} usually look like {example}. Please look again.",
        carrier=carrier_name(reader, waybill),
        example=PROFILES[waybill.carrier].example,
    )
