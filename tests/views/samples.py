"""Requests for samples to show: every screen with what somebody wrote on it, too."""

from collections.abc import Iterator
from dataclasses import replace

from domain.lifecycle import SampleStatus
from domain.money import Money
from domain.people import Side
from domain.sample_request import MAX_WORDS, Sampled, SampleRequest
from services.cases import OrderCase
from services.sample_case import SampleCase
from tests.builders import NOON, by
from views.fitting import shortened
from views.reader import Reader
from views.sample import sample_card
from views.sample_steps import ask_question, ask_reason
from views.screen import Screen


def sampled(case: OrderCase, words: str = "<i>颜色？</i>") -> SampleCase:
    """A request that the seller quoted for, with words on both sides."""
    said = shortened(words, MAX_WORDS)
    buyer, goods = replace(by(Side.BUYER), source=said), case.order.goods
    asked = SampleRequest.send(case.order.supplier_id, goods, buyer, 2)
    cost = Sampled(Money(5000, "CNY"), Money(3000, "CNY"), 5, is_refundable=True)
    quoted = replace(asked, id=5).quote_at(0, by(Side.SELLER), cost)
    return SampleCase(quoted, case.side, NOON, case.supplier, translation=words)


def of_sample_requests(reader: Reader, case: OrderCase, words: str) -> Iterator[Screen]:
    """The card of a request in every status, and what is asked on the way."""
    quoted = sampled(case, words)
    closing = quoted.request.wishes
    for status in SampleStatus:
        request = replace(quoted.request, status=status, closing=closing, order_id=case.order.id)
        yield sample_card(reader, replace(quoted, request=request))
    yield ask_question(reader, quoted)
    yield ask_reason(reader, quoted)
