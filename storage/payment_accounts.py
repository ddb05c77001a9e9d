"""The accounts that suppliers are paid to, in the database."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, insert, select

from domain.payment_account import PaymentAccount
from domain.terms import PaymentMethod
from services.payment_books import KeptAccount
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.money import payment_accounts

_latest = (
    select(func.max(payment_accounts.c.id))
    .where(payment_accounts.c.supplier_id == bindparam("of_supplier"))
    .group_by(payment_accounts.c.method)
)
OF_SUPPLIER: Final = Plain(select(payment_accounts).where(payment_accounts.c.id.in_(_latest)))
BY_ID: Final = Plain(select(payment_accounts).where(payment_accounts.c.id == bindparam("number")))
ADD: Final = Plain(insert(payment_accounts).returning(payment_accounts.c.id))


class StoredAccounts:
    """Fulfils services.payment_books.Accounts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of_supplier(self, supplier_id: int) -> Mapping[PaymentMethod, KeptAccount]:
        """The accounts that stand."""
        rows = await self._connection.execute(OF_SUPPLIER, {"of_supplier": supplier_id})
        return {PaymentMethod(row.method): _kept(row) for row in rows}

    async def get(self, account_id: int) -> KeptAccount | None:
        """An account, whether it still stands or not."""
        row = (await self._connection.execute(BY_ID, {"number": account_id})).one_or_none()
        return _kept(row) if row else None

    async def set(self, supplier_id: int, account: PaymentAccount, person_id: int, now: datetime) -> int:
        """Keeps an account in place of an earlier one; returns its id."""
        details = {name: value for name, value in asdict(account).items() if value and name != "method"}
        values = {
            "supplier_id": supplier_id,
            "method": account.method.value,
            "details": details,
            "person_id": person_id,
            "at": to_millis(now),
        }
        number: int = (await self._connection.execute(ADD, values)).scalar_one()
        return number


def _kept(row: Row[Any]) -> KeptAccount:
    account = PaymentAccount(PaymentMethod(row.method), **row.details)
    return KeptAccount(row.id, row.supplier_id, account, row.person_id, to_moment(row.at))
