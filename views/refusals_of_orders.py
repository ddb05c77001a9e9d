"""What an order refuses, said kindly."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import carriers, consignment, details, milestone, order, review
from domain.refusal import Refusal
from services import cancelling, order_split, receiving
from views.reader import Reader

Sentence = Callable[[Reader, Mapping[str, Any]], str]


def _address(reader: Reader, facts: Mapping[str, Any]) -> str:
    most = reader.number(facts["most"])
    return reader.word("Please give the delivery address in 1 to {most} characters.", most=most)


def _note(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("Please keep notes to {most} characters.", most=reader.number(facts["most"]))


def _lines(reader: Reader, facts: Mapping[str, Any]) -> str:
    missing = facts["count"] - facts["sum"]
    named: dict[str, object] = {
        "given": reader.number(facts["sum"]),
        "wanted": reader.number(facts["count"]),
        "difference": reader.number(abs(missing)),
    }
    if missing > 0:
        return reader.word("That adds up to {given}: {difference} of {wanted} are missing.", **named)
    return reader.word("That adds up to {given}: {difference} more than the {wanted} ordered.", **named)


def _too_many_units(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("Only {left} are left.", left=reader.number(facts["left"]))


def _too_many_lines(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("An order can be split into at most {most} lines.", most=facts["most"])


def _paid_already(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("Money was paid, so both sides must agree to cancel. Please ask the other side.")


def _not_paid_yet(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "What is due before production is not booked yet. Press Payment received when it arrives."
    )


def _not_settled(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("Something is still to be paid, so the order stays open.")


def _ships_too_much(reader: Reader, facts: Mapping[str, Any]) -> str:
    left = reader.number(facts["left"])
    return reader.word("Please ship at least 1 and at most the {left} that are left.", left=left)


def _note_of_stage(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("Please keep it to {most} characters.", most=reader.number(facts["most"]))


def _photos(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("At most {most} photos at a time. Press Done to send these.", most=facts["most"])


def _prolonged(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("You waited longer {most} times already. Please press Message and ask.", **facts)


OF_ORDERS: Final[Mapping[type[Refusal], Sentence]] = {
    details.AddressUnusable: _address,
    details.NoteUnusable: _note,
    details.LinesDiffer: _lines,
    order_split.TooManyLines: _too_many_lines,
    order_split.TooManyUnits: _too_many_units,
    order.PaidAlready: _paid_already,
    order.NotPaidYet: _not_paid_yet,
    order.NotSettled: _not_settled,
    order.ShipsTooMuch: _ships_too_much,
    review.NothingReceived: lambda reader, _: reader.word("You can review it once the goods have arrived."),
    review.ReviewSettled: lambda reader, facts: reader.word(
        "A review can be changed for {days} days. This one stays as it is.", days=facts["days"]
    ),
    review.StarsOutOfBounds: lambda reader, _: reader.word("Please give one to five stars."),
    review.WordsUnusable: lambda reader, facts: reader.word(
        "Please write 1 to {most} characters.", most=reader.number(facts["most"])
    ),
    review.TooManyPhotos: lambda reader, facts: reader.word(
        "A review shows at most {most} photos. Please press Done.", most=facts["most"]
    ),
    review.LinkInReview: lambda reader, _: reader.word(
        "Please leave out links, accounts and web addresses: others cannot check them."
    ),
    review.AnsweredAlready: lambda reader, _: reader.word("This review was answered already."),
    milestone.StageReported: lambda reader, _: reader.word("You reported this stage already."),
    milestone.NoteUnusable: _note_of_stage,
    milestone.TooManyPhotos: _photos,
    carriers.TrackingUnusable: lambda reader, _: reader.word(
        "That is no tracking number: letters and digits only, 5 to 40 of them. Please copy it again."
    ),
    carriers.CarrierUnusable: lambda reader, facts: reader.word(
        "Please give the carrier's name in 1 to {most} characters.", most=facts["most"]
    ),
    consignment.ArrivalUnusable: lambda reader, _: reader.word(
        "Please give a day from today on, within half a year."
    ),
    receiving.ProlongedEnough: _prolonged,
    cancelling.ReasonUnusable: lambda reader, facts: reader.word(
        "Please give the reason in 1 to {most} characters.", most=facts["most"]
    ),
}
