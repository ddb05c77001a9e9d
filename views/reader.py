"""The one who reads a screen: his words, numbers, money and times."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.money import Money, UnitPrice
from domain.people import Language
from views import formats
from views.catalogues import translated, translated_many
from views.markup import Html, fill


@dataclass(frozen=True, slots=True)
class Reader:
    """Says things in one language. Messages are English; the catalogues hold the rest."""

    language: Language

    def say(self, message: str, /, **values: object) -> Html:
        """A sentence as Telegram HTML; values are escaped, the message may carry markup."""
        return fill(translated(self.language, message), values)

    def say_many(self, one: str, many: str, count: int, /, **values: object) -> Html:
        """A sentence that depends on `count`, which fills {count} formatted for the reader."""
        message = translated_many(self.language, one, many, count)
        return fill(message, {"count": self.number(count), **values})

    def word(self, message: str, /, **values: object) -> str:
        """A plain text for buttons and toasts, which know no markup."""
        return translated(self.language, message).format(**values)

    def number(self, value: int) -> str:
        """A whole number with the reader's thousands separators."""
        return formats.number(value, self.language)

    def price(self, price: UnitPrice) -> str:
        """A unit price with its currency, all its decimals kept."""
        return formats.price(price, self.language)

    def money(self, money: Money) -> str:
        """An amount with its currency."""
        return formats.money(money, self.language)

    def said(self, amount: Decimal, currency: str) -> str:
        """An amount with its currency as it was said, which may be finer than any price."""
        return formats.said(amount, currency, self.language)

    def measure(self, value: Decimal) -> str:
        """A weight or a volume, to three decimals."""
        return formats.measure(value, self.language)

    def country(self, code: str) -> str:
        """A country by its ISO 3166 code."""
        return formats.country(code, self.language)

    def percent(self, percent: int) -> str:
        """A whole percentage."""
        return formats.percent(percent, self.language)

    def hundredths(self, value: int) -> str:
        """A percentage given in hundredths of a percent."""
        return formats.hundredths(value, self.language)

    def moment(self, moment: datetime) -> str:
        """A date and time in the reader's zone, which is named."""
        return formats.moment(moment, self.language)

    def day(self, day: date) -> str:
        """A day of the calendar."""
        return formats.day(day, self.language)

    def own_day(self, moment: datetime) -> date:
        """The day on the calendar of the reader's zone."""
        return formats.own_day(moment, self.language)

    def short_day(self, day: date) -> str:
        """A date without its year."""
        return formats.short_day(day, self.language)

    def weekday(self, day: date) -> str:
        """A day of the week."""
        return formats.weekday(day, self.language)

    def china_time(self, moment: datetime) -> str:
        """The time of day in China, which the sentence must name."""
        return formats.china_time(moment)

    def days(self, count: int) -> str:
        """So many days, within a sentence."""
        return formats.days(count, self.language)

    def duration(self, length: timedelta) -> str:
        """About how long, in the largest fitting unit."""
        return formats.duration(length, self.language)
