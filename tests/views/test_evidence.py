"""What of evidence each side is shown: never the original of a document that is a picture."""

from dataclasses import replace

import pytest

from domain.people import Language, Side
from services.evidence import Bundle, Exhibit, Purpose, Twin
from services.looking_at_evidence import Pile
from services.photos import Photo
from services.said import File, Kind
from tests.builders import NOON, placed_order
from views.callback_data.evidence import ShowEvidence
from views.evidence import evidence_list, exhibit_page
from views.reader import Reader

BUNDLE = Bundle(1, Purpose.CLAIM, 10, Side.BUYER, 1, NOON, closed_at=NOON)
SENT = Photo(Kind.DOCUMENT, File("id", "AQ", "image/jpeg", "../../IMG\u202egpj.exe", 9))
KEPT = Exhibit(3, 1, 1, SENT, NOON, "<b>loose</b>", "a" * 64, 9, "image/jpeg", "b" * 64 + ".jpg")
ENGLISH = Reader(Language.ENGLISH)


def pile(exhibit: Exhibit, side: Side | None) -> Pile:
    return Pile(placed_order(), side, [(BUNDLE, exhibit)])


@pytest.mark.parametrize(
    ("exhibit", "side", "shown"),
    [
        (KEPT, Side.SELLER, ("b" * 64 + ".jpg", None)),
        (KEPT, None, ("", "id")),
        (replace(KEPT, photo=replace(SENT, kind=Kind.PHOTO)), Side.SELLER, ("", "id")),
        (replace(KEPT, type="application/pdf", preview=""), Side.SELLER, ("", "id")),
        (replace(KEPT, problem="type", preview=""), None, ("", None)),
        (replace(KEPT, sha256="", type="", preview=""), Side.SELLER, ("", None)),
        (replace(KEPT, type="image/heic", preview=""), Side.SELLER, ("", None)),
    ],
)
def test_each_sees_what_hides_nothing(
    exhibit: Exhibit, side: Side | None, shown: tuple[str, str | None]
) -> None:
    screen = exhibit_page(ENGLISH, pile(exhibit, side), exhibit)

    file = screen.attached.said.file if screen.attached else None
    assert (screen.photo, file.id if file else None) == shown
    assert "&lt;b&gt;loose" in screen.text


def test_names_that_people_gave_their_files_are_never_shown() -> None:
    seen = pile(KEPT, Side.SELLER)

    text = evidence_list(ENGLISH, seen, ShowEvidence(bundle_id=1)).text

    assert "exe" not in text
    assert "aaaaaaaaaaaaaaaa…" in text


def test_only_an_operator_reads_of_twins() -> None:
    twins = [Twin(5, is_same=True), Twin(6, is_same=False)]

    text = exhibit_page(ENGLISH, pile(KEPT, None), KEPT, twins).text

    assert "The same picture is evidence on order YJ-000005" in text
    assert "A similar picture is evidence on order YJ-000006" in text
