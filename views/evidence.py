"""Evidence as it is looked at: a list of files by pages, and each file as far as it may be shown."""

from collections.abc import Sequence
from typing import Final

from domain.order_facts import order_number
from domain.people import Side
from services.evidence import Bundle, Exhibit, Purpose, Twin
from services.looking_at_evidence import Pile
from services.pages import entries_on, page_at, pages_of
from services.said import Kind, Said
from views.buttons import back
from views.callback_data.claim import ShowClaim
from views.callback_data.disputes import ShowDispute
from views.callback_data.evidence import ShowClaimEvidence, ShowEvidence, ShowExhibit
from views.callback_data.navigation import ShowOrder
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs, quote
from views.order import belongs_to_order
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Attached, Button, Screen, grid
from views.talk import not_shown

PAGE: Final = 5
_MOST_WORDS: Final = 80
_MOST_UNDER: Final = 500
_HASH: Final = 16
_MOST_TWINS: Final = 3


def evidence_list(reader: Reader, pile: Pile, turn: ShowEvidence | ShowClaimEvidence) -> Screen:
    """A page of the files of a bundle or a claim; the numbers send them."""
    count = len(pile.exhibits)
    page = page_at(turn.page, count, PAGE)
    shown = entries_on(page, pile.exhibits, PAGE)
    first = page * PAGE + 1
    text = paragraphs(
        bold(reader.say("📎 Evidence on order {number}", number=pile.order.number)),
        *(_entry(reader, number, pile, each) for number, each in enumerate(shown, first)),
        "" if count else reader.say("Nothing was sent yet."),
        page_line(reader, page + 1, pages_of(count, PAGE)),
    )
    numbers = [
        Button(str(number), ShowExhibit(exhibit_id=file.id).pack())
        for number, (_, file) in enumerate(shown, first)
    ]
    pages = page_buttons(page, pages_of(count, PAGE), lambda to: turn.model_copy(update={"page": to}).pack())
    leave = [back(reader, _origin(pile, turn))]
    return Screen(text, (*grid(numbers, PAGE), *([tuple(pages)] if pages else []), tuple(leave)))


def exhibit_page(reader: Reader, pile: Pile, exhibit: Exhibit, twins: Sequence[Twin] = ()) -> Screen:
    """One file: as a picture without metadata, or as it came where nothing is hidden in it.

    Only an operator gets original documents of pictures, which may tell where they were taken, and reads
    where else the same picture is evidence.
    """
    bundle = next(each for each, file in pile.exhibits if file.id == exhibit.id)
    head = bold(_head(reader, bundle, exhibit))
    text = lines(head, _words(exhibit, _MOST_UNDER), *(_twin(reader, twin) for twin in twins[:_MOST_TWINS]))
    card = belongs_to_order(pile.order)
    if exhibit.problem:
        return Screen(lines(text, _problem(reader, exhibit)), card=card)
    if _is_sent_as_it_came(pile, exhibit):
        said = Said(kind=exhibit.photo.kind, file=exhibit.photo.file)
        return Screen(text, card=card, attached=Attached(said, lines(text, not_shown(reader))))
    if exhibit.preview:
        return Screen(text, photo=exhibit.preview, card=card)
    return Screen(lines(text, _not_yet(reader, exhibit)), card=card)


def _twin(reader: Reader, twin: Twin) -> Html:
    """A hint, no verdict."""
    number = order_number(twin.order_id)
    if twin.is_same:
        return reader.say("🔎 The same picture is evidence on order {number}, too.", number=number)
    return reader.say("🔎 A similar picture is evidence on order {number}.", number=number)


def _is_sent_as_it_came(pile: Pile, exhibit: Exhibit) -> bool:
    """Telegram makes photos anew itself, without what a camera writes into them; a PDF has no preview."""
    is_plain = exhibit.photo.kind is Kind.PHOTO or exhibit.type == "application/pdf"
    return is_plain or (pile.shows_originals and not exhibit.is_awaited)


def _entry(reader: Reader, number: int, pile: Pile, each: tuple[Bundle, Exhibit]) -> Html:
    bundle, exhibit = each
    state = _problem(reader, exhibit) if exhibit.problem else ""
    if exhibit.is_awaited:
        state = reader.say("⏳ Being copied")
    mark = reader.say("SHA-256 {hash}…", hash=exhibit.sha256[:_HASH]) if exhibit.sha256 else ""
    return lines(
        reader.say("{number}. {what}", number=number, what=_head(reader, bundle, exhibit)),
        _words(exhibit, _MOST_WORDS),
        state,
        mark,
    )


def _head(reader: Reader, bundle: Bundle, exhibit: Exhibit) -> Html:
    """Whose file it is, and when it came."""
    when = reader.moment(exhibit.at)
    if bundle.purpose is Purpose.ADDENDUM:
        return reader.say("{side}, {when}, added later", side=_side(reader, bundle), when=when)
    return reader.say("{side}, {when}", side=_side(reader, bundle), when=when)


def _side(reader: Reader, bundle: Bundle) -> str:
    return reader.word("Buyer") if bundle.side is Side.BUYER else reader.word("Seller")


def _words(exhibit: Exhibit, most: int) -> Html:
    return quote(shortened(exhibit.words, most)) if exhibit.words else Html()


def _problem(reader: Reader, exhibit: Exhibit) -> Html:
    """Why a file is not shown."""
    if exhibit.problem in ("refused", "unavailable"):
        return reader.say("⚠️ Telegram did not let us have this file. Please ask for it again.")
    return reader.say(
        "⚠️ This file is not shown: it is no photo or PDF, or damaged, or far too large a picture."
    )


def _not_yet(reader: Reader, exhibit: Exhibit) -> Html:
    if exhibit.is_awaited:
        return reader.say("⏳ We are still copying this file. Please look again in a minute.")
    return reader.say("⚠️ There is no preview of this file. Please ask for it as a photo.")


def _origin(pile: Pile, turn: ShowEvidence | ShowClaimEvidence) -> str:
    """The claim as whoever looks sees it, else the order."""
    linked = next((bundle.claim_id for bundle, _ in pile.exhibits if bundle.claim_id), 0)
    claim_id = turn.claim_id if isinstance(turn, ShowClaimEvidence) else linked
    if pile.side is None and claim_id:
        return ShowDispute(claim_id=claim_id).pack()
    return ShowClaim(claim_id=claim_id).pack() if claim_id else ShowOrder(order_id=pile.order.id).pack()
