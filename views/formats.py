"""Numbers, money and times as each language writes them, by Babel."""

from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, format_skeleton, format_time, format_timedelta
from babel.numbers import format_currency, format_decimal, format_percent

from domain.china import CHINA
from domain.money import POINTS_PER_MINOR, Money, UnitPrice, exponent
from domain.people import Language

LOCALES: Final = {
    Language.ENGLISH: Locale("en"),
    Language.CHINESE: Locale("zh", script="Hans"),
    Language.TRADITIONAL: Locale("zh", script="Hant"),
}
ZONES: Final[dict[Language, tzinfo]] = {
    Language.ENGLISH: ZoneInfo("UTC"),
    Language.CHINESE: ZoneInfo("Asia/Shanghai"),
    Language.TRADITIONAL: ZoneInfo("Asia/Shanghai"),
}
"""Telegram tells no zone: Chinese readers get China's time, all others UTC, always named."""
_NEVER_WEEKS: Final = 1_000_000.0
_BEIJING_TIME: Final = {Language.CHINESE: "北京时间", Language.TRADITIONAL: "北京時間"}


@lru_cache(maxsize=4096)
def number(value: int, language: Language) -> str:
    """A whole number, e.g. 1,200."""
    return format_decimal(value, locale=LOCALES[language])


@lru_cache(maxsize=4096)
def price(value: UnitPrice, language: Language) -> str:
    """A unit price with at least the currency's decimals and all of its own, e.g. CN¥12.50, US$0.0235."""
    return _currency(value.amount, value.currency, language)


@lru_cache(maxsize=4096)
def money(value: Money, language: Language) -> str:
    """An amount, e.g. CN¥6,250.00."""
    return _currency(value.amount, value.currency, language)


def said(amount: Decimal, currency: str, language: Language) -> str:
    """An amount as it was said, however fine, e.g. ¥12.12345."""
    return _currency(amount, currency, language)


def _currency(amount: Decimal, currency: str, language: Language) -> str:
    """Never just one digit more than the currency has: 53.399 would read as thousands to half the world."""
    decimals = exponent(currency)
    if amount != round(amount, decimals):
        decimals += len(str(POINTS_PER_MINOR)) - 1
    if amount != round(amount, decimals):
        decimals = -int(amount.normalize().as_tuple().exponent)
    pattern = f"¤#,##0.{'0' * decimals}" if decimals else "¤#,##0"
    return format_currency(amount, currency, pattern, LOCALES[language], currency_digits=False)


@lru_cache(maxsize=1024)
def measure(value: Decimal, language: Language) -> str:
    """A weight or a volume to three decimals, e.g. 0.613."""
    return format_decimal(value, "#,##0.###", LOCALES[language])


def country(code: str, language: Language) -> str:
    """A country by its ISO 3166 code, as Unicode CLDR names it, e.g. Germany."""
    return str(LOCALES[language].territories[code])


@lru_cache(maxsize=256)
def percent(value: int, language: Language) -> str:
    """A whole percentage, e.g. 30%."""
    return format_percent(Decimal(value) / 100, locale=LOCALES[language])


@lru_cache(maxsize=256)
def hundredths(value: int, language: Language) -> str:
    """A percentage given in hundredths of a percent, e.g. 0.5%."""
    return format_percent(Decimal(value) / 10_000, locale=LOCALES[language], decimal_quantization=False)


def moment(value: datetime, language: Language) -> str:
    """A date and time to the minute with its zone, e.g. Nov 26, 2026, 9:05 AM UTC."""
    local, locale = value.astimezone(ZONES[language]), LOCALES[language]
    day = format_date(local, "medium", locale)
    if language is Language.ENGLISH:
        return f"{day}, {format_time(local, 'short', locale=locale)} UTC"
    return f"{day} {local:%H:%M}（{_BEIJING_TIME[language]}）"


@lru_cache(maxsize=512)
def day(value: date, language: Language) -> str:
    """A day of the calendar, e.g. Nov 26, 2026, 2026年11月26日."""
    return format_date(value, "medium", LOCALES[language])


def own_day(value: datetime, language: Language) -> date:
    """The day of a moment in the reader's zone."""
    return value.astimezone(ZONES[language]).date()


@lru_cache(maxsize=512)
def short_day(value: date, language: Language) -> str:
    """A date without its year, e.g. Feb 5, 2月5日."""
    return format_skeleton("MMMd", value, locale=LOCALES[language])


@lru_cache(maxsize=512)
def weekday(value: date, language: Language) -> str:
    """A day of the week, e.g. Thursday, 星期四."""
    return format_date(value, "EEEE", LOCALES[language])


def china_time(value: datetime) -> str:
    """The time of day in China, e.g. 23:40."""
    return f"{value.astimezone(CHINA):%H:%M}"


@lru_cache(maxsize=512)
def days(count: int, language: Language) -> str:
    """So many days within a sentence, e.g. 15 days, 15天."""
    length = timedelta(days=count)
    return format_timedelta(length, granularity="day", threshold=_NEVER_WEEKS, locale=LOCALES[language])


@lru_cache(maxsize=256)
def duration(value: timedelta, language: Language) -> str:
    """About how long, e.g. 3 days."""
    return format_timedelta(value, locale=LOCALES[language], threshold=1.5)
