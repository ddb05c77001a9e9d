"""A supplier's own products: the list, and one of them with what can be done about it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.catalogue import Product, Supplier
from services.importing.reading import is_derived
from services.listing_check import Written
from services.listing_fields import EDITED, ListingField
from services.pages import pages_of
from services.stall import PAGE_SIZE
from services.stall_books import StallPage
from views.button_rows import fitted
from views.buttons import back, to_menu
from views.callback_data.navigation import Room
from views.callback_data.samples import SetPolicy
from views.callback_data.stall import (
    AddListing,
    AskListed,
    EditListed,
    ListStalls,
    PauseListed,
    ShowHoliday,
    ShowListed,
    ShowStall,
)
from views.fitting import CAPTION_LENGTH, QUOTED, shortened, visible_length
from views.holiday_line import holiday_line
from views.listing import moq_of, price_line
from views.listing_words import label
from views.markup import Html, bold, italic, lines, paragraphs
from views.paging import page_buttons, page_line
from views.product import Shown, product_page
from views.product_template import to_template
from views.reader import Reader
from views.screen import Button, Screen, Style, grid, rows
from views.suppliers import Choice, which_supplier
from views.titles import supplier_name, title

_NOT_ON_PAGE: Final = (ListingField.CATEGORY, ListingField.SAMPLE)
MOST_TITLE: Final = 60
_BUTTON_LENGTH: Final = 40


def whose(reader: Reader, suppliers: Sequence[Supplier], page: int) -> Screen:
    """Whom the person sells for, to choose one."""
    choice = Choice(
        reader.say("🗂 Products: of which supplier?"),
        lambda number: ShowStall(supplier_id=number).pack(),
        lambda to: ListStalls(page=to).pack(),
        Room.MENU,
    )
    return which_supplier(reader, suppliers, page, choice)


def stall(reader: Reader, supplier: Supplier, found: StallPage, words: str = "") -> Screen:
    """A page of the products, perhaps of those found by `words`."""
    numbered = list(enumerate(found.products, start=found.page * PAGE_SIZE + 1))
    text = paragraphs(
        lines(
            bold(reader.say("🗂 Products")),
            supplier_name(reader, supplier),
            holiday_line(reader, supplier.holiday),
        ),
        _count(reader, found, words),
        *(_entry(reader, number, each) for number, each in numbered),
        page_line(reader, found.page + 1, pages_of(found.count, PAGE_SIZE)),
        italic(
            reader.say("Write words or a sku to search here. Send a CSV or XLSX file to list many at once.")
        ),
    )
    numbers = [Button(str(number), ShowListed(product_id=each.id).pack()) for number, each in numbered]
    doors = rows(_turns(supplier, found, words), *_doors(reader, supplier, words))
    return Screen(text, (*grid(numbers, PAGE_SIZE), *doors))


def _turns(supplier: Supplier, found: StallPage, words: str) -> list[Button]:
    def turn(page: int) -> str:
        return ShowStall(supplier_id=supplier.id, page=page, found=bool(words)).pack()

    return page_buttons(found.page, pages_of(found.count, PAGE_SIZE), turn)


def _doors(reader: Reader, supplier: Supplier, words: str) -> list[list[Button]]:
    add = Button(reader.word("➕ Add product"), AddListing(supplier_id=supplier.id).pack(), Style.PRIMARY)
    closed = Button(reader.word("🏮 Holiday notice"), ShowHoliday(supplier_id=supplier.id).pack())
    everything = Button(reader.word("Show everything"), ShowStall(supplier_id=supplier.id).pack())
    return [[add, to_template(reader)], [closed], [everything] if words else [], [to_menu(reader)]]


def _count(reader: Reader, found: StallPage, words: str) -> Html:
    if words:
        return reader.say_many(
            "{count} product found for “{words}”.",
            "{count} products found for “{words}”.",
            found.count,
            words=shortened(words, QUOTED),
        )
    if not found.count:
        return reader.say("Nothing is listed yet. Add your first product, or send a file.")
    return reader.say_many("{count} product.", "{count} products.", found.count)


def _entry(reader: Reader, number: int, product: Product) -> Html:
    name = bold(shortened(title(reader, product), MOST_TITLE))
    return lines(
        reader.say("{number}. {title}", number=number, title=name),
        reader.say("{price} · MOQ {moq}", price=price_line(reader, product), moq=moq_of(reader, product)),
        _state(reader, product),
    )


def _state(reader: Reader, product: Product) -> Html:
    state = reader.say("⏸ paused") if product.is_paused else reader.say("🟢 on sale")
    sku = _sku(reader, product)
    return reader.say("{state} · {sku}", state=state, sku=sku) if sku else state


def _sku(reader: Reader, product: Product) -> Html:
    """Nothing where the seller gave none."""
    if is_derived(product.sku):
        return Html()
    return reader.say("sku {sku}", sku=shortened(product.sku, _BUTTON_LENGTH))


def listed(reader: Reader, product: Product, now: datetime, above: Html | str = "") -> Screen:
    """A product as a buyer sees it, with what its seller can do; `above` it what he just changed."""
    number = product.id
    page = product_page(reader, Shown(product, "", can_negotiate=False, now=now))
    edit = Button(reader.word("✏️ Edit"), EditListed(product_id=number).pack())
    pause = Button(reader.word("⏸ Pause"), PauseListed(product_id=number, pause=True).pack())
    if product.is_paused:
        resume = PauseListed(product_id=number, pause=False).pack()
        pause = Button(reader.word("▶️ Resume"), resume, Style.SUCCESS)
    samples = Button(reader.word("🎁 Samples"), SetPolicy(product_id=number).pack())
    to_stall = back(reader, ShowStall(supplier_id=product.supplier.id).pack())
    text = paragraphs(above, page.text)
    fits = visible_length(text) <= CAPTION_LENGTH
    return Screen(text if fits else page.text, rows([edit, pause], [samples, to_stall]), photo=page.photo)


def what_to_change(reader: Reader, product: Product) -> Screen:
    """A button for each field."""
    text = paragraphs(
        lines(bold(title(reader, product)), _sku(reader, product)),
        reader.say("What do you want to change? Deals under way keep what they were made on."),
    )
    buttons = [
        Button(label(reader, field), AskListed(product_id=product.id, field=field).pack()) for field in EDITED
    ]
    leave = back(reader, ShowListed(product_id=product.id).pack())
    return Screen(text, (*fitted(buttons), *rows([leave])))


def changed_to(reader: Reader, field: ListingField, written: Written) -> Html:
    """That it was changed, and to what where the page does not show it."""
    said = " ".join(written.values()) if field in _NOT_ON_PAGE else ""
    value = reader.word("Free of charge") if said == "0" else shortened(said, QUOTED)
    now = reader.say("{label}: {value}", label=label(reader, field), value=value) if said else ""
    return lines(reader.say("✅ Changed. Buyers see it at once."), now)


def paused(reader: Reader, product: Product) -> str:
    """A toast."""
    if product.is_paused:
        return reader.word("Paused: nobody finds it, and deals under way go on.")
    return reader.word("On sale again.")


def not_a_seller(reader: Reader) -> Screen:
    """Somebody who sells for nobody."""
    text = reader.say("Products are for sellers. To sell for a factory, open the invitation it gives you.")
    return Screen(text, rows([to_menu(reader)]))
