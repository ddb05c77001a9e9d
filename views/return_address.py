"""Where goods go back to: asked of a seller who agrees to a return, or proposes one."""

from collections.abc import Sequence
from typing import Final

from services.address_book import Entry
from services.claim_case import ClaimCase
from views.callback_data.claim import ReturnTo, ShowClaim
from views.claim_lines import card_of, claim_lines
from views.markup import Html, bold, italic, lines, paragraphs
from views.order_form_buttons import address_label
from views.reader import Reader
from views.screen import Button, Screen, grid, rows

MOST_ADDRESSES: Final = 5


def ask_return_address(
    reader: Reader, case: ClaimCase, entries: Sequence[Entry], problem: Html | str = ""
) -> Screen:
    """The seller's addresses as buttons; another may be typed."""
    claim = case.claim
    buttons = [
        Button(address_label(entry.delivery.address), _press(case, entry))
        for entry in entries[:MOST_ADDRESSES]
    ]
    leave = Button(reader.word("Cancel"), ShowClaim(claim_id=claim.id).pack())
    text = paragraphs(claim_lines(reader, case), problem, where_to(reader, has_addresses=bool(entries)))
    return Screen(text, (*grid(buttons, 1), *rows([leave])), card=card_of(claim))


def where_to(reader: Reader, *, has_addresses: bool) -> Html:
    """The question, and how it is answered."""
    how = (
        reader.say("Press one of your addresses, or type another in one message.")
        if has_addresses
        else reader.say("Please write name, phone, street, city, postcode and country in one message.")
    )
    return lines(bold(reader.say("Where shall the goods go back to?")), italic(how))


def _press(case: ClaimCase, entry: Entry) -> str:
    version = case.claim.proposal.number
    return ReturnTo(claim_id=case.claim.id, version=version, entry_id=entry.id).pack()
