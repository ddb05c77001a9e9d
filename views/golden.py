"""The golden sample: asked for on the way, confirmed once more, and looked at by either side later."""

from dataclasses import dataclass
from typing import Final

from domain.golden import GoldenSample
from services.approving import SeenGolden
from services.cases import OrderCase
from services.evidence import Bundle
from services.said import Kind, Said
from views.callback_data.evidence import ShowEvidence
from views.callback_data.golden import KeepGolden, SkipStandard
from views.callback_data.navigation import BringOrder, ShowOrder
from views.gathering import count_line, gathering_buttons
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.order import belongs_to_order, goods
from views.reader import Reader
from views.screen import Attached, Button, Screen, Style, rows
from views.talk import not_shown
from views.titles import supplier_name, title

_DIGEST: Final = 16


@dataclass(frozen=True, slots=True)
class Asked:
    """What the buyer is asked once more about: his pile of so many photos, and the agreed standard."""

    bundle_id: int
    count: int
    standard: str


def ask_photos(reader: Reader, case: OrderCase, bundle: Bundle, count: int = 0) -> Screen:
    """The photos of the sample, of which `count` are there, until Done."""
    head = reader.say("🏅 Sample {number} is as it should be", number=case.order.number)
    why = reader.say(
        "It becomes the golden sample: what the bulk order is checked against. The seller keeps it, too."
    )
    how = reader.say("Send photos of the sample, then press Done. Without photos, just press Done.")
    so_far = count_line(reader, count) if count else ""
    text = paragraphs(bold(head), goods(reader, case), so_far, why, italic(how))
    return Screen(text, gathering_buttons(reader, bundle), card=belongs_to_order(case.order))


def ask_standard(reader: Reader, case: OrderCase, count: int, problem: str = "") -> Screen:
    """What the goods must be like, in one message."""
    question = reader.say("What counts as good, and what does not?")
    how = reader.say("One message, such as: colour as in the photos, wall 3 mm, no scratches. Or press Skip.")
    skip = Button(reader.word("Skip"), SkipStandard(order_id=case.order.id).pack())
    text = paragraphs(problem, count_line(reader, count) if count else "", bold(question), italic(how))
    return Screen(text, rows([skip, _leave(reader, case)]), card=belongs_to_order(case.order))


def sure(reader: Reader, case: OrderCase, asked: Asked) -> Screen:
    """Asks once more, naming the order, the goods and the seller: it can never be changed."""
    question = reader.say(
        "Keep sample {number} of {supplier} as the golden sample? It cannot be changed later.",
        number=case.order.number,
        supplier=supplier_name(reader, case.supplier) if case.supplier else "",
    )
    text = paragraphs(
        bold(question),
        title(reader, case.order.goods),
        count_line(reader, asked.count) if asked.count else reader.say("Without photos."),
        _standard(reader, asked.standard),
        italic(reader.say("Next you write the offer for the lot. Nothing is ordered yet.")),
    )
    keep = KeepGolden(order_id=case.order.id, bundle_id=asked.bundle_id)
    yes = Button(reader.word("Yes"), keep.pack(), Style.SUCCESS)
    return Screen(text, rows([yes, _leave(reader, case)]), card=belongs_to_order(case.order))


def kept(reader: Reader, golden: GoldenSample) -> str:
    """A toast: it is approved, and what the form is for."""
    return reader.word(
        "🏅 Golden sample {number} is kept. Now write the offer for the lot.", number=golden.number
    )


def golden_page(reader: Reader, seen: SeenGolden, above: Html | str = "") -> Screen:
    """The golden sample with its first photo; a button leads to all of them."""
    golden = seen.golden
    text = paragraphs(
        above,
        lines(
            bold(reader.say("🏅 Golden sample {number}", number=golden.number)),
            title(reader, seen.order.goods),
        ),
        approved(reader, seen),
        _standard(reader, golden.standard),
        reader.say("SHA-256: <code>{hash}</code>…", hash=golden.digest[:_DIGEST]),
    )
    photos = ShowEvidence(bundle_id=golden.bundle_id)
    look = [Button(reader.word("📎 All photos"), photos.pack())] if golden.photos else []
    card = Button(reader.word("📦 Show order"), BringOrder(order_id=golden.order_id).pack())
    return Screen(
        text, rows(look, [card]), card=belongs_to_order(seen.order), attached=_first(reader, seen, text)
    )


def approved(reader: Reader, seen: SeenGolden) -> Html:
    """When, and with how many photos."""
    day = reader.day(reader.own_day(seen.golden.at))
    return reader.say_many(
        "Approved by the buyer on {day}, {count} photo",
        "Approved by the buyer on {day}, {count} photos",
        len(seen.golden.photos),
        day=day,
    )


def _first(reader: Reader, seen: SeenGolden, text: Html) -> Attached | None:
    """A photo that Telegram made anew; documents are looked at one by one."""
    shown = next((each for each in seen.exhibits if each.photo.kind is Kind.PHOTO), None)
    if shown is None:
        return None
    return Attached(Said(kind=Kind.PHOTO, file=shown.photo.file), lines(text, not_shown(reader)))


def _standard(reader: Reader, standard: str) -> Html:
    return lines(reader.say("Agreed standard:"), quote(standard)) if standard else Html()


def _leave(reader: Reader, case: OrderCase) -> Button:
    return Button(reader.word("Cancel"), ShowOrder(order_id=case.order.id).pack())
