"""A supplier's account is checked before a buyer can pay to it."""

import pytest

from domain.payment_account import AccountUnusable, alipay_account, bank_account, cards

BANK = ["Bank of China", "Ningbo Cups Co., Ltd."]


def test_accounts_are_kept_as_banks_and_alipay_write_them() -> None:
    card = bank_account([*BANK, "6222 0212 3456 7890", "bkchcnbj92h"])
    iban = bank_account([*BANK, "GB82 WEST 1234 5698 7654 32"])

    assert (card.number, card.swift, card.bank) == ("6222021234567890", "BKCHCNBJ92H", "Bank of China")
    assert (iban.number, iban.swift) == ("GB82WEST12345698765432", "")
    assert alipay_account("138 0013-8000").number == "13800138000"
    assert alipay_account(qr="AgAC").qr == "AgAC"
    assert [cards(taken=taken).is_open for taken in (True, False)] == [True, False]


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ([], "bank"),
        (["Bank of China"], "holder"),
        (BANK, "number"),
        ([*BANK, "12345"], "number"),
        ([*BANK, "GB82 WEST 1234 5698 7654 33"], "number"),
        ([*BANK, "6222021234567890", "BKCH"], "swift"),
        ([*BANK, "6222021234567890", "BKCHCNBJ", "hello"], "number"),
    ],
)
def test_what_is_no_bank_account_names_the_line_that_is_wrong(lines: list[str], field: str) -> None:
    with pytest.raises(AccountUnusable) as refusal:
        bank_account(lines)

    assert refusal.value.facts == {"field": field}
