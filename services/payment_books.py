"""What is kept about payments besides the ledger: charges, accounts, and what buyers say to have paid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.money import Money
from domain.order import Order
from domain.payment_account import PaymentAccount
from domain.terms import PaymentMethod
from services.photos import Photo


@dataclass(frozen=True, slots=True)
class Charge:
    """A card payment as Telegram told it: `key` by Telegram, `provider_key` by the provider.

    `minor` and `currency` are what was charged, whatever the bill said. `order_id` is the order it was
    credited to, 0 for none.
    """

    key: str
    provider_key: str
    payload: str
    minor: int
    currency: str
    person_id: int
    at: datetime
    order_id: int = 0


class Charges(Protocol):
    """Card payments as Telegram told them."""

    async def keep(self, charge: Charge) -> bool:
        """Keeps a charge; returns False when it was kept before."""


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """An account as it was set, by whom and when."""

    id: int
    supplier_id: int
    account: PaymentAccount
    person_id: int
    at: datetime

    def changed_since(self, order: Order) -> bool:
        """Whether it is younger than the order's confirmation: a buyer is to look twice."""
        return any(self.at > confirmation.at for confirmation in order.confirmations)


class Accounts(Protocol):
    """Accounts of suppliers; of each way to pay the latest stands."""

    async def of_supplier(self, supplier_id: int) -> Mapping[PaymentMethod, KeptAccount]:
        """The accounts that stand."""

    async def get(self, account_id: int) -> KeptAccount | None:
        """An account, whether it still stands or not."""

    async def set(self, supplier_id: int, account: PaymentAccount, person_id: int, now: datetime) -> int:
        """Keeps an account in place of an earlier one; returns its id."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The buyer says he paid this amount, to the account `account_id` (0: none was shown). `id` 0 is new."""

    order_id: int
    method: PaymentMethod
    amount: Money
    account_id: int
    person_id: int
    slips: tuple[Photo, ...]
    at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the seller answered: what he received (minor units of the order's currency), or why nothing."""

    statement_id: int
    received: bool
    minor: int
    reason: str
    person_id: int
    at: datetime


class Statements(Protocol):
    """What buyers say to have paid, and the answers."""

    async def add(self, statement: Statement) -> Statement:
        """Keeps a statement; returns it with its id."""

    async def get(self, statement_id: int) -> Statement | None:
        """The statement."""

    async def answer(self, answer: Answer) -> bool:
        """Keeps the answer to a statement; returns False when it was answered before."""

    async def answer_to(self, statement_id: int) -> Answer | None:
        """The answer to a statement."""

    async def open_of(self, order_id: int) -> Sequence[Statement]:
        """Statements about an order that nobody answered, first to last."""
