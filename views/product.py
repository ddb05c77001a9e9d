"""A product's page: everything a buyer weighs before he negotiates."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.catalogue import Product
from domain.people import Language
from domain.price_tier import PriceTier
from views.buttons import back
from views.callback_data.calling import CallSupplier
from views.callback_data.comparing import AddToCompare
from views.callback_data.navigation import Go, Room, StartInquiry
from views.callback_data.order_form import OrderNow
from views.china import answering
from views.figures import punctual
from views.fitting import CAPTION_LENGTH, shortened, visible_length
from views.freight_buttons import of_product
from views.listing import moq_of
from views.markup import Html, bold, italic, lines, paragraphs
from views.names import other_supplier_name, other_title, standing_line
from views.reader import Reader
from views.reviews import to_reviews
from views.sample_buttons import request_sample
from views.screen import Button, Screen, Style, rows
from views.specs import spec_word
from views.titles import supplier_name, title
from views.units import unit_word

MOST_TITLE: Final = 160
MOST_SPEC: Final = 120
MOST_SPECS: Final = 360
_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A product to look at `now`: where Back leads, and whether the reader may negotiate about it.

    `compared` products stand side by side once it was put there; `search` is the search that found it.
    """

    product: Product
    back_to: str
    can_negotiate: bool = True
    compared: int = 0
    search: str = ""
    now: datetime | None = None


def product_page(reader: Reader, shown: Shown) -> Screen:
    """Picture, titles, prices, facts, supplier; the description is shortened to what a caption carries."""
    product = shown.product
    parts = [*_essentials(reader, shown), *_extras(reader, product)]
    text = _with_description(reader, product, _fitting(parts))
    leave = [to_reviews(reader, product.id, shown.search), back(reader, shown.back_to)]
    return Screen(text, rows(*_deeds(reader, shown), leave), photo=product.image)


def _deeds(reader: Reader, shown: Shown) -> list[list[Button]]:
    if not shown.can_negotiate:
        return []
    inquire = StartInquiry(product_id=shown.product.id).pack()
    number = shown.product.id
    customize = StartInquiry(product_id=number, customize=True).pack()
    call = Button(reader.word("📞 Call supplier"), CallSupplier(product_id=number).pack())
    if shown.product.is_paused:
        return [[call]]
    return [
        [
            Button(reader.word("💬 Negotiate"), inquire, Style.PRIMARY),
            Button(reader.word("🛒 Order now"), OrderNow(product_id=number).pack(), Style.SUCCESS),
        ],
        [request_sample(reader, number), Button(reader.word("🎨 Customize"), customize)],
        [of_product(reader, number, shown.search), _compare(reader, shown)],
        [call],
    ]


def _compare(reader: Reader, shown: Shown) -> Button:
    if shown.compared:
        text = reader.word("⚖️ Compare ({count})", count=shown.compared)
        return Button(text, Go(room=Room.COMPARE).pack())
    add = AddToCompare(product_id=shown.product.id, search=shown.search)
    return Button(reader.word("⚖️ Add to compare"), add.pack())


def added_to_compare(reader: Reader, count: int) -> str:
    """A toast."""
    return reader.word("Added. Side by side now: {count}.", count=count)


def _essentials(reader: Reader, shown: Shown) -> list[Html]:
    product = shown.product
    own, other = (shortened(name(reader, product), MOST_TITLE) for name in (title, other_title))
    return [
        lines(bold(own), italic(other) if other else "", _state(reader, product)),
        _prices(reader, product),
        _facts(reader, product),
        lines(_supplier(reader, product), punctual(reader, product.supplier), _hours(reader, shown)),
    ]


def _state(reader: Reader, product: Product) -> Html:
    return reader.say("⏸ Paused: not for sale at present") if product.is_paused else Html()


def _prices(reader: Reader, product: Product) -> Html:
    unit = unit_word(reader, product.unit)
    if len(product.tiers) == 1:
        price = bold(reader.price(product.tiers[0].unit_price))
        return reader.say("💰 {price} / {unit}", price=price, unit=unit)
    ends = [*(tier.at_least - 1 for tier in product.tiers[1:]), None]
    table = [_tier(reader, tier, last) for tier, last in zip(product.tiers, ends, strict=True)]
    width = max(len(count) for count, _ in table)
    written = "\n".join(f"{count:<{width}}  {price}" for count, price in table)
    return lines(reader.say("💰 Price per {unit}, by quantity:", unit=unit), Html(f"<pre>{written}</pre>"))


def _tier(reader: Reader, tier: PriceTier, last: int | None) -> tuple[str, str]:
    least = reader.number(tier.at_least)
    if last is None:
        return f"≥ {least}", reader.price(tier.unit_price)
    counts = least if last == tier.at_least else f"{least}–{reader.number(last)}"
    return counts, reader.price(tier.unit_price)


def _facts(reader: Reader, product: Product) -> Html:
    days = product.lead_time_days
    return lines(
        reader.say("📦 MOQ: {moq}", moq=moq_of(reader, product)),
        reader.say_many("⏱ Lead time: {count} day", "⏱ Lead time: {count} days", days) if days else "",
        reader.say("⚖️ Weight: {weight} kg", weight=product.weight_kg) if product.weight_kg else "",
        reader.say("📐 Size: {size} cm", size=" × ".join(product.size_cm)) if all(product.size_cm) else "",
    )


def _supplier(reader: Reader, product: Product) -> Html:
    own, other = (name(reader, product.supplier) for name in (supplier_name, other_supplier_name))
    name = reader.say("{name} ({other})", name=bold(own), other=other) if other else bold(own)
    return lines(Html(f"🏭 {name}"), standing_line(reader, product.supplier))


def _hours(reader: Reader, shown: Shown) -> Html:
    """Only who may ask wonders when he is answered."""
    if shown.now is None or not shown.can_negotiate:
        return Html()
    return answering(reader, shown.product.supplier, shown.now)


def _extras(reader: Reader, product: Product) -> list[Html]:
    specs = [
        reader.say("• {name}: {values}", name=spec_word(reader, name), values=_values(reader, values))
        for name, values in product.specs
    ]
    custom = shortened(product.customization, MOST_SPECS)
    return [
        *([_first_fitting(specs, MOST_SPECS)] if specs else []),
        *([reader.say("🎨 Customization: {customization}", customization=custom)] if custom else []),
    ]


def _values(reader: Reader, values: tuple[str, ...]) -> str:
    return shortened(", ".join(spec_word(reader, value) for value in values), MOST_SPEC)


def _first_fitting(parts: list[Html], most: int) -> Html:
    """As many lines as fit, at least one."""
    kept = parts[:1]
    for part in parts[1:]:
        if visible_length(lines(*kept, part)) > most:
            return lines(*kept, "…")
        kept.append(part)
    return lines(*kept)


def _fitting(parts: list[Html]) -> Html:
    """The first parts that fit."""
    text = Html("")
    for part in parts:
        longer = paragraphs(text, part)
        if visible_length(longer) > CAPTION_LENGTH:
            break
        text = longer
    return text


def _with_description(reader: Reader, product: Product, text: Html) -> Html:
    room = CAPTION_LENGTH - visible_length(text) - _GAP
    return paragraphs(text, shortened(_description(reader, product), room)) if room > MOST_SPEC else text


def _description(reader: Reader, product: Product) -> str:
    english, chinese = product.description_en, product.description_zh
    return (english or chinese) if reader.language is Language.ENGLISH else (chinese or english)
