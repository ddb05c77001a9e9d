"""Reading a table of freight rates, row by row and rows against each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from domain.freight.rate import USUAL_BASIS, Basis, FreightRate, Route
from domain.freight.zones import ANYWHERE, CHINA, ZONES
from domain.money import Money, UnitPrice
from domain.places import CITIES, PROVINCES, place_key
from domain.terms import Shipping
from language.countries import read_country
from services.importing.cells import Cells, Row
from services.importing.columns import checked_columns
from services.importing.numbers import plain, read_amount, read_price, read_whole
from services.importing.problems import Kind, Misread, Problem
from services.importing.words import read_currency, read_line

Word = TypeVar("Word")

NEEDED: Final = (
    "method", "destination", "currency", "rate", "days_min", "days_max", "valid_until", "source",
)  # fmt: skip
COLUMNS: Final = (*NEEDED, "origin", "per", "minimum", "fixed")
MOST_DAYS: Final = 365
MOST_SOURCE: Final = 100

_METHODS: Final = {
    **{method.value: method for method in Shipping},
    "海运": Shipping.SEA,
    "空运": Shipping.AIR,
    "铁路": Shipping.RAIL,
    "快递": Shipping.EXPRESS,
}
_BASES: Final = {
    "kg": Basis.KILOGRAM,
    "公斤": Basis.KILOGRAM,
    "cbm": Basis.CUBIC_METRE,
    "立方米": Basis.CUBIC_METRE,
}
_ZONE_WORDS: Final = {
    **{zone: zone for zone in (*ZONES, ANYWHERE)},
    "非洲": "africa",
    "中亚": "central_asia",
    "东亚": "east_asia",
    "东南亚": "southeast_asia",
    "南亚": "south_asia",
    "中东": "middle_east",
    "欧洲": "europe",
    "北美": "north_america",
    "拉美": "latin_america",
    "大洋洲": "oceania",
    "欧盟": "eu",
    "全球": ANYWHERE,
}
_ALL_CHINA: Final = frozenset({"", "cn", "china", "中国"})
_DAY: Final = re.compile(r"(20\d\d)[-/](\d{1,2})[-/](\d{1,2})(?: 00:00:00)?")
_FORMULA_STARTS: Final = ("=", "+", "-", "@")


def read_rate_header(names: Sequence[str]) -> tuple[str, ...]:
    """The header's column names in canonical form. Raises MissingColumns or RepeatedColumns."""
    return checked_columns(names, NEEDED, COLUMNS)


@dataclass(slots=True)
class RateCheck:
    """The rates read so far and everything that is wrong; a route may stand in one row only."""

    rows: int = 0
    rates: list[FreightRate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[Route, int] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Reads one more row."""
        cells = Cells(row)
        rate = _rate(cells)
        self.rows += 1
        self.problems.extend(cells.problems)
        if rate:
            self._keep(row.number, rate)

    def _keep(self, number: int, rate: FreightRate) -> None:
        first = self._seen.setdefault(rate.route, number)
        if first != number:
            named = f"{rate.route.method} {rate.route.origin} {rate.route.destination}"
            self.problems.append(Problem(number, "method", Kind.REPEATED_RATE, named, str(first)))
        self.rates.append(rate)


def _rate(cells: Cells) -> FreightRate | None:
    route, currency = _route(cells), cells.need("currency", read_currency, "USD")
    price: UnitPrice | None = cells.need("rate", lambda text: read_price(text, currency), None)
    usual = USUAL_BASIS[route.method] if route else Basis.KILOGRAM
    basis = cells.read("per", _basis, usual)
    minimum, fixed = (_charge(cells, column, currency) for column in ("minimum", "fixed"))
    days, until = _days(cells), cells.need("valid_until", read_day, None)
    source = cells.need("source", read_source, "")
    if route is None or price is None or until is None or cells.problems:
        return None
    return FreightRate(route, basis, price, minimum, fixed, days, until, source)


def _route(cells: Cells) -> Route | None:
    method = cells.need("method", _method, None)
    destination = cells.need("destination", _destination, "")
    origin = cells.read("origin", _origin, CHINA)
    return Route(method, origin, destination) if method and destination else None


def _charge(cells: Cells, column: str, currency: str) -> int:
    return cells.read(column, lambda text: read_amount(text, currency), Money(0, currency)).minor


def _days(cells: Cells) -> tuple[int, int]:
    least, most = (cells.need(f"days_{end}", lambda t: read_whole(t, MOST_DAYS), 1) for end in ("min", "max"))
    if most < least:
        cells.report("days_max", Kind.OUT_OF_BOUNDS, f"{least}-{MOST_DAYS}")
    return least, most


def _method(text: str) -> Shipping:
    return _word(_METHODS, text)


def _basis(text: str) -> Basis:
    return _word(_BASES, text)


def _word(known: dict[str, Word], text: str) -> Word:
    found = known.get(text.casefold())
    if found is None:
        raise Misread(Kind.UNKNOWN_WORD, ", ".join(known))
    return found


def _destination(text: str) -> str:
    zone = _ZONE_WORDS.get("_".join(text.casefold().split()))
    if zone:
        return zone
    country = read_country(text.upper() if len(text) == 2 else text)
    if country is None:
        raise Misread(Kind.NOT_A_PLACE, ", ".join((*ZONES, ANYWHERE)))
    return country


def _origin(text: str) -> str:
    if text.casefold() in _ALL_CHINA:
        return CHINA
    key = place_key(text)
    if key not in CITIES and key not in PROVINCES:
        raise Misread(Kind.NOT_A_PLACE, CHINA)
    return key


def read_day(text: str) -> date:
    """A day such as 2026-12-31, the year first. Raises Misread."""
    found = _DAY.fullmatch(plain(text))
    try:
        year, month, day = found.groups() if found else ("0", "0", "0")
        return date(int(year), int(month), int(day))
    except ValueError:
        raise Misread(Kind.NOT_A_DAY) from None


def read_source(text: str) -> str:
    """Whose rate it is, in words that no spreadsheet takes for a formula. Raises Misread."""
    if text.startswith(_FORMULA_STARTS):
        raise Misread(Kind.FORMULA)
    return read_line(text, MOST_SOURCE)
