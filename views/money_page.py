"""The money history of an order, in pages: each booking in plain words, the sum then, and what is owed."""

from typing import Final

from domain.claim import Claim
from domain.lifecycle import OrderStatus
from domain.money import Money
from services.cases import OrderCase
from services.money_history import MoneyHistory, MoneyLine
from views.buttons import back
from views.callback_data.navigation import ShowOrder
from views.callback_data.payment import ShowMoney
from views.claim_words import REASONS
from views.markup import Html, bold, escape, lines, paragraphs
from views.money_words import EVENTS, WITHOUT_A_WAY
from views.order import belongs_to_order
from views.paging import page_buttons, page_line, parted
from views.payment import money_lines
from views.reader import Reader
from views.screen import Screen, rows
from views.term_words import PAYMENT_WORDS

LATEST: Final = 0
MOST_ON_A_PAGE: Final = 10
UNITS_ON_A_PAGE: Final = 2_500


def money_page(reader: Reader, history: MoneyHistory, page: int = LATEST) -> Screen:
    """A page, counted from 1, the last one unless another is asked for."""
    order = history.case.order
    entries = [money_entry(reader, number, line) for number, line in enumerate(history.lines, 1)]
    pages = parted(entries, MOST_ON_A_PAGE, UNITS_ON_A_PAGE)
    shown = page if 0 < page <= len(pages) else len(pages)
    head = bold(reader.say("💰 Money of order {number}", number=order.number))
    nothing = reader.say("Nothing was booked yet.")
    text = paragraphs(
        head,
        *([entries[index] for index in pages[shown - 1]] or [nothing]),
        page_line(reader, shown, len(pages)),
        money_lines(reader, history.case),
        lines(*(_claim(reader, claim) for claim in history.claims)),
        _owed(reader, history.case),
    )
    turns = page_buttons(shown - 1, len(pages), lambda to: _turn(history.case, to + 1))
    leave = back(reader, ShowOrder(order_id=order.id).pack())
    return Screen(text, rows(turns, [leave]), card=belongs_to_order(order))


def money_entry(reader: Reader, number: int, line: MoneyLine) -> Html:
    """When, what, how, how much, and what the buyer had given in all then."""
    head = reader.say(
        "{number}. {moment}", number=reader.number(number), moment=reader.moment(line.booking.entry.at)
    )
    moved = reader.say(
        "{amount} · {kept} paid in all", amount=_signed(reader, line.moved), kept=reader.money(line.kept)
    )
    return lines(head, _told(reader, line), moved)


def _told(reader: Reader, line: MoneyLine) -> Html:
    what = EVENTS[line.event](reader)
    if line.event in WITHOUT_A_WAY:
        return escape(what)
    return reader.say("{what} · {method}", what=what, method=PAYMENT_WORDS[line.booking.method](reader))


def _signed(reader: Reader, amount: Money) -> Html:
    """Plus is what the buyer gave."""
    shown = reader.money(Money(abs(amount.minor), amount.currency))
    return bold(escape(("−" if amount.minor < 0 else "+") + shown))


def _claim(reader: Reader, claim: Claim) -> Html:
    """What it gives back, and what of that is still to come."""
    named: dict[str, object] = {
        "reason": REASONS[claim.ground.reason](reader),
        "amount": reader.money(claim.proposal.settlement.amount),
        "repaid": reader.money(Money(claim.repaid, claim.claimed.currency)),
        "left": reader.money(claim.left),
    }
    if claim.is_late:
        return reader.say("⏰ Late-delivery compensation agreed: {amount}", **named)
    if claim.is_won and claim.left.minor:
        return reader.say("↩️ Claim ({reason}): {amount} agreed, {left} still to be refunded", **named)
    return reader.say("↩️ Claim ({reason}): {repaid} refunded", **named)


def _owed(reader: Reader, case: OrderCase) -> Html:
    """What the buyer still owes, or that he owes nothing; an order that is over owes nothing."""
    standing = case.standing
    if standing is None or case.order.status is OrderStatus.CANCELLED:
        return Html()
    if not standing.owed.minor:
        return bold(reader.say("Nothing is owed."))
    return bold(reader.say("Still owed by the buyer: {amount}", amount=reader.money(standing.owed)))


def _turn(case: OrderCase, page: int) -> str:
    return ShowMoney(order_id=case.order.id, page=page).pack()
