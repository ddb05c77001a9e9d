"""The operator's page: how the bot does, applications, and suppliers."""

from collections.abc import Sequence

from domain.catalogue import Supplier
from domain.policy import Role
from services.market_books import Overview
from services.overseeing import MOST_FOUND, Company
from services.team_books import Invitation
from views.application_words import facts_of, status_of
from views.buttons import back, to_menu
from views.callback_data.admin import FindSupplier, InviteFor, ShowAdmin, ShowSupplier
from views.callback_data.disputes import ListDisputes
from views.callback_data.qualification import ListApplications, ShowApplication
from views.fitting import shortened
from views.markup import bold, lines, paragraphs
from views.names import other_supplier_name, standing_line
from views.people import invitation_text
from views.reader import Reader
from views.screen import Button, Screen, grid, rows
from views.suppliers import BUTTON_LENGTH
from views.titles import supplier_name


def overview(reader: Reader, now: Overview) -> Screen:
    """Health first, then counts; what waits for the operator is a button."""
    is_well = not (now.dead_updates or now.dead_letters)
    health = lines(
        reader.say("✅ Nothing has failed.") if is_well else reader.say("🚨 Something has failed:"),
        reader.say("Updates given up: {count}", count=reader.number(now.dead_updates)),
        reader.say("Messages given up: {count}", count=reader.number(now.dead_letters)),
        reader.say(
            "Oldest waiting: update {update} s, message {message} s",
            update=reader.number(int(now.oldest_update.total_seconds())),
            message=reader.number(int(now.oldest_letter.total_seconds())),
        ),
    )
    counts = lines(
        reader.say("People: {count}", count=reader.number(now.people)),
        reader.say("Suppliers: {count}", count=reader.number(now.suppliers)),
        reader.say("Products: {count}", count=reader.number(now.products)),
        reader.say("Open negotiations: {count}", count=reader.number(now.negotiations)),
        reader.say("Open orders: {count}", count=reader.number(now.orders)),
    )
    waiting = reader.word("🏅 Applications ({count})", count=reader.number(now.applications))
    applications = Button(waiting, ListApplications().pack())
    open_ones = reader.word("⚖️ Disputes ({count})", count=reader.number(now.disputes))
    disputes = Button(open_ones, ListDisputes().pack())
    find = Button(reader.word("🏭 Suppliers"), FindSupplier().pack())
    text = paragraphs(bold(reader.say("🛠 Operator")), health, counts)
    return Screen(text, rows([disputes], [applications], [find], [to_menu(reader)]))


def ask_name(reader: Reader) -> Screen:
    """Suppliers are found by their name."""
    text = reader.say("Which supplier? Please type a part of its name, in English or Chinese.")
    return Screen(text, rows([to_admin(reader)]))


def found(reader: Reader, suppliers: Sequence[Supplier]) -> Screen:
    """Suppliers of this name as buttons."""
    shown = suppliers[:MOST_FOUND]
    if not shown:
        text = reader.say("I know no supplier of that name. Please try another part of it.")
    elif len(suppliers) > len(shown):
        text = reader.say("These and more. Please type more of the name, or press one:")
    else:
        text = reader.say("Please press one, or type another name:")
    buttons = [
        Button(
            shortened(supplier_name(reader, each), BUTTON_LENGTH), ShowSupplier(supplier_id=each.id).pack()
        )
        for each in shown
    ]
    return Screen(text, (*grid(buttons, 1), *rows([to_admin(reader)])))


def company(reader: Reader, seen: Company) -> Screen:
    """A supplier, how many people it has, and links that bring in more."""
    supplier, application = seen.supplier, seen.application
    text = paragraphs(
        lines(
            bold(supplier_name(reader, supplier)),
            other_supplier_name(reader, supplier),
            standing_line(reader, supplier),
        ),
        reader.say("Owners: {owners} · sales: {sales}", owners=seen.owners, sales=seen.sales),
        lines(facts_of(reader, application), status_of(reader, application)) if application else "",
    )
    look = (
        [Button(reader.word("🏅 Application"), ShowApplication(application_id=application.id).pack())]
        if application
        else []
    )
    links = [_link(reader.word("🔗 Owner link"), seen, Role.OWNER)]
    links += [_link(reader.word("🔗 Sales link"), seen, Role.SALES)]
    return Screen(text, rows(look, links, [back(reader, FindSupplier().pack())]))


def invited(reader: Reader, supplier: Supplier, invitation: Invitation, bot_name: str) -> Screen:
    """A link to pass on."""
    text = invitation_text(reader, supplier, invitation, bot_name)
    return Screen(text, rows([back(reader, ShowSupplier(supplier_id=supplier.id).pack())]))


def to_admin(reader: Reader) -> Button:
    """Leads back to the operator's page."""
    return back(reader, ShowAdmin().pack())


def _link(text: str, seen: Company, role: Role) -> Button:
    return Button(text, InviteFor(supplier_id=seen.supplier.id, role=role).pack())
