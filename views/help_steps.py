"""The way of a deal in three steps, for buyers and for sellers, and the commands."""

from domain.people import Person
from views.markup import Html, bold, lines, paragraphs
from views.reader import Reader


def steps_for_buyers(reader: Reader) -> Html:
    """How to buy."""
    return paragraphs(
        bold(reader.say("How to buy in three steps")),
        reader.say(
            "1. <b>Find.</b> Write what you need, in English or Chinese: <code>stainless steel bottle</code>."
            " Narrow it down with Filters: MOQ, price, origin, qualification."
        ),
        reader.say(
            "2. <b>Negotiate.</b> Open a product, press Negotiate and say what you want,"
            " by buttons or in one line: <code>500 pcs at 12.5, 15 days, by sea</code>."
            " The factory accepts, or answers with an offer of its own."
        ),
        reader.say(
            "3. <b>Order.</b> When both accept the same offer, both confirm the order."
            " Nothing binds you before that."
        ),
        reader.say(
            "To answer an offer, you may simply reply to its card: <code>12.2, the rest is fine</code>."
        ),
    )


def steps_for_sellers(reader: Reader) -> Html:
    """How to sell."""
    return paragraphs(
        bold(reader.say("How to sell in three steps")),
        reader.say(
            "1. <b>Inquiries come to you.</b>"
            " Each one is a card with quantity, price and lead time in your language."
        ),
        reader.say(
            "2. <b>Answer it.</b> Press Accept, Counter, Ask or Decline, or reply to the card in one line:"
            " <code>13.2 each, 20 days</code>. Figures are never mistranslated."
        ),
        reader.say(
            "3. <b>Order.</b> When both accept the same offer, both confirm the order."
            " Then you find it under Orders."
        ),
        reader.say("An offer that nobody answers runs out after 72 hours; you are reminded before."),
    )


def commands_told(reader: Reader, person: Person) -> Html:
    """What can be typed."""
    return lines(
        reader.say("/search goods by words"),
        reader.say("/inbox what waits for your answer") if person.is_seller else "",
        reader.say("/products add, change, pause or import what you sell") if person.is_seller else "",
        reader.say("/negotiations what is being negotiated"),
        reader.say("/orders your orders"),
        reader.say("/samples your samples"),
        reader.say("/returns your returns and refunds"),
        reader.say("/verify whether a purchase agreement is genuine"),
        "" if person.is_seller else reader.say("/compare suppliers side by side, one inquiry to several"),
        reader.say("/language another language, at any time"),
        reader.say("/cancel leaves whatever you are doing"),
        reader.say("/admin health, applications, suppliers") if person.is_operator else "",
    )
