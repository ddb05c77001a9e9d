"""Signs and the marks they stand for, money signs among them."""

from typing import Final

from language.mark import CurrencyMark, Mark

SIGNS: Final = {
    **dict.fromkeys(".!;\n", Mark.STOP),
    **dict.fromkeys(",()…", Mark.COMMA),
    "?": Mark.QUESTION,
    ":": Mark.COLON,
    "/": Mark.SLASH,
    "-": Mark.DASH,
    "~": Mark.DASH,
    "*": Mark.TIMES,
    "+": Mark.PLUS,
    "%": Mark.PERCENT,
    "@": Mark.AT,
    "=": Mark.IS,
    "'": Mark.FOOT,
    '"': Mark.FOOT,
}
"""Any other sign parts clauses."""

_MONEY: Final = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "₽": "RUB",
    "₹": "INR",
    "₸": "KZT",
    "₩": "KRW",
}
_BEFORE_DOLLAR: Final = {
    "us": "USD",
    "hk": "HKD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
}

MONEY_SIGNS: Final = {sign: CurrencyMark(code, 100, is_sign=True) for sign, code in _MONEY.items()}
"""Signs that several currencies may share."""

YUAN_AND_YEN: Final = {
    "cn": CurrencyMark("CNY", 100),
    "rmb": CurrencyMark("CNY", 100),
    "jp": CurrencyMark("JPY", 100),
}
"""Letters that tell yuan from yen in front of ¥."""

DOLLARS: Final = {letters: CurrencyMark(code, 100) for letters, code in _BEFORE_DOLLAR.items()}
"""Letters that name the country of the dollar behind them."""
