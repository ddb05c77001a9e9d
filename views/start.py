"""The first words to somebody who comes in."""

from domain.catalogue import Supplier
from views.markup import Html, lines, paragraphs
from views.menu import Standing, menu
from views.reader import Reader
from views.screen import Screen
from views.titles import supplier_name


def welcome(reader: Reader, standing: Standing, hint: Html | str = "") -> Screen:
    """What Yijia is for, and the menu; `hint` is said last."""
    return menu(reader, standing, paragraphs(_greeting(reader, standing), hint))


def invitation_unusable(reader: Reader) -> Html:
    """A link that opens nothing: unknown, used by somebody else, or too old."""
    return reader.say(
        "ℹ️ This invitation is not valid: it was used already or has run out."
        " If you sell for a factory, please ask for a new link. You can go on as a buyer."
    )


def welcome_seller(
    reader: Reader, supplier: Supplier | None, standing: Standing, *, is_owner: bool = False
) -> Screen:
    """What awaits somebody who has just become a seller of the supplier, and what only an owner can do."""
    name = supplier_name(reader, supplier) if supplier else ""
    greeting = reader.say("🎉 Welcome, you now sell for <b>{supplier}</b>!", supplier=name)
    steps = lines(
        reader.say("1. A buyer's inquiry reaches you here, in your language, at once."),
        reader.say(
            "2. Press Accept, Counter, Ask or Decline, or reply to the card in one line:"
            " <code>500 pcs at 12.5, 15 days</code>."
        ),
        reader.say("3. Once you agree, both of you confirm the order, and each sees it under Orders."),
    )
    owns = reader.say("As an owner you invite colleagues and apply for a qualification under Settings.")
    return menu(reader, standing, paragraphs(greeting, steps, owns if is_owner else ""))


def _greeting(reader: Reader, standing: Standing) -> Html:
    if standing.is_seller:
        return reader.say("👋 Welcome back to <b>Yijia</b>. Buyers from abroad negotiate with you here.")
    return paragraphs(
        reader.say("👋 Welcome to <b>Yijia</b>, where you buy straight from factories in China."),
        reader.say(
            "Find goods, agree on price, quantity and lead time with the factory in your own language,"
            " and place the order, all in this chat."
        ),
    )
