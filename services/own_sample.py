"""Which golden sample an offer may name: one of the same goods, between the same two sides."""

from domain.golden import sample_order_id
from domain.negotiation import Negotiation
from domain.refusal import Refusal
from domain.terms import TermsDraft
from services.ports import Books


class OtherSample(Refusal):
    """The golden sample `sample` is unknown, or of other goods or people."""


async def check_sample(books: Books, draft: TermsDraft, negotiation: Negotiation) -> None:
    """Of an offer that names a golden sample anew; of all others nobody asks. Raises OtherSample."""
    if not draft.sample:
        return
    golden = await books.golden.get(sample_order_id(draft.sample))
    goods = (negotiation.goods.product_id, negotiation.supplier_id, negotiation.buyer_id)
    if golden is None or (golden.product_id, golden.supplier_id, golden.buyer_id) != goods:
        raise OtherSample(sample=draft.sample)
