"""The card of a negotiation, read by either side."""

from dataclasses import replace

from domain.lifecycle import NegotiationStatus
from domain.people import Side
from tests.builders import by
from tests.views.deals import answered, data_on, inquiry, offered, seen_by
from tests.views.goods import CHINESE, ENGLISH, words_on
from views.callback_data.negotiation import Ending
from views.ending import sure
from views.negotiation import offer_card


def test_the_side_whose_turn_it_is_reads_what_to_do_and_the_other_whom_it_waits_for() -> None:
    negotiation = inquiry()

    seller = offer_card(CHINESE, seen_by(Side.SELLER, negotiation))
    buyer = offer_card(ENGLISH, seen_by(Side.BUYER, negotiation))

    assert "轮到您了：买家发来报价" in seller.text
    assert words_on(seller.rows) == ["✅ 接受", "✍️ 还价", "❓ 提问", "✖️ 拒绝", "🚚 运费"]
    assert "Waiting for the seller" in buyer.text
    assert words_on(buyer.rows) == [
        "❓ Ask",
        "↩️ Withdraw",
        "🚚 Freight",
        "🎁 Request sample",
        "📞 Call supplier",
    ]


def test_what_changed_against_the_version_before_is_struck_and_bold() -> None:
    negotiation = answered(offered("11", lead_time_days=20), offered("10", lead_time_days=15))

    card = offer_card(ENGLISH, seen_by(Side.BUYER, negotiation))

    assert "Unit price: <s>CN¥10.00 / piece</s> → <b>CN¥11.00 / piece</b>" in card.text
    assert "Lead time: <s>15 days</s> → <b>20 days</b>" in card.text
    assert "Total: <s>CN¥5,000.00</s> → <b>CN¥5,500.00</b>" in card.text
    assert "Quantity: 500 pieces" in card.text


def test_a_note_cannot_smuggle_markup_onto_the_card() -> None:
    negotiation = inquiry(offered(note="<b>URGENT</b> & cheap"))

    card = offer_card(ENGLISH, seen_by(Side.SELLER, negotiation))

    assert "Note: &lt;b&gt;URGENT&lt;/b&gt; &amp; cheap" in card.text


def test_before_an_end_the_offer_its_amount_and_the_other_side_are_named() -> None:
    negotiation = answered(offered("11"))

    asked = sure(ENGLISH, seen_by(Side.BUYER, negotiation), Ending.DECLINE)

    assert "Decline offer 2 of Yiwu Sunny over CN¥5,500.00?" in asked.text
    assert words_on(asked.rows) == ["Yes", "No"]
    assert max(len(data.encode()) for data in data_on(asked)) <= 64


def test_an_agreement_offers_the_buyer_to_order_and_the_seller_to_wait() -> None:
    standing = answered(offered("11"))
    agreed = standing.accept(2, standing.offer.digest, by(Side.BUYER))

    buyer = offer_card(CHINESE, seen_by(Side.BUYER, agreed))
    seller = offer_card(CHINESE, seen_by(Side.SELLER, agreed))

    assert "📦 下单" in words_on(buyer.rows)
    assert "等待买家下单" in seller.text


def test_a_buyer_whose_seller_is_silent_is_shown_the_way_to_others() -> None:
    waiting = seen_by(Side.BUYER, inquiry())

    usual = offer_card(CHINESE, waiting)
    stuck = offer_card(CHINESE, replace(waiting, is_stuck=True))

    assert "🔁 换供应商" not in words_on(usual.rows)
    assert "🔁 换供应商" in words_on(stuck.rows)


def test_a_declined_negotiation_lets_the_buyer_begin_anew_and_the_seller_write() -> None:
    negotiation = replace(answered(offered("11")), status=NegotiationStatus.DECLINED)

    buyer = offer_card(ENGLISH, seen_by(Side.BUYER, negotiation))
    seller = offer_card(ENGLISH, seen_by(Side.SELLER, negotiation))

    assert "Declined" in buyer.text
    assert words_on(buyer.rows) == [
        "💬 Negotiate",
        "🔁 Other suppliers",
        "🕘 All versions",
        "📞 Call supplier",
    ]
    assert words_on(seller.rows) == ["💬 Message", "🕘 All versions"]
