"""What a buyer sees when he wants to pay: the part, the ways, and the supplier's account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.instalments import Part
from domain.order import Order
from domain.paying import NothingToPay, Share, check_card, methods, payable, share_of
from domain.people import Person, Side
from domain.refusal import Refusal
from domain.standing import Standing
from domain.terms import PaymentMethod
from services.notices import News, Notice
from services.ordering import Ordering
from services.payment_books import KeptAccount, Statement
from services.ports import Books
from services.recording import tell_side
from services.refusals import NotFound


class NoCards(Refusal):
    """The marketplace has no payment provider."""


@dataclass(frozen=True, slots=True)
class PayCase:
    """What can be paid of an order: the `share` chosen among `shares`, the ways, and why not by card.

    `stated` is what the buyer says to have paid already, and waits for an answer to.
    """

    order: Order
    standing: Standing
    shares: tuple[Share, ...]
    share: Share
    methods: tuple[PaymentMethod, ...]
    accounts: Mapping[PaymentMethod, KeptAccount]
    why_no_card: Refusal | None = None
    stated: Sequence[Statement] = ()


class Paying:
    """A buyer's look at what he can pay."""

    def __init__(self, books: Books, person: Person, *, takes_cards: bool) -> None:
        self._books = books
        self._person = person
        self._takes_cards = takes_cards

    async def look(self, order_id: int, part: Part | None = None) -> PayCase:
        """The case for this part, or for what is next. Raises NotFound, NothingToPay, PartPaid."""
        order, side = await Ordering(self._books, self._person).see(order_id)
        if side is not Side.BUYER:
            raise NotFound(what="order")
        standing = await self._books.money.standing(order)
        shares = payable(order, standing)
        if not shares:
            raise NothingToPay(order=order.number)
        share = share_of(order, standing, part) if part else shares[0]
        accounts = await self._books.accounts.of_supplier(order.supplier_id)
        found = methods(order, [method for method, kept in accounts.items() if kept.account.is_open])
        why_no_card = self._why_no_card(share) if PaymentMethod.CARD in found else None
        offered = tuple(each for each in found if each is not PaymentMethod.CARD or not why_no_card)
        stated = await self._books.statements.open_of(order.id)
        return PayCase(order, standing, shares, share, offered, accounts, why_no_card, stated)

    async def want_account(self, case: PayCase, method: PaymentMethod) -> None:
        """Asks the seller to enter the account that the buyer wants to pay to."""
        notice = Notice(News.PAYMENT_ACCOUNT_WANTED, case.order.id, case.order.revision, method)
        await tell_side(self._books, case.order, Side.SELLER, notice)

    def _why_no_card(self, share: Share) -> Refusal | None:
        if not self._takes_cards:
            return NoCards()
        try:
            check_card(share.amount)
        except Refusal as refusal:
            return refusal
        return None
