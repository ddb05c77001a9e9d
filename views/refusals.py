"""A sentence for every broken rule: what is wrong and what to do instead, as plain text."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import catalogue, holiday_notice, money, negotiation, order, phrase, quantity, terms
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from services import calling, listing_answers, listing_check, product_files, refusals, stall, talk, teaming
from services.comparing import room, sending, several, shortlist
from views.buttons import to_menu
from views.fitting import QUOTED, plain, shortened
from views.listing_problems import problem_sentence
from views.listing_unread import ANSWERS_UNREAD
from views.markup import escape
from views.phrases.unfit import unfit
from views.reader import Reader
from views.refusals_of_agreements import OF_AGREEMENTS
from views.refusals_of_applications import OF_APPLICATIONS
from views.refusals_of_claim_forms import OF_CLAIM_FORMS
from views.refusals_of_claims import OF_CLAIMS
from views.refusals_of_evidence import OF_EVIDENCE
from views.refusals_of_golden import OF_GOLDEN
from views.refusals_of_orders import OF_ORDERS
from views.refusals_of_payments import OF_PAYMENTS
from views.refusals_of_returns import OF_RETURNS
from views.refusals_of_samples import OF_SAMPLES
from views.refusals_of_terms import OF_TERMS
from views.screen import Screen, rows
from views.units import quantity as counted
from views.units import unit_word

Sentence = Callable[[Reader, Mapping[str, Any]], str]


def refusal_text(reader: Reader, refusal: Refusal) -> str:
    """The sentence for a toast; it has no markup."""
    sentence = SENTENCES.get(type(refusal), _other)
    try:
        return sentence(reader, refusal.facts)
    except KeyError:  # raised without the fact that the sentence names
        return _other(reader, {})


def refused(reader: Reader, refusal: Refusal) -> Screen:
    """The sentence as a message of its own."""
    return Screen(escape(refusal_text(reader, refusal)), rows([to_menu(reader)]))


def _other(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("That is not possible. Nothing has changed.")


def _below_moq(reader: Reader, facts: Mapping[str, Any]) -> str:
    unit = Unit(facts["unit"])
    return reader.word(
        "{count} is below the MOQ: the factory starts at {moq}.",
        count=counted(reader, Quantity(facts["count"], unit)),
        moq=counted(reader, Quantity(facts["moq"], unit)),
    )


def _unit_differs(reader: Reader, facts: Mapping[str, Any]) -> str:
    sold_in = unit_word(reader, Unit(facts["sold_in"]))
    return reader.word("This product is sold by the {unit}. Please give the quantity that way.", unit=sold_in)


def _not_found(reader: Reader, facts: Mapping[str, Any]) -> str:
    if facts.get("what") == "product":
        return reader.word("This product is no longer on offer.")
    return reader.word("I cannot find that. Perhaps it is over, or it belongs to somebody else.")


def _quantity(reader: Reader, facts: Mapping[str, Any]) -> str:
    most = reader.number(facts["most"])
    return reader.word("Please give a whole quantity from 1 to {most}.", most=most)


def _message(reader: Reader, facts: Mapping[str, Any]) -> str:
    most = reader.number(facts["most"])
    return reader.word("Please write a message of 1 to {most} characters.", most=most)


def _files(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "That was not sent: a day holds {most} files of 500 MB together. Please go on tomorrow, or in words.",
        most=reader.number(facts["most"]),
    )


def _price(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "That price does not work: it must be above zero, not enormous, with at most 4 decimals."
    )


def _total(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("Quantity times price is more than I can handle. Please check both.")


def _stale_offer(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("A newer offer stands since. Please look at the current card; nothing was accepted.")


def _stale_order(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("The order was edited since. Please look at the current card; nothing was confirmed.")


def _move(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("That is not possible now: it is the other side's turn, or this is over.")


def _currency(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "This product is priced in {currency}. Please use it too.", currency=facts["listed_in"]
    )


def _answer(reader: Reader, facts: Mapping[str, Any]) -> str:
    return ANSWERS_UNREAD[facts["field"]](reader, facts)


def _unfit(reader: Reader, facts: Mapping[str, Any]) -> str:
    return plain(problem_sentence(reader, facts["problems"][0]))


SENTENCES: Final[Mapping[type[Refusal], Sentence]] = {
    negotiation.BelowMoq: _below_moq,
    negotiation.UnitDiffers: _unit_differs,
    negotiation.CurrencyDiffers: _currency,
    negotiation.StaleVersion: _stale_offer,
    negotiation.AlteredOffer: lambda reader, _: reader.word(
        "This offer is not as it was sent, so it cannot be accepted. Please make a new one."
    ),
    negotiation.MoveNotAllowed: _move,
    negotiation.NothingChanged: lambda reader, _: reader.word(
        "That is the very offer on the table. Change something, or press Accept."
    ),
    negotiation.NoSelfDealing: lambda reader, _: reader.word(
        "You sell for this supplier, so you cannot buy from it."
    ),
    order.StaleOrder: _stale_order,
    order.OrderMoveNotAllowed: _move,
    quantity.QuantityOutOfBounds: _quantity,
    terms.TermOutOfBounds: _other,
    terms.MoqOutOfBounds: _quantity,
    **OF_AGREEMENTS,
    **OF_ORDERS,
    **OF_PAYMENTS,
    **OF_CLAIMS,
    **OF_EVIDENCE,
    **OF_CLAIM_FORMS,
    **OF_RETURNS,
    **OF_GOLDEN,
    **OF_SAMPLES,
    **OF_TERMS,
    money.PriceOutOfBounds: _price,
    money.TotalOutOfBounds: _total,
    money.UnknownCurrency: lambda reader, _: reader.word("I do not know this currency."),
    catalogue.InconsistentTiers: _other,
    catalogue.ProductPaused: lambda reader, _: reader.word(
        "The seller has paused this product: no new inquiry or order for now."
    ),
    holiday_notice.HolidayUnusable: lambda reader, facts: reader.word(
        "Please name a first and a last day, at most {most} days that begin within two months,"
        " and at most {characters} characters.",
        most=facts["most"],
        characters=facts["characters"],
    ),
    listing_answers.AnswerUnread: _answer,
    listing_check.ListingUnfit: _unfit,
    stall.ListedAlready: lambda reader, facts: reader.word(
        "You list “{title}” already. Change that one, or give this one another title.",
        title=shortened(facts["title"], QUOTED),
    ),
    product_files.FileTooLargeHere: lambda reader, facts: reader.word(
        "That file is too large: at most {most} MB here. Please split it.", most=facts["most"]
    ),
    refusals.NotFound: _not_found,
    refusals.InvitationUnusable: lambda reader, _: reader.word(
        "This invitation is not valid: it was used already or has run out."
    ),
    refusals.OwnersOnly: lambda reader, _: reader.word(
        "Only an owner of this supplier can do that. Please ask one of them."
    ),
    teaming.LastOwner: lambda reader, _: reader.word(
        "A supplier needs an owner. Make somebody else an owner first."
    ),
    **OF_APPLICATIONS,
    refusals.DraftGone: lambda reader, _: reader.word(
        "There is no draft any more: it was sent already or given up."
    ),
    talk.MessageUnusable: _message,
    talk.TooManyFiles: _files,
    calling.NumberUnusable: lambda reader, _: reader.word(
        "I cannot read that as a phone number. Please type it with the country code: +49 30 901820."
    ),
    phrase.SlotUnfit: unfit,
    shortlist.TooManySuppliers: lambda reader, facts: reader.word(
        "One inquiry goes to at most {most} suppliers. Take away a tick first.", most=facts["most"]
    ),
    shortlist.NobodyTicked: lambda reader, _: reader.word("Please tick at least one supplier."),
    room.TooManyToCompare: lambda reader, facts: reader.word(
        "At most {most} products stand side by side. Take one away first.", most=facts["most"]
    ),
    sending.NobodyToAsk: lambda reader, _: reader.word(
        "Nobody on the list can take these terms any more. Nothing was sent."
    ),
    several.AlreadyNegotiating: lambda reader, facts: reader.word(
        "You negotiate already: negotiation {number} is open.", number=facts["number"]
    ),
}
