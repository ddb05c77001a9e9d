"""One picture: the golden sample on the left, what arrived on the right."""

from dataclasses import replace

from services.claim_case import ClaimCase
from services.golden_beside import Beside
from views.callback_data.golden_beside import ShowBeside
from views.made import made
from views.markup import bold, lines
from views.order import belongs_to_order
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.titles import title


def beside_button(reader: Reader, case: ClaimCase) -> Button | None:
    """Where the order names a golden sample and the claim has photos."""
    bundle_id = case.claim.ground.bundle_id
    return beside_door(reader, bundle_id) if case.order.terms.sample and bundle_id else None


def beside_door(reader: Reader, bundle_id: int) -> Button:
    """Leads to the picture."""
    return Button(reader.word("🏅 Beside the golden sample"), ShowBeside(bundle_id=bundle_id).pack())


def beside_page(reader: Reader, seen: Beside) -> Screen:
    """A photo of the problem beside one of the golden sample, and the way to the other photos."""
    order = seen.order
    text = lines(
        bold(reader.say("🏅 Golden sample {number} · order {order}", number=seen.number, order=order.number)),
        page_line(reader, seen.page + 1, seen.count),
    )
    data = {
        "title": title(reader, order.goods),
        "labels": [
            reader.word("Golden sample {number}", number=seen.number),
            reader.word("Order {number}, as received", number=order.number),
        ],
    }
    turns = page_buttons(
        seen.page, seen.count, lambda to: ShowBeside(bundle_id=seen.bundle_id, page=to).pack()
    )
    name = f"beside-{seen.bundle_id}-{seen.page + 1}.png"
    pictures = (seen.golden.preview, seen.problem.preview)
    picture = replace(made(reader, "side_by_side", name, data), pictures=pictures)
    return Screen(text, rows(turns), card=belongs_to_order(order), made=picture)
