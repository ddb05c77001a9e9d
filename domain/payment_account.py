"""Where a supplier wants to be paid: an Alipay account, or a bank account for company transfers."""

import re
from dataclasses import dataclass
from typing import Final

from domain.refusal import Refusal
from domain.terms import PaymentMethod

MOST_CHARACTERS: Final = 120
_TAKEN: Final = "on"
_NUMBER: Final = re.compile(r"[0-9A-Z]{6,34}")
_IBAN: Final = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{10,30}")
_SWIFT: Final = re.compile(r"[A-Z]{6}[0-9A-Z]{2}([0-9A-Z]{3})?")
_ALIPAY: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|\+?[0-9]{7,15}")


class AccountUnusable(Refusal):
    """The `field` of an account (alipay, bank, holder, number, swift) cannot be what was written."""


@dataclass(frozen=True, slots=True)
class PaymentAccount:
    """An account of a supplier: `number` is an Alipay id (phone or e-mail) or a bank account.

    `bank`, `holder` and `swift` belong to a bank account. `qr` is Telegram's id of a photo that Alipay scans,
    in place of a number or beside it. Of cards only whether they are taken is kept: "on" or nothing.
    """

    method: PaymentMethod
    number: str = ""
    holder: str = ""
    bank: str = ""
    swift: str = ""
    qr: str = ""

    @property
    def is_open(self) -> bool:
        """Whether buyers can pay to it."""
        return self.method is not PaymentMethod.CARD or self.number == _TAKEN

    def __post_init__(self) -> None:
        if self.method is PaymentMethod.CARD:
            return
        if self.method is PaymentMethod.ALIPAY:
            _check("alipay", bool(self.qr or _ALIPAY.fullmatch(self.number)))
            return
        for field in ("bank", "holder"):
            _check(field, 0 < len(getattr(self, field)) <= MOST_CHARACTERS)
        _check("number", _is_account_number(self.number))
        _check("swift", not self.swift or bool(_SWIFT.fullmatch(self.swift)))


def cards(*, taken: bool) -> PaymentAccount:
    """Whether the supplier lets buyers pay by card, to the operator's provider."""
    return PaymentAccount(PaymentMethod.CARD, _TAKEN if taken else "")


def bank_account(lines: list[str]) -> PaymentAccount:
    """An account from its lines: bank, holder, number or IBAN, and perhaps SWIFT. Raises AccountUnusable."""
    bank, holder, number, swift = [line.strip() for line in (*lines, "", "", "", "")][:4]
    _check("number", len(lines) <= 4)
    return PaymentAccount(PaymentMethod.TRANSFER, _bare(number), holder=holder, bank=bank, swift=_bare(swift))


def alipay_account(written: str = "", *, qr: str = "") -> PaymentAccount:
    """An Alipay account by phone or e-mail, or by the photo of its QR code. Raises AccountUnusable."""
    number = written.strip() if "@" in written else re.sub(r"[\s()-]", "", written)
    return PaymentAccount(PaymentMethod.ALIPAY, number, qr=qr)


def _bare(written: str) -> str:
    return re.sub(r"[\s.-]", "", written).upper()


def _is_account_number(number: str) -> bool:
    if _IBAN.fullmatch(number):
        return _is_iban(number)
    return bool(_NUMBER.fullmatch(number))


def _is_iban(number: str) -> bool:
    """ISO 13616: the rearranged number, letters as figures, leaves 1 when divided by 97."""
    rearranged = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in rearranged)) % 97 == 1


def _check(field: str, is_fine: bool) -> None:
    if not is_fine:
        raise AccountUnusable(field=field)
