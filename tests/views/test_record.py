"""The record of a negotiation, and the card that shows only what changed."""

from dataclasses import replace
from typing import Any

import pytest

from domain.money import UnitPrice
from domain.negotiation import Negotiation
from domain.people import Side
from domain.terms import PaymentMethod, Shipping
from tests.builders import by
from tests.views.deals import answered, data_on, offered, recorded, seen_by
from tests.views.goods import CHINESE, ENGLISH, words_on
from views.callback_data.ledger import ShowVersion
from views.history import history
from views.markup import Html
from views.negotiation import offer_card
from views.paging import parted
from views.price_chart import price_chart
from views.ticks import MOST_STEPS, ticks
from views.version import version

WHOLE: dict[str, Any] = {
    "lead_time_days": 15,
    "shipping": Shipping.SEA,
    "payment": PaymentMethod.TRANSFER,
    "deposit_percent": 30,
    "note": "blue lids",
}


def haggled() -> Negotiation:
    """The seller answered an offer with every term by another price and lead time."""
    changed = offered("11", **{**WHOLE, "lead_time_days": 20})
    return answered(changed, offered("10", **WHOLE))


def test_the_record_tells_the_first_version_whole_and_then_each_change() -> None:
    shown = history(ENGLISH, recorded(seen_by(Side.BUYER, haggled())))

    first, second = shown.text.split("<b>Offer 2</b>, by the seller")
    assert "Quantity: 500 pieces" in first
    assert "Quantity" not in second
    assert "<b>CN¥11.00 / piece</b>" in second
    assert words_on(shown.rows) == ["📄 1", "📄 2", "📈 Price chart", "◀ Back"]


def test_an_altered_offer_and_a_lost_one_are_told_in_one_line() -> None:
    whole = recorded(seen_by(Side.BUYER, haggled()))
    first, second = whole.offers
    altered = replace(whole, offers=[replace(first, terms=offered("9", **WHOLE)), second])
    lost = replace(whole, offers=[second])

    assert "Checked just now" in history(ENGLISH, whole).text
    assert "Not as it was sent: offer 1." in history(ENGLISH, altered).text
    assert "Something is missing" in history(ENGLISH, lost).text
    asked = ShowVersion(negotiation_id=7, version=1, page=0)
    assert "Not as it was sent" in version(ENGLISH, altered, asked).text


@pytest.mark.parametrize(("side", "sees"), [(Side.BUYER, True), (Side.SELLER, False)])
def test_words_that_an_offer_was_read_from_are_shown_to_its_own_side(side: Side, sees: bool) -> None:
    whole = recorded(seen_by(side, haggled()))
    first = replace(whole.offers[0], source="500 at 10, <b>12 at most</b>")
    chronicle = replace(whole, offers=[first, whole.offers[1]])
    asked = ShowVersion(negotiation_id=7, version=1, page=0)

    for screen in (history(ENGLISH, chronicle), version(ENGLISH, chronicle, asked)):
        assert ("<blockquote>500 at 10, &lt;b&gt;12 at most&lt;/b&gt;" in screen.text) is sees


def test_an_answer_shows_what_changed_and_all_of_it_on_request() -> None:
    case = seen_by(Side.BUYER, haggled())

    short, whole = offer_card(ENGLISH, case), offer_card(ENGLISH, case, whole=True)

    assert "Payment" not in short.text
    assert "Quantity: 500 pieces" in short.text
    assert "+ 3 other terms as before" in short.text
    assert "📄 All terms" in words_on(short.rows)
    assert all(word in whole.text for word in ("Payment", "sea freight", "blue lids", "→ <b>20 days</b>"))


def test_an_agreement_and_a_first_offer_show_everything() -> None:
    standing = haggled()
    agreed = standing.accept(2, standing.offer.digest, by(Side.BUYER))

    for case in (seen_by(Side.BUYER, agreed), seen_by(Side.SELLER, answered(offered("11")))):
        shown = offer_card(CHINESE, case)
        assert "📄 全部条款" not in words_on(shown.rows)
        assert "项条款不变" not in shown.text
    assert "blue lids" in offer_card(CHINESE, seen_by(Side.BUYER, agreed)).text


def test_the_chart_draws_each_offer_and_says_the_same_in_words() -> None:
    chronicle = recorded(seen_by(Side.SELLER, haggled()))

    shown = price_chart(CHINESE, chronicle, [UnitPrice(125_000, "CNY")] * 2)

    assert shown.made is not None
    assert [(point["side"], point["said"]) for point in shown.made.data["offers"]] == [
        ("buyer", "¥10.00"),
        ("seller", "¥11.00"),
    ]
    assert shown.made.data["listed"] == [125_000, 125_000]
    assert "买家：¥10.00" in shown.text
    assert data_on(shown) == ["bring:7"]


@pytest.mark.parametrize(
    "values", [[60_000, 65_000], [1, 1], [100_000_000_000, 3], [125_000] * 9, [235, 240]]
)
def test_an_axis_has_few_round_values_around_all_prices(values: list[int]) -> None:
    marked = ticks(values)

    assert marked[0] <= min(values)
    assert max(values) < marked[-1]
    assert 2 <= len(marked) <= MOST_STEPS + 1


def test_a_long_record_has_pages_and_a_long_entry_one_of_its_own() -> None:
    entries = [Html("x" * length) for length in (10, 10, 10, 90, 10, 60, 50)]

    assert parted(entries, 2, 100) == [range(0, 2), range(2, 4), range(4, 6), range(6, 7)]
    assert parted([Html("x" * 200)], 2, 100) == [range(0, 1)]
    assert parted([Html("x")] * 7, 3, 100) == [range(0, 1), range(1, 4), range(4, 7)]
