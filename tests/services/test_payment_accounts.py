"""A supplier's accounts: entered by its people only, every change kept and told."""

import pytest

from domain.payment_account import PaymentAccount, alipay_account
from domain.terms import PaymentMethod
from services.payment_accounts import PaymentAccounts
from services.refusals import NotFound
from storage.tables.money import payment_accounts
from tests.builders import BUYER, COLLEAGUE, RIVAL, SELLER, SUPPLIER, Trade

FIRST, SECOND = alipay_account("13800138000"), alipay_account("cups@example.com")


async def test_a_change_is_told_to_colleagues_and_seen_by_who_ordered_before(trade: Trade) -> None:
    async def sets(person: int, account: PaymentAccount) -> None:
        await trade.does(person, lambda b, p: PaymentAccounts(b, p).set(SUPPLIER, account))

    await sets(SELLER, FIRST)
    order = await trade.bound()
    await trade.forget_letters()
    for person in (RIVAL, BUYER):
        with pytest.raises(NotFound):
            await sets(person, SECOND)
    for _ in range(2):
        await sets(COLLEAGUE, SECOND)

    accounts = await trade.does(BUYER, lambda b, _: b.accounts.of_supplier(SUPPLIER))
    first = await trade.does(BUYER, lambda b, _: b.accounts.get(1))
    assert accounts[PaymentMethod.ALIPAY].account == SECOND
    assert accounts[PaymentMethod.ALIPAY].changed_since(order)
    assert first
    assert not first.changed_since(order)
    assert await trade.told() == [(SELLER, "payment_account_changed")]
    assert await trade.count(payment_accounts) == 2
