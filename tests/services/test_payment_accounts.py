"""A supplier's accounts: entered by its owners only, every change kept and told."""

import pytest

from domain.payment_account import PaymentAccount, alipay_account
from domain.terms import PaymentMethod
from services.payment_accounts import PaymentAccounts
from services.refusals import NotFound, OwnersOnly
from storage.tables.money import payment_accounts
from tests.builders import BUYER, COLLEAGUE, RIVAL, SELLER, SUPPLIER, Trade

FIRST, SECOND = alipay_account("13800138000"), alipay_account("cups@example.com")


async def test_a_change_is_told_to_colleagues_and_seen_by_who_ordered_before(trade: Trade) -> None:
    async def sets(person: int, account: PaymentAccount) -> None:
        await trade.does(person, lambda b, p: PaymentAccounts(b, p).set(SUPPLIER, account))

    await sets(SELLER, FIRST)
    order = await trade.bound()
    await trade.forget_letters()
    for person, refusal in ((RIVAL, NotFound), (BUYER, NotFound), (COLLEAGUE, OwnersOnly)):
        with pytest.raises(refusal):
            await sets(person, SECOND)
    for _ in range(2):
        await sets(SELLER, SECOND)

    accounts = await trade.does(BUYER, lambda b, _: b.accounts.of_supplier(SUPPLIER))
    first = await trade.does(BUYER, lambda b, _: b.accounts.get(1))
    assert accounts[PaymentMethod.ALIPAY].account == SECOND
    assert accounts[PaymentMethod.ALIPAY].changed_since(order)
    assert first
    assert not first.changed_since(order)
    assert await trade.told() == [(COLLEAGUE, "payment_account_changed")]
    assert await trade.count(payment_accounts) == 2
