"""Typed answers to the questions of further terms: a figure, a trade term, or free words."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from domain.money import Fee, UnitPrice
from domain.price_tier import PriceTier
from domain.terms import FeeBasis, QualityStandard, TermsDraft, TradeTerm
from language.doubt import Doubt, NotANumber, Term
from language.fold import fold
from language.number import read_count, read_decimal
from services.drafting import Problem, WhichFee
from services.offer_fields import Field

_RATE_AND_CAP: Final = 2
_DAYS_OF_A_WEEK: Final = 7

Heard = TermsDraft | Problem | None
"""What the words state, what is wrong with them, or None when they answer something else."""

_DAYS: Final = re.compile(r"(.+?)\s*(?:days?|天|日)?")
_WEEKS: Final = re.compile(r"(.+?)\s*(?:weeks?|周|个?星期|个?礼拜)")
_PERCENT: Final = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%")
_TRADE_TERM: Final = re.compile(rf"({'|'.join(TradeTerm)})\b[\s,:]*(.*)", re.IGNORECASE | re.DOTALL)
_AQL: Final = re.compile(r"aql\s*([124])\.([05])", re.IGNORECASE)
_RUNG: Final = re.compile(r"(\d[\d,]*)\s*[:@=]\s*[^\d\s]?\s*(\d[\d.]*)")
_BETWEEN_RUNGS: Final = re.compile(r"[\s,;/、]*")
_AMOUNT: Final = re.compile(r"\d+(?:\.\d+)?")
_FREE: Final = re.compile(r"\bfree\b|免费|不收费|不另收费", re.IGNORECASE)
_ONCE: Final = re.compile(r"\bonce\b|one[- ]?(?:off|time)|in total|一次性|一次|总共|版费", re.IGNORECASE)
_EACH: Final = re.compile(r"\beach\b|\bper\b|/|\ba piece\b|每|一个|一件", re.IGNORECASE)
_OF_A_FEE: Final = re.compile(
    r"[\d.\s$¥€£元块/件个只套双条]|fee|rmb|cny|usd|pcs|pieces?|费|收", re.IGNORECASE
)


def _moq(words: str, currency: str) -> Heard:
    count = read_count(words, Term.MINIMUM)
    return TermsDraft(moq=count) if isinstance(count, int) else _unless_words(count)


def _validity(words: str, currency: str) -> Heard:
    """Days, or weeks; raises ValidityOutOfBounds."""
    folded = fold(words).strip()
    weeks, days = _WEEKS.fullmatch(folded), _DAYS.fullmatch(folded)
    named = weeks or days
    count = read_count(named[1], Term.LEAD_TIME) if named else None
    if not isinstance(count, int):
        return None if isinstance(count, NotANumber) else NotANumber(words)
    return TermsDraft(valid_days=count * (_DAYS_OF_A_WEEK if weeks else 1))


def _late(words: str, currency: str) -> Heard:
    """The first percentage is for a day, the second the most; raises CompensationOutOfBounds."""
    found = _PERCENT.findall(fold(words))
    hundredths = [Decimal(each) * 100 for each in found]
    if not 1 <= len(found) <= _RATE_AND_CAP:
        return None
    rate, *caps = hundredths
    cap = caps[0] / 100 if caps else None
    if rate != int(rate) or (cap is not None and cap != int(cap)):
        return NotANumber(words)
    return TermsDraft(late_percent_per_day=int(rate), late_cap_percent=None if cap is None else int(cap))


def _freight(words: str, currency: str) -> Heard:
    found = _TRADE_TERM.fullmatch(words)
    if not found:
        return None
    return TermsDraft(trade_term=TradeTerm(found[1].upper()), trade_place=" ".join(found[2].split()))


def _quality(words: str, currency: str) -> Heard:
    """An inspection limit, or requirements in free words."""
    found = _AQL.fullmatch(fold(words).strip())
    if not found:
        return TermsDraft(quality_note=words)
    named = f"aql_{found[1]}_{found[2]}"
    return (
        TermsDraft(quality=QualityStandard(named)) if named in tuple(QualityStandard) else NotANumber(words)
    )


def _customization(words: str, currency: str) -> Heard:
    """A fee, free of charge, for each piece or once; or how to customize, in free words."""
    folded = fold(words)
    if _FREE.search(folded):
        return TermsDraft(custom_fee=Fee(0, currency))
    amounts = _AMOUNT.findall(folded)
    left = _OF_A_FEE.sub("", _EACH.sub("", _ONCE.sub("", folded)))
    if len(amounts) != 1 or left.strip(" .,"):
        return TermsDraft(custom_note=words)
    amount = Fee.of(Decimal(amounts[0]), currency)
    is_once, is_each = _ONCE.search(folded), _EACH.search(folded)
    if bool(is_once) is bool(is_each):
        return WhichFee(amount)
    return TermsDraft(custom_fee=amount, custom_fee_basis=FeeBasis.ONCE if is_once else FeeBasis.PER_PIECE)


def _ladder(words: str, currency: str) -> Heard:
    """Rungs such as 500:12.5 1000:11; raises TiersDisorderly."""
    folded = fold(words)
    if not _RUNG.search(folded) or not _BETWEEN_RUNGS.fullmatch(_RUNG.sub("", folded)):
        return None
    rungs = [(read_count(count), read_decimal(price)) for count, price in _RUNG.findall(folded)]
    tiers = [_tier(count, price, currency) for count, price in rungs]
    wrong = next((each for each in tiers if not isinstance(each, PriceTier)), None)
    if wrong:
        return wrong
    return TermsDraft(tiers=tuple(each for each in tiers if isinstance(each, PriceTier)))


def _tier(count: int | Doubt, price: Decimal | Doubt, currency: str) -> PriceTier | Doubt:
    if not isinstance(count, int):
        return count
    if not isinstance(price, Decimal):
        return price
    return PriceTier(count, UnitPrice.of(price, currency))


def _unless_words(doubt: Doubt) -> Doubt | None:
    """What is no number at all may be a line that says more."""
    return None if isinstance(doubt, NotANumber) else doubt


CLAUSES: Final[Mapping[Field, Callable[[str, str], Heard]]] = {
    Field.PRICE: _ladder,
    Field.MOQ: _moq,
    Field.FREIGHT: _freight,
    Field.QUALITY: _quality,
    Field.CUSTOMIZATION: _customization,
    Field.LATE: _late,
    Field.VALIDITY: _validity,
}


def is_free(field: Field, words: str) -> bool:
    """Whether any words answer the field, so that a whole line must be told from them."""
    return field in (Field.QUALITY, Field.CUSTOMIZATION) and not _AMOUNT.fullmatch(words.strip())
