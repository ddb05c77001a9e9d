"""The disputes that wait for an operator, oldest first, by pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.people import Person
from services.arbitrating import PAGE_SIZE
from services.dispute import Dispute, has_part
from services.pages import pages_of
from views.admin import to_admin
from views.callback_data.disputes import ListDisputes, ShowDispute
from views.claim_words import REASONS
from views.fitting import shortened
from views.markup import Html, bold, italic, lines, paragraphs
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Screen, grid, rows
from views.suppliers import BUTTON_LENGTH
from views.titles import supplier_name

_NAME_LENGTH: Final = 60


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page (from 0) of the disputes, and how many there are in all."""

    disputes: Sequence[Dispute]
    page: int
    count: int


def waiting(reader: Reader, found: Waiting, person: Person) -> Screen:
    """Each with its order, its supplier and what is claimed; nobody opens his own."""
    if not found.count:
        return Screen(reader.say("⚖️ No dispute waits for a decision."), rows([to_admin(reader)]))
    pages = pages_of(found.count, PAGE_SIZE)
    buttons = [_open(reader, each) for each in found.disputes if not has_part(person, each.claim)]
    turns = page_buttons(found.page, pages, lambda to: ListDisputes(page=to).pack())
    text = paragraphs(
        bold(reader.say("⚖️ Disputes, oldest first")),
        *(_entry(reader, each, person) for each in found.disputes),
        page_line(reader, found.page + 1, pages),
    )
    return Screen(text, (*grid(buttons, 1), *rows(turns, [to_admin(reader)])))


def _entry(reader: Reader, dispute: Dispute, person: Person) -> Html:
    claim = dispute.claim
    entry = reader.say(
        "{number}. Order {order}, {supplier}: {amount}, {reason}, claimed {moment}",
        number=claim.id,
        order=dispute.order.number,
        supplier=bold(shortened(supplier_name(reader, dispute.supplier), _NAME_LENGTH)),
        amount=reader.money(claim.claimed),
        reason=REASONS[claim.ground.reason](reader),
        moment=reader.moment(claim.opened_at),
    )
    own = reader.say("You have a part in it, so another operator decides.")
    return lines(entry, italic(own) if has_part(person, claim) else "")


def _open(reader: Reader, dispute: Dispute) -> Button:
    label = reader.word(
        "{number} · {order} · {amount}",
        number=dispute.claim.id,
        order=dispute.order.number,
        amount=reader.money(dispute.claim.claimed),
    )
    return Button(shortened(label, BUTTON_LENGTH), ShowDispute(claim_id=dispute.claim.id).pack())
