"""A catalogue file to fill in: the columns, and one row that shows how they are written."""

from typing import Final

from services.importing.columns import COLUMNS, SUPPLIER_COLUMNS
from views.callback_data.stall import SendTemplate
from views.made import made
from views.reader import Reader
from views.screen import Button, Screen

_COLUMNS: Final = tuple(name for name in COLUMNS if name not in SUPPLIER_COLUMNS)
_EXAMPLE: Final = {
    "sku": "A-001",
    "unit": "piece",
    "currency": "CNY",
    "moq": "50",
    "price_tiers": "50:12.50;500:11.00",
    "lead_time_days": "15",
    "weight_kg": "0.35",
    "length_cm": "12",
    "width_cm": "9",
    "height_cm": "10",
    "specs": "colour=red|blue;size=S|M",
    "sample_price": "20",
}


def template(reader: Reader) -> Screen:
    """The file, with what to know before it is filled in."""
    cells = {
        **_EXAMPLE,
        "title_en": "EXAMPLE: Ceramic mug 350 ml",
        "title_zh": "示例：陶瓷马克杯350毫升",
    }
    rows = [list(_COLUMNS), [cells.get(name, "") for name in _COLUMNS]]
    text = reader.say(
        "One row a product. A title, moq and price_tiers are needed, the rest may stay empty."
        " Replace the example row, then send the file here."
    )
    data = {"title": reader.word("Products"), "rows": rows, "heads": 1}
    return Screen(text, made=made(reader, "xlsx", "products.xlsx", data))


def to_template(reader: Reader) -> Button:
    """Leads to the file."""
    return Button(reader.word("📄 Sheet to fill in"), SendTemplate().pack())
