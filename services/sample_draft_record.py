"""What a seller is saying of a sample as JSON, as it is kept between two updates."""

from typing import Any

from domain.money import Money
from domain.sample_policy import SamplePolicy
from services.sample_draft import Part, SampleDraft
from services.sampling import SampleTarget


def draft_record(draft: SampleDraft) -> dict[str, Any]:
    """A draft as JSON."""
    said = draft.said
    return {
        "currency": draft.currency,
        "said": [
            said.is_offered,
            said.price.minor if said.price else None,
            said.freight.minor if said.freight else None,
            said.days,
            said.is_refundable,
        ],
        "target": [draft.target.request_id, draft.target.version],
        "product_id": draft.product_id,
        "supplier_id": draft.supplier_id,
        "asks": draft.asks,
        "is_standing": draft.is_standing,
    }


def draft_of(record: dict[str, Any]) -> SampleDraft:
    """The draft that `draft_record` wrote."""
    currency = record["currency"]
    is_offered, price, freight, days, is_refundable = record["said"]
    said = SamplePolicy(
        is_offered,
        None if price is None else Money(price, currency),
        None if freight is None else Money(freight, currency),
        days,
        is_refundable,
    )
    return SampleDraft(
        currency,
        said,
        SampleTarget(*record["target"]),
        record["product_id"],
        record["supplier_id"],
        Part(record["asks"]) if record["asks"] else None,
        record["is_standing"],
    )
