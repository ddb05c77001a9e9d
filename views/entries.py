"""What the record of a negotiation says: who did what when, and whether it is as it was."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import Actor, Deed
from domain.offer import Offer
from domain.people import Side
from services.chronicle import Chronicle, Entry
from services.moves import Subject
from views.fitting import shortened
from views.markup import Html, bold, lines, quote
from views.order_entries import carried_on
from views.reader import Reader
from views.terms import only_changes, term_lines
from views.titles import title

QUOTED_UNITS: Final = 300
SHOWN_OF_A_DIGEST: Final = 8

_BY: Final[Mapping[Side, Callable[[Reader, dict[str, object]], Html]]] = {
    Side.BUYER: lambda reader, named: reader.say(
        "<b>Offer {version}</b>, by the buyer, {moment} · <code>{digest}</code>", **named
    ),
    Side.SELLER: lambda reader, named: reader.say(
        "<b>Offer {version}</b>, by the seller, {moment} · <code>{digest}</code>", **named
    ),
}
_DONE: Final[Mapping[tuple[Deed, Actor], Callable[[Reader, dict[str, object]], Html]]] = {
    (Deed.ACCEPT, Actor.BUYER): lambda reader, named: reader.say(
        "🤝 <b>The buyer accepted offer {version}</b>, {moment}", **named
    ),
    (Deed.ACCEPT, Actor.SELLER): lambda reader, named: reader.say(
        "🤝 <b>The seller accepted offer {version}</b>, {moment}", **named
    ),
    (Deed.DECLINE, Actor.BUYER): lambda reader, named: reader.say(
        "✖️ <b>The buyer declined offer {version}</b>, {moment}", **named
    ),
    (Deed.DECLINE, Actor.SELLER): lambda reader, named: reader.say(
        "✖️ <b>The seller declined offer {version}</b>, {moment}", **named
    ),
    (Deed.WITHDRAW, Actor.BUYER): lambda reader, named: reader.say(
        "↩️ <b>The buyer withdrew from offer {version}</b>, {moment}", **named
    ),
    (Deed.WITHDRAW, Actor.SELLER): lambda reader, named: reader.say(
        "↩️ <b>The seller withdrew offer {version}</b>, {moment}", **named
    ),
    (Deed.PLACE, Actor.BUYER): lambda reader, named: reader.say(
        "📦 <b>The buyer ordered by offer {version}</b>, {moment}", **named
    ),
    (Deed.EXPIRE, Actor.CLOCK): lambda reader, named: reader.say(
        "⌛ <b>Offer {version} expired</b>, {moment}", **named
    ),
}


def heading(reader: Reader, chronicle: Chronicle) -> Html:
    """What is traded, and which negotiation this is."""
    negotiation = chronicle.negotiation
    number = reader.say("Negotiation {number}", number=negotiation.id)
    if chronicle.order:
        number = lines(number, reader.say("Order {number}", number=chronicle.order.number))
    return lines(bold(title(reader, negotiation.goods)), number)


def authorship(reader: Reader, offer: Offer) -> Html:
    """Who made a version and when, with the beginning of its fingerprint."""
    moment, digest = reader.moment(offer.at), offer.digest[:SHOWN_OF_A_DIGEST]
    return _BY[offer.side](reader, {"version": offer.number, "moment": moment, "digest": digest})


def own_words(chronicle: Chronicle, offer: Offer, most: int) -> Html:
    """What the offer was read from, shortened, to its own side: the other was only sent the terms."""
    words = shortened(offer.source, most) if offer.side is chronicle.side else ""
    return quote(words) if words else Html()


def soundness(reader: Reader, chronicle: Chronicle) -> Html:
    """Whether the record holds together, as checked just now."""
    if chronicle.altered:
        versions = ", ".join(map(str, chronicle.altered))
        return reader.say(
            "⚠️ Not as it was sent: offer {versions}. Do not rely on it; make a new one.", versions=versions
        )
    if not chronicle.is_whole:
        return reader.say("⚠️ Something is missing in this record. Please state all terms in a new offer.")
    return reader.say("🔏 Checked just now: every version is exactly as it was sent.")


def told(reader: Reader, chronicle: Chronicle, entry: Entry) -> Html:
    """A deed; an offer with what it changed, the first one whole."""
    offer, before, move = entry.offer, entry.before, entry.move
    if move.subject is Subject.ORDER:
        return carried_on(reader, move)
    if offer is None:
        named: dict[str, object] = {"version": move.version, "moment": reader.moment(move.at)}
        return _DONE[move.deed, move.actor](reader, named)
    shown = only_changes(reader, offer.terms, before.terms) if before else term_lines(reader, offer.terms)
    return lines(authorship(reader, offer), shown, own_words(chronicle, offer, QUOTED_UNITS))
