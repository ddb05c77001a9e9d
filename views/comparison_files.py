"""A comparison as a file: a picture to look at in the chat, or a table to keep."""

from typing import Any, Final

from services.comparing.comparison import Comparison
from services.comparing.why_not import why_not_cheapest
from views.callback_data.comparing import FileKind, ShowRfq
from views.callback_data.navigation import Go, Room
from views.comparison import notes
from views.comparison_table import table
from views.comparison_words import LABELS, said
from views.fitting import shortened
from views.made import made
from views.markup import bold, paragraphs
from views.reader import Reader
from views.screen import Button, Made, Screen, rows
from views.titles import supplier_name, title
from views.units import quantity
from views.why_not import why_not

_NAME_LENGTH: Final = 48


def comparison_file(reader: Reader, found: Comparison, kind: FileKind) -> Screen:
    """The file, below why not the cheapest and what the figures leave out; Back leads to the text."""
    against = why_not_cheapest(found.quotes)
    name = _name(reader, found)
    text = paragraphs(bold(name), why_not(reader, against) if against else "", notes(reader, found))
    leave = ShowRfq(rfq_id=found.rfq_id) if found.rfq_id else Go(room=Room.COMPARE)
    back = Button(reader.word("◀ Back"), leave.pack())
    return Screen(text, rows([back]), made=_made(reader, found, kind))


def _made(reader: Reader, found: Comparison, kind: FileKind) -> Made:
    stem = f"rfq-{found.rfq_id}" if found.rfq_id else "comparison"
    if kind is FileKind.PICTURE:
        return made(reader, "comparison", f"{stem}.png", _picture(reader, found))
    return made(reader, kind.value, f"{stem}.{kind.value}", table(reader, found, _name(reader, found)))


def _name(reader: Reader, found: Comparison) -> str:
    if found.rfq_id:
        return reader.word("RFQ {number}", number=found.rfq_id)
    return reader.word("Suppliers side by side")


def _picture(reader: Reader, found: Comparison) -> dict[str, Any]:
    measures = found.measures
    best = {measure: found.best(measure) for measure in measures}
    return {
        "title": _name(reader, found),
        "subtitle": quantity(reader, found.quotes[0].terms.quantity),
        "measures": [LABELS[measure](reader) for measure in measures],
        "suppliers": [
            {
                "name": shortened(supplier_name(reader, quote.supplier), _NAME_LENGTH),
                "goods": shortened(title(reader, quote.goods), _NAME_LENGTH),
                "cells": [
                    {"said": said(reader, quote, measure), "best": place in best[measure]}
                    for measure in measures
                ],
            }
            for place, quote in enumerate(found.quotes)
        ],
    }
