"""How what a claim still gives back can be made good: sent back as it was paid, or set off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.claim import Claim, RefundsTooMuch
from domain.lifecycle import OrderStatus
from domain.money import Money
from domain.order import Order
from domain.refusal import Refusal
from domain.standing import Standing
from domain.terms import PaymentMethod

Share = tuple[PaymentMethod, Money]


class NothingToRepay(Refusal):
    """Nothing of what the claim gives back can be sent back, or set off, by this person now."""


@dataclass(frozen=True, slots=True)
class Repayment:
    """What can be done about a claim's `left`, each amount at most that much.

    - `by_hand` is what the seller can send back of what he was paid by transfer or Alipay.
    - `by_card` is what then is left to the operator, whose payment provider holds it.
    - `set_off` is what the buyer still owes, and pays so much less of.
    `held` is what each way to pay brought and did not give back, largest first. Never more is sent back than
    was paid and kept, apart from what is to be given back anyway because it was paid too much.
    """

    left: Money
    by_hand: Money
    by_card: Money
    set_off: Money
    held: tuple[Share, ...]

    def shares(self, amount: Money, *, by_card: bool) -> Sequence[Share]:
        """The amount by the ways it was paid. Raises NothingToRepay or RefundsTooMuch."""
        most = self.by_card if by_card else self.by_hand
        check_repaid(amount, most)
        return tuple(_taken(self.held, amount, by_card=by_card))


def repayment(claim: Claim, order: Order, standing: Standing) -> Repayment:
    """As the order stands now, all of which is locked."""
    left, currency = claim.left.minor, standing.total.currency
    is_dead = order.status is OrderStatus.CANCELLED
    free = min(left, standing.kept.minor - (0 if is_dead else standing.credit.minor))
    held = tuple(sorted(_positive(standing.by_method), key=lambda share: share[1].minor, reverse=True))
    card = sum(money.minor for method, money in held if method is PaymentMethod.CARD)
    by_hand = min(free, sum(money.minor for _, money in held) - card)
    return Repayment(
        claim.left,
        Money(by_hand, currency),
        Money(min(free - by_hand, card), currency),
        Money(min(left, standing.owed.minor), currency),
        held,
    )


def check_repaid(amount: Money, most: Money) -> None:
    """Raises NothingToRepay or RefundsTooMuch."""
    if most.minor <= 0:
        raise NothingToRepay()
    if amount.currency != most.currency or not 0 < amount.minor <= most.minor:
        raise RefundsTooMuch(amount=amount, left=most)


def _positive(by_method: Sequence[Share]) -> Iterator[Share]:
    return (share for share in by_method if share[1].minor > 0)


def _taken(held: Sequence[Share], amount: Money, *, by_card: bool) -> Iterator[Share]:
    lacking = amount.minor
    for method, money in held:
        if lacking and (method is PaymentMethod.CARD) is by_card:
            taken = min(lacking, money.minor)
            lacking -= taken
            yield method, Money(taken, amount.currency)
