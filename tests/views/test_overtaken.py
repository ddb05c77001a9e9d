"""A card whose place a newer one took, read by either side."""

from dataclasses import replace

import pytest

from domain.amendment import Amendment
from domain.details import Delivery, Details
from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.people import Side
from services.cases import OrderCase
from services.overtaken import Overtaken
from tests.builders import by, price
from tests.views.deals import answered, inquiry, offered, seen_by
from tests.views.goods import CHINESE, ENGLISH, SUNNY
from tests.views.test_orders_and_notices import placed
from views.overtaken import overtaken_card
from views.reader import Reader


def test_an_older_offer_names_the_newer_one_and_keeps_its_own_terms() -> None:
    negotiation = answered(offered("11", lead_time_days=20), offered("10", lead_time_days=15))
    old = Overtaken(seen_by(Side.SELLER, negotiation), negotiation.before)

    card = overtaken_card(CHINESE, old)

    assert card.text.startswith("<b>⏩ 已有新报价（第 2 版），见下方 ↓</b>")
    assert all(part in card.text for part in ("第 1 版", "500件", "¥10.00", "15 天"))
    assert not any(part in card.text for part in ("¥11.00", "20 天", "轮到您", "有效期"))
    assert card.rows == ()


def test_the_first_of_three_versions_names_the_third() -> None:
    second = answered(offered("11"))
    third = second.counter(2, by(Side.BUYER), offered("10.5"))

    card = overtaken_card(ENGLISH, Overtaken(seen_by(Side.BUYER, third), second.before))

    assert "Overtaken by offer 3, see below ↓" in card.text
    assert "offer 1, yours" in card.text


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE])
@pytest.mark.parametrize("status", NegotiationStatus)
def test_the_same_offer_says_what_came_of_it_and_never_whose_turn_it_is(
    reader: Reader, status: NegotiationStatus
) -> None:
    negotiation = replace(inquiry(), status=status)

    card = overtaken_card(reader, Overtaken(seen_by(Side.BUYER, negotiation), negotiation.offer))

    heading = card.text.splitlines()[0]
    assert heading.endswith(("see below ↓</b>", "见下方 ↓</b>"))
    assert not any(present in card.text for present in ("Waiting", "turn", "等待", "轮到", "Valid"))
    assert card.rows == ()


def test_a_card_below_the_newer_one_points_upwards() -> None:
    negotiation = inquiry()
    old = Overtaken(seen_by(Side.BUYER, negotiation), negotiation.offer, is_below=True)

    assert "see above ↑" in overtaken_card(ENGLISH, old).text
    assert "见上方 ↑" in overtaken_card(CHINESE, old).text


@pytest.mark.parametrize("status", OrderStatus)
def test_an_older_card_of_an_order_keeps_what_was_signed_and_asks_nothing(status: OrderStatus) -> None:
    order = replace(placed(), status=status)

    card = overtaken_card(CHINESE, Overtaken(OrderCase(order, Side.SELLER, SUNNY), revision=1))

    assert all(
        part in card.text
        for part in ("YJ-000042", "500件", "¥5,500.00", order.details.delivery.address, "见下方 ↓")
    )
    assert not any(present in card.text for present in ("轮到", "等待", "请核对", "之前确认"))
    assert card.rows == ()


def test_a_card_with_an_address_that_was_changed_does_not_show_the_new_one_as_its_own() -> None:
    order = placed().edit(1, by(Side.BUYER), Details(Delivery("2 New Street, Leeds")))

    card = overtaken_card(ENGLISH, Overtaken(OrderCase(order, Side.BUYER, SUNNY), revision=1))

    assert "The order was changed, see below ↓" in card.text
    assert "Street" not in card.text


def test_a_card_of_an_amended_order_does_not_show_new_terms_as_its_own() -> None:
    order = placed().confirm(1, by(Side.BUYER)).confirm(1, by(Side.SELLER))
    cheaper = replace(order.terms, unit_price=price("10"))
    amended = Amendment.propose(order, by(Side.SELLER), cheaper, None).accepted(order, by(Side.BUYER))

    card = overtaken_card(ENGLISH, Overtaken(OrderCase(amended, Side.BUYER, SUNNY), revision=1))

    assert "Revision 2 stands now, see below ↓" in card.text
    assert "¥" not in card.text
