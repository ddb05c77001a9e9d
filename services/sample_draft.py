"""What a seller is saying of a sample, between two updates: a quote, or a policy for all requests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from domain.catalogue import Product
from domain.money import MAX_UNIT_PRICE_MAJOR, Money, PriceOutOfBounds, exponent
from domain.negotiation import CurrencyDiffers
from domain.price_tier import PriceTier
from domain.refusal import Refusal
from domain.sample_policy import NO_POLICY, SamplePolicy
from domain.sample_request import Sampled, SampleRequest, sampled_by
from domain.terms.bounds import check_figure
from language.doubt import Term
from language.number import read_count, read_decimal
from language.sample_quote import SampleSaid, read_sample_quote
from services.refusals import NotFound
from services.sampling import SampleTarget

_FREIGHTS: Final = {"CNY": (0, 20, 30, 50, 100)}
_OTHER_FREIGHTS: Final = (0, 10, 20, 30, 50)
_DAYS: Final = (2, 3, 5, 7, 10, 15)
_TIMES: Final = (1, 2, 5)


class Part(StrEnum):
    """What is said of a sample; the values are stored and on buttons."""

    PRICE = "price"
    FREIGHT = "freight"
    DAYS = "days"
    REFUND = "refund"
    STANDING = "standing"
    OFFER = "offer"


ASKED: Final = (Part.PRICE, Part.FREIGHT, Part.DAYS)
"""What a quote must say."""


class SampleUnread(Refusal):
    """The words say nothing certain of a sample."""


@dataclass(frozen=True, slots=True)
class SampleDraft:
    """A quote for a request, or the policy of a product or of a supplier; the ids of the others are 0.

    `asks` is the part that is asked. `is_standing`: the quote shall answer later requests too.
    """

    currency: str
    said: SamplePolicy = NO_POLICY
    target: SampleTarget = SampleTarget(0, 0)  # noqa: RUF009 - immutable
    product_id: int = 0
    supplier_id: int = 0
    asks: Part | None = None
    is_standing: bool = False

    @property
    def key(self) -> str:
        """What it is about in a few characters, for buttons."""
        if self.target.request_id:
            return f"q{self.target.request_id}v{self.target.version}"
        return f"p{self.product_id}" if self.product_id else f"s{self.supplier_id}"

    @property
    def is_quote(self) -> bool:
        """Whether it answers a request."""
        return bool(self.target.request_id)

    @property
    def missing(self) -> Part | None:
        """What is asked now: what was opened, or the first that a quote still lacks."""
        if self.asks or not self.is_quote:
            return self.asks
        known = {Part.PRICE: self.said.price, Part.FREIGHT: self.said.freight, Part.DAYS: self.said.days}
        return next((part for part in ASKED if known[part] is None), None)

    @property
    def asked(self) -> Sampled:
        """What the quote asks. Raises NotFound while a part is missing."""
        asked = sampled_by(replace(self.said, is_offered=True))
        if asked is None or self.missing:
            raise NotFound(what="quote")
        return asked


def quote_draft(request: SampleRequest, product: Product | None) -> SampleDraft:
    """A quote for the request: begun by the one that stands, or by what is known of the product's samples."""
    if request.quote:
        asked = request.quote.asked
        known = SamplePolicy(None, asked.price, asked.freight, asked.days, asked.is_refundable)
    else:
        known = replace(product.samples, is_offered=None) if product else NO_POLICY
    currency = request.goods.currency
    return SampleDraft(currency, known.in_currency(currency), SampleTarget(request.id, request.version))


def pressed_part(draft: SampleDraft, part: Part, value: str) -> SampleDraft:
    """The draft after a button. Raises NotFound for a value of no button."""
    if not value:
        return replace(draft, asks=part)
    try:
        return replace(_PRESSED[part](draft, value), asks=None)
    except (KeyError, ValueError, ArithmeticError):
        raise NotFound(what="button") from None


def heard(draft: SampleDraft, words: str) -> SampleDraft:
    """The draft after typed words: the answer to what is asked, or several parts in one line.

    Raises SampleUnread, CurrencyDiffers, PriceOutOfBounds, LeadTimeOutOfBounds.
    """
    said = _answer(draft.missing, words) or read_sample_quote(words)
    if said is None:
        raise SampleUnread()
    if said.currency not in (None, draft.currency):
        raise CurrencyDiffers(currency=said.currency, listed_in=draft.currency)
    check_figure("lead_time_days", said.days)
    now = SamplePolicy(
        draft.said.is_offered,
        _money(said.price, draft.currency),
        _money(said.freight, draft.currency),
        said.days,
        said.is_refundable,
    )
    return replace(draft, said=now.filled_from(draft.said, draft.currency), asks=None)


def choices_of(draft: SampleDraft, part: Part, tiers: tuple[PriceTier, ...]) -> tuple[int, ...]:
    """The usual answers: amounts in minor units, or days."""
    if part is Part.DAYS:
        return _DAYS
    one = 10 ** exponent(draft.currency)
    if part is Part.FREIGHT:
        return tuple(each * one for each in _FREIGHTS.get(draft.currency, _OTHER_FREIGHTS))
    listed = tiers[0].unit_price.times(1).minor if tiers else 0
    return tuple(dict.fromkeys((0, *(listed * times for times in _TIMES))))


def _money(amount: Decimal | None, currency: str) -> Money | None:
    """Raises PriceOutOfBounds where it is finer than the minor unit, or enormous."""
    if amount is None:
        return None
    minor = amount.scaleb(exponent(currency))
    if minor != minor.to_integral_value() or not 0 <= amount <= MAX_UNIT_PRICE_MAJOR:
        raise PriceOutOfBounds(amount=amount, currency=currency)
    return Money(int(minor), currency)


def _answer(asked: Part | None, words: str) -> SampleSaid | None:
    """Words that are only the figure that is asked."""
    if asked is Part.DAYS:
        days = read_count(words, Term.LEAD_TIME)
        return SampleSaid(days=days) if isinstance(days, int) else None
    amount = Decimal(0) if words.strip() == "0" else read_decimal(words, Term.FEE)
    if asked not in ASKED or not isinstance(amount, Decimal):
        return None
    return SampleSaid(price=amount) if asked is Part.PRICE else SampleSaid(freight=amount)


def _pressed_amount(name: str) -> Callable[[SampleDraft, str], SampleDraft]:
    def press(draft: SampleDraft, value: str) -> SampleDraft:
        amount = _money(Decimal(int(value)).scaleb(-exponent(draft.currency)), draft.currency)
        amounts: dict[str, Any] = {name: amount}
        return replace(draft, said=replace(draft.said, **amounts))

    return press


def _pressed_days(draft: SampleDraft, value: str) -> SampleDraft:
    check_figure("lead_time_days", int(value))
    return replace(draft, said=replace(draft.said, days=int(value)))


_TRUTH: Final = {"1": True, "0": False}
_PRESSED: Final[Mapping[Part, Callable[[SampleDraft, str], SampleDraft]]] = {
    Part.PRICE: _pressed_amount("price"),
    Part.FREIGHT: _pressed_amount("freight"),
    Part.DAYS: _pressed_days,
    Part.REFUND: lambda draft, value: replace(draft, said=replace(draft.said, is_refundable=_TRUTH[value])),
    Part.OFFER: lambda draft, value: replace(draft, said=replace(draft.said, is_offered=_TRUTH[value])),
    Part.STANDING: lambda draft, value: replace(draft, is_standing=_TRUTH[value]),
}
