"""The case file as printing/templates/case_file.typ wants it: everything in both languages."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from domain.people import Side
from services.case_file import CaseFile
from services.case_file_binding import Bound
from services.evidence import Bundle, Exhibit
from views.both import Pair, both, row, same
from views.case_file_claims import claim_sections
from views.case_file_sections import money_section, offer_sections, shipping_section, timeline_section
from views.case_file_talk import talk_section
from views.case_file_words import ACTORS, PURPOSES
from views.reader import Reader

Data = dict[str, Any]
SHOWN: Final = frozenset({".jpg", ".png"})
"""What paper shows of our pictures."""


def case_paper(case: CaseFile, bound: Sequence[Bound]) -> Data:
    """The same for everybody of a side, whenever he asks: only the facts decide."""
    files = {each.exhibit_id: each.name for each in bound if each.exhibit_id}
    return {
        "number": case.order.number,
        "title": both(lambda reader: reader.word("Case File")),
        "at": int(case.as_of.timestamp()),
        "facts": _facts(case),
        "about": both(_about),
        "sections": [section for make in _SECTIONS for section in make(case) if section["rows"]],
        "photos": {
            "title": both(lambda reader: reader.word("Photos")),
            "shown": [_photo(bundle, exhibit, files) for bundle, exhibit in case.exhibits],
        },
        "captions": [exhibit.words for _, exhibit in case.exhibits],
        "unshown_note": both(_unshown),
        "page": both(lambda reader: reader.word("Page {page} of {pages}", page="{page}", pages="{pages}")),
    }


def _facts(case: CaseFile) -> list[Data]:
    found = [
        row(lambda reader: reader.word("Order"), same(case.order.number)),
        row(lambda reader: reader.word("Made for"), both(lambda reader: _whom(reader, case))),
        row(lambda reader: reader.word("As of"), both(lambda reader: reader.moment(case.as_of))),
    ]
    if case.agreement:
        agreement = case.agreement
        revision = same(str(agreement.revision))
        found.append(row(lambda reader: reader.word("Agreement, revision"), revision))
        found.append(row(lambda reader: reader.word("Its SHA-256"), same(agreement.sha256)))
    return found


def _whom(reader: Reader, case: CaseFile) -> str:
    return next(
        (word(reader) for actor, word in ACTORS.items() if case.side and actor.value == case.side.value),
        reader.word("Operator"),
    )


def _about(reader: Reader) -> str:
    return reader.word(
        "All that the marketplace has on record of this order and its reader may see. Words stand as they"
        " were written. case.json says the same for programs; manifest.json names the SHA-256 of each file."
    )


def _unshown(reader: Reader) -> str:
    return reader.word("[?] stands for letters that this document cannot show. The chat shows them in full.")


def _photo(bundle: Bundle, exhibit: Exhibit, files: dict[int, str]) -> Data:
    name = files.get(exhibit.id, "")
    return {
        "image": name if PurePosixPath(name).suffix in SHOWN else "",
        "label": _label(bundle, exhibit, name),
        "sha256": exhibit.sha256,
    }


def _label(bundle: Bundle, exhibit: Exhibit, name: str) -> Pair:
    return both(
        lambda reader: reader.word(
            "{purpose}, {side}, {moment}: {file}",
            purpose=PURPOSES[bundle.purpose](reader),
            side=reader.word("Buyer") if bundle.side is Side.BUYER else reader.word("Seller"),
            moment=reader.moment(exhibit.at),
            file=name or reader.word("not in this file"),
        )
    )


_SECTIONS: Final = (
    timeline_section,
    offer_sections,
    money_section,
    shipping_section,
    claim_sections,
    talk_section,
)
"""In the order of the paper; a new subject is a row."""
