"""The menu: where one can go from here."""

from dataclasses import dataclass

from domain.people import Person
from views.buttons import to_menu
from views.callback_data.addresses import ListAddresses
from views.callback_data.inbox import ShowInbox
from views.callback_data.navigation import Go, Room
from views.callback_data.payment_accounts import ListAccounts
from views.callback_data.people import ListTeams
from views.callback_data.qualification import ListQualifications
from views.callback_data.samples import ListPolicies
from views.callback_data.usual_terms import ListUsual
from views.language_names import NAMES
from views.markup import Html, bold, paragraphs
from views.reader import Reader
from views.screen import Button, Rows, Screen, rows


@dataclass(frozen=True, slots=True)
class Standing:
    """What the menu tells a person of himself; `waiting` of his open `negotiations` wait for him."""

    is_seller: bool = False
    negotiations: int = 0
    waiting: int = 0


def menu(reader: Reader, standing: Standing, above: Html | str = "") -> Screen:
    """The menu with what waits for the person; `above` is said first."""
    text = paragraphs(above, _what_waits(reader, standing), _what_to_do(reader, standing))
    return Screen(text, menu_rows(reader, standing))


def menu_rows(reader: Reader, standing: Standing) -> Rows:
    """The buttons of a buyer's or a seller's menu."""
    search = _door(reader.word("🔎 Search"), Room.SEARCH)
    orders = _door(reader.word("📦 Orders"), Room.ORDERS)
    returns = _door(reader.word("↩️ Returns"), Room.RETURNS)
    settings = _door(reader.word("⚙️ Settings"), Room.SETTINGS)
    guide = _door(reader.word("❓ Help"), Room.HELP)
    languages = _door("🌐 English / 中文", Room.LANGUAGE)
    if standing.is_seller:
        inbox = Button(reader.word("📥 Inbox"), ShowInbox().pack())
        products = _door(reader.word("🗂 Products"), Room.PRODUCTS)
        return rows([inbox, products], [orders, returns], [search], [settings, guide], [languages])
    negotiations = _door(reader.word("💬 Negotiations"), Room.NEGOTIATIONS)
    compare = _door(reader.word("⚖️ Compare"), Room.COMPARE)
    samples = _door(reader.word("🎁 Samples"), Room.SAMPLES)
    deals, after = [negotiations, orders], [samples, returns]
    return rows([search, compare], deals, after, [settings, guide], [languages])


def settings(reader: Reader, person: Person) -> Screen:
    """What a person may set; only owners of a supplier its people and its qualification."""
    text = paragraphs(
        bold(reader.say("Settings")),
        reader.say("Language: {language}", language=NAMES[reader.language]),
    )
    language = _door(reader.word("🌐 Language"), Room.LANGUAGE)
    usual = Button(reader.word("📋 Usual terms"), ListUsual().pack())
    samples = Button(reader.word("🎁 Samples"), ListPolicies().pack())
    sellers = [usual, samples] if person.is_seller else []
    accounts = Button(reader.word("💳 Payment accounts"), ListAccounts().pack())
    addresses = Button(reader.word("📍 Addresses"), ListAddresses().pack())
    people = Button(reader.word("👥 People"), ListTeams().pack())
    standing = Button(reader.word("🏅 Qualification"), ListQualifications().pack())
    owners = [[people, standing], [accounts]] if person.owned_ids else []
    return Screen(text, rows([language, addresses], sellers, *owners, [to_menu(reader)]))


def _what_waits(reader: Reader, standing: Standing) -> Html | str:
    if standing.waiting:
        return reader.say_many(
            "🔔 <b>{count} negotiation waits for your answer.</b>",
            "🔔 <b>{count} negotiations wait for your answer.</b>",
            standing.waiting,
        )
    if standing.negotiations:
        return reader.say_many(
            "💬 {count} negotiation is open; the other side is thinking it over.",
            "💬 {count} negotiations are open; the other sides are thinking them over.",
            standing.negotiations,
        )
    return ""


def _what_to_do(reader: Reader, standing: Standing) -> Html:
    if standing.is_seller:
        return reader.say("New inquiries reach you here by themselves. Where to?")
    return reader.say("What are you looking for? Just write it, in English or Chinese.")


def _door(text: str, room: Room) -> Button:
    return Button(text, Go(room=room).pack())
