"""A supplier's days off: as buyers are told of them, and as the supplier says them."""

from typing import Final

from domain.catalogue import Supplier
from domain.china import Holiday
from domain.holiday_notice import HolidayNotice
from domain.refusal import Refusal
from services.holiday_notices import Ahead
from views.button_rows import fitted
from views.buttons import back
from views.callback_data.stall import SetHoliday, ShowStall
from views.china import festival
from views.holiday_line import holiday_line
from views.markup import bold, italic, lines, paragraphs
from views.reader import Reader
from views.refusals import refusal_text
from views.screen import Button, Screen, Style, rows
from views.titles import supplier_name

_SHOWN: Final = 2


def holiday_notice(
    reader: Reader, supplier: Supplier, ahead: Ahead, refusal: Refusal | None = None
) -> Screen:
    """What buyers are told now; China's coming holidays as buttons, other days by typing."""
    said = holiday_line(reader, supplier.holiday)
    text = paragraphs(
        lines(bold(reader.say("🏮 Holiday notice")), supplier_name(reader, supplier)),
        said or reader.say("No notice now. Buyers see a notice on your products and in negotiations."),
        reader.say("⚠️ {problem}", problem=refusal_text(reader, refusal)) if refusal else "",
        italic(
            reader.say(
                "Write the first and the last day, then what you want to say, such as:"
                " <code>{first} – {last} no dispatch, we answer on WeChat</code>",
                first=reader.short_day(ahead.first),
                last=reader.short_day(ahead.last),
            )
        ),
    )
    buttons = [_coming(reader, supplier, each) for each in ahead.holidays[:_SHOWN]]
    away = Button(reader.word("Take it back"), SetHoliday(supplier_id=supplier.id).pack(), Style.DANGER)
    leave = back(reader, ShowStall(supplier_id=supplier.id).pack())
    return Screen(text, (*fitted(buttons, 1), *rows([away] if supplier.holiday else [], [leave])))


def told(reader: Reader, notice: HolidayNotice | None) -> str:
    """A toast."""
    if notice is None:
        return reader.word("Taken back.")
    return reader.word("Buyers are told.")


def _coming(reader: Reader, supplier: Supplier, holiday: Holiday) -> Button:
    text = reader.word(
        "{festival} {first} – {last}",
        festival=festival(reader, holiday),
        first=reader.short_day(holiday.first),
        last=reader.short_day(holiday.last),
    )
    first, last = holiday.first.toordinal(), holiday.last.toordinal()
    return Button(text, SetHoliday(supplier_id=supplier.id, first=first, last=last).pack())
