"""The shortlist: suppliers that may get one inquiry, with ticks that the buyer changes."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from domain.catalogue import Product
from domain.quantity import Unit
from domain.refusal import Refusal
from domain.terms import TERMS, TermsDraft, from_record, to_record
from services.comparing.keeping import MOST_SUPPLIERS
from services.refusals import DraftGone


class TooManySuppliers(Refusal):
    """An inquiry goes to at most `most` suppliers."""


class NobodyTicked(Refusal):
    """An inquiry needs at least one supplier."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Products, one for each supplier, best first; the ticked ones; the terms to begin with, if any.

    `negotiation_id` is the negotiation that the terms were kept from.
    """

    product_ids: tuple[int, ...]
    ticked: frozenset[int] = frozenset()
    terms: TermsDraft = field(default_factory=TermsDraft)
    negotiation_id: int = 0

    @property
    def id(self) -> str:
        """What its buttons carry: the same products are the same list."""
        named = " ".join(map(str, self.product_ids))
        return hashlib.blake2s(named.encode(), digest_size=4).hexdigest()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ticked products, best first."""
        return tuple(each for each in self.product_ids if each in self.ticked)

    def toggled(self, product_id: int) -> "Shortlist":
        """With this tick changed. Raises TooManySuppliers, and DraftGone for a product that is not listed."""
        if product_id not in self.product_ids:
            raise DraftGone()
        ticked = self.ticked ^ {product_id}
        if len(ticked) > MOST_SUPPLIERS:
            raise TooManySuppliers(most=MOST_SUPPLIERS)
        return replace(self, ticked=ticked)


def leading(products: Sequence[Product], kept: TermsDraft) -> Product:
    """The product in whose unit and currency the inquiry is written, and whose MOQ is its least quantity.

    One of those that share the unit and currency of the kept terms, else of the largest group that share
    theirs; of these the one with the lowest MOQ. Raises NobodyTicked.
    """
    if not products:
        raise NobodyTicked()
    groups = Counter(_measured_in(product) for product in products)
    asked = kept.quantity and kept.unit_price and (kept.quantity.unit, kept.unit_price.currency)
    group = asked if asked in groups else groups.most_common(1)[0][0]
    return min((each for each in products if _measured_in(each) == group), key=lambda each: each.moq)


def starting_terms(kept: TermsDraft, product: Product) -> TermsDraft:
    """The kept terms without those that cannot be said of the product: another unit, currency, too few.

    Nor can another's golden sample, or that the goods are like it.
    """
    quantity, least = kept.quantity, min(kept.moq or product.moq, product.moq)
    fits = quantity and quantity.unit is product.unit and quantity.count >= least
    unfit: tuple[str, ...] = () if fits else ("quantity",)
    if kept.sample:
        unfit = (*unfit, "sample", "quality")
    if kept.unit_price and kept.unit_price.currency != product.currency:
        unfit = (*unfit, "unit_price", "tiers", "custom_fee", "custom_fee_basis")
    return TermsDraft(**{name: getattr(kept, name) for name in TERMS if name not in unfit})


def _measured_in(product: Product) -> tuple[Unit, str]:
    return product.unit, product.currency


def shortlist_record(shortlist: Shortlist) -> dict[str, Any]:
    """A shortlist as JSON."""
    return {
        "product_ids": list(shortlist.product_ids),
        "ticked": sorted(shortlist.ticked),
        "terms": to_record(shortlist.terms),
        "negotiation_id": shortlist.negotiation_id,
    }


def shortlist_of(record: dict[str, Any]) -> Shortlist:
    """The shortlist that `shortlist_record` wrote."""
    return Shortlist(
        tuple(record["product_ids"]),
        frozenset(record["ticked"]),
        from_record(record["terms"]),
        record["negotiation_id"],
    )
