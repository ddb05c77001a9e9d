"""Chinese sums in coins: 12块5, 两块八, 一块二毛五, 六毛五, 一块半."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from language.figure import Figure, Flaw
from language.mark import EDGE, CurrencyMark, Mark, Token

_COUNTED: Final = frozenset({Mark.DAY, Mark.WORKDAY, Mark.PERCENT, Mark.FOLD, Mark.TENTHS, Mark.MEASURE})
_HALF: Final = Decimal("0.5")


def coins(figure: Figure, currency: CurrencyMark, tokens: Sequence[Token]) -> tuple[Figure, int]:
    """The sum in major units that `figure` begins, and how many of `tokens` it takes, the currency first."""
    total, taken = figure.times(_worth(currency.hundredths)), 1
    if currency.code != "CNY":
        return total, taken
    coin = currency.hundredths
    if tokens[0].end - tokens[0].start > 1:
        return total, taken
    while (smaller := _smaller_coin(tokens, taken, coin)) is not None:
        value, coin = smaller
        total, taken = _plus(total, value * _worth(coin)), taken + 2
    return _with_tail(total, coin, tokens, taken)


def _worth(hundredths: int) -> Decimal:
    return Decimal(hundredths) / 100


def _plus(total: Figure, value: Decimal) -> Figure:
    return total._replace(value=total.value + value)


def _grown(tokens: Sequence[Token], place: int) -> Token:
    """The token at `place` when it follows the one before without a gap."""
    if place < len(tokens) and tokens[place].start == tokens[place - 1].end:
        return tokens[place]
    return EDGE


def _smaller_coin(tokens: Sequence[Token], taken: int, coin: int) -> tuple[Decimal, int] | None:
    """The 二毛 of 一块二毛."""
    number, name = _grown(tokens, taken).value, _grown(tokens, taken + 1).value
    if not isinstance(number, Figure) or number.flaw or not isinstance(name, CurrencyMark):
        return None
    fits = name.code == "CNY" and name.hundredths < coin
    return (number.value, name.hundredths) if fits else None


def _with_tail(total: Figure, coin: int, tokens: Sequence[Token], taken: int) -> tuple[Figure, int]:
    """The 5 of 12块5: tenths of the last coin, unless it counts something else."""
    number, then = _grown(tokens, taken).value, _grown(tokens, taken + 1)
    if not isinstance(number, Figure) or number.flaw or then.mark in _COUNTED:
        return total, taken
    tail = _tail(number, coin)
    is_count = then.mark is Mark.UNIT and (number.text in ("一", "1") or len(number.text) > 1)
    if tail is None or is_count:
        return total, taken
    if then.mark is not Mark.UNIT:
        return _plus(total, tail), taken + 1
    return total._replace(flaw=Flaw.TWO_READINGS, other=total.value + tail), taken + 1


def _tail(number: Figure, coin: int) -> Decimal | None:
    if number.value == _HALF:
        return _HALF * _worth(coin)
    if len(number.text) == 1 and number.text != "两" and 0 < number.value < 10:
        return number.value * _worth(coin) / 10
    if len(number.text) == 2 and number.text.isdecimal() and coin == 100:
        return number.value / 100
    return None
