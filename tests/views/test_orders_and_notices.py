"""Orders, lists, messages and every kind of news, in both languages."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.details import Delivery, Details
from domain.lifecycle import OrderStatus
from domain.milestone import Milestone, Stage
from domain.money import Money
from domain.order import Order
from domain.people import Side
from domain.review import Opinion, Review
from domain.standing import standing_of
from services.briefing import Briefing, Called, Facts, Talked
from services.cases import OrderCase
from services.consents import Consent, Given
from services.notices import News, Notice
from services.order_book import BookFormat, BookWish, OrderBook
from services.order_books import BookedOrder
from services.order_briefing import Reached
from services.order_list import OrderFilter, tally_of
from services.overtaken import Overtaken
from services.photos import Photo
from services.repaid_briefing import Repaid
from services.repaying import CardRefund, Way
from services.reviewing import Reviewed
from services.said import File, Kind, Said
from services.talk import Message
from services.thread import Thread
from services.verdicts import Verdict
from tests.builders import ADDRESS, DETAILS, NOON, by
from tests.views.claims import claimed, promised
from tests.views.deals import answered, data_on, inquiry, offered, seen_by
from tests.views.goods import CHINESE, ENGLISH, SUNNY, words_on
from tests.views.samples import sampled
from views import lists
from views.callback_data.navigation import Room
from views.lists import Page
from views.notices import render
from views.order import order_card, sure_to_cancel
from views.order_list import OrderPage, orders
from views.order_news import ORDER_NEWS
from views.reader import Reader
from views.sample_news import SAMPLE_NEWS


def placed() -> Order:
    """An order that nobody confirmed yet."""
    standing = answered(offered("11"))
    agreed = standing.accept(2, standing.offer.digest, by(Side.BUYER))
    return replace(Order.place(agreed, by(Side.BUYER), DETAILS), id=42)


def afterwards(news: News) -> Facts:
    """A claim, a review, an order book, or a verdict."""
    if news is News.CLAIM_REPAID:
        return Repaid(claimed(placed(), Side.BUYER), Money(100, "CNY"), Way.BY_HAND)
    if news is News.CLAIM_CARD_REFUND_DUE:
        return CardRefund(claimed(placed(), Side.BUYER).claim, placed(), Money(100, "CNY"))
    if news.value.startswith("claim"):
        return claimed(placed(), Side.BUYER)
    if news is News.VERIFIED:
        return Verdict(is_file=True)
    if news is News.ORDER_BOOK:
        nothing = Money(0, "CNY")
        booked = BookedOrder(placed(), NOON, NOON, paid=nothing, owed=nothing, allowed=nothing)
        return OrderBook(BookWish(Side.BUYER, BookFormat.CSV), [booked], {}, NOON)
    received = replace(placed(), status=OrderStatus.COMPLETED)
    review = Review.of(received, Opinion(1, "<i>颜色"), NOON)
    return Reviewed(received, Side.BUYER, NOON, review)


AFTERWARDS = {News.ORDER_BOOK, News.REVIEWED, News.REVIEW_ANSWERED, News.VERIFIED}


OF_ORDERS = {*ORDER_NEWS, News.CANCEL_ASKED, News.SAMPLE_CREDITED}
OF_SAMPLES = {*SAMPLE_NEWS, News.SAMPLE_REQUESTED, News.SAMPLE_QUOTED}
OF_NOTHING = {News.UPDATE_FAILED, News.ALARM}


def facts_for(news: News) -> Facts:
    """What a notice of this kind is about."""
    if news.value.startswith("claim") or news in AFTERWARDS:
        return afterwards(news)
    if news in OF_SAMPLES:
        return sampled(OrderCase(placed(), Side.BUYER, SUNNY))
    if news in (News.PROMISE_NEAR, News.MILESTONE, News.MILESTONE_PHOTO):
        return on_the_way(news)
    if news.value.startswith(("order", "amendment")) or news in OF_ORDERS:
        return OrderCase(placed(), Side.BUYER, SUNNY)
    return None if news in OF_NOTHING else in_talk(news)


def on_the_way(news: News) -> Facts:
    """An order that is due, or a stage that it reached."""
    if news is News.PROMISE_NEAR:
        return OrderCase(promised(placed()), Side.BUYER, SUNNY)
    photo = Photo(Kind.PHOTO, File("a", "b")) if news is News.MILESTONE_PHOTO else None
    milestone = Milestone(1, 42, Stage.HALF, 20, "<i>颜色？</i>", NOON, 1)
    return Reached(OrderCase(placed(), Side.BUYER, SUNNY), milestone, photo, 1)


def in_talk(news: News) -> Facts:
    """A negotiation, or what was said in it."""
    case = seen_by(Side.BUYER, answered(offered("11")))
    if news in (News.MESSAGE, News.MESSAGE_FILE):
        said = Said("<i>颜色？</i>", Kind.PHOTO, File("a", "b"))
        return Talked(Message(1, 7, Side.SELLER, 20, said, NOON), case, Thread())
    if news is News.NUMBER_SHARED:
        return Called(Consent(1, Given.BUYERS_OWN, 10, 1, 7, "+49 30 901820", NOON), case)
    return Overtaken(case, case.negotiation.before) if news is News.OVERTAKEN else case


WITHOUT_A_CARD = {
    News.UPDATE_FAILED,
    News.ALARM,
    News.OVERTAKEN,
    News.ORDER_BOOK,
    News.VERIFIED,
    News.CLAIM_CARD_REFUND_DUE,
}


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE])
@pytest.mark.parametrize("news", News)
def test_every_news_has_a_screen_with_small_buttons(reader: Reader, news: News) -> None:
    notice = Notice(news, 42, 1, "letter")

    screen = render(reader, Briefing(notice, NOON, facts_for(news)))

    assert screen.text
    assert "<i>颜色" not in screen.text
    assert all(0 < len(data.encode()) <= 64 for data in data_on(screen))
    assert (screen.card is None) == (news in WITHOUT_A_CARD)


def test_a_warning_says_how_long_is_left() -> None:
    case = seen_by(Side.SELLER, inquiry())
    briefing = Briefing(
        Notice(News.NEGOTIATION_RUNS_OUT, 7, 1), case.negotiation.expires_at - timedelta(hours=12), case
    )

    assert "只剩 12小时" in render(CHINESE, briefing).text


def test_an_order_to_confirm_names_everything_that_is_signed() -> None:
    order = placed().confirm(1, by(Side.BUYER))

    seller = order_card(CHINESE, OrderCase(order, Side.SELLER, SUNNY))
    buyer = order_card(ENGLISH, OrderCase(order, Side.BUYER, SUNNY))

    assert all(part in seller.text for part in ("YJ-000042", "数量：500件", "¥5,500.00", ADDRESS))
    assert words_on(seller.rows) == ["✅ 确认下单", "✖️ 取消", "📄 合同", "💬 留言", "📦 订单"]
    assert "You confirmed. Waiting for the seller" in buyer.text
    assert words_on(buyer.rows) == ["✏️ Edit", "✖️ Cancel", "📄 Agreement", "💬 Message", "📦 Orders"]


def test_who_confirms_last_reads_that_the_other_side_has() -> None:
    order = placed().confirm(1, by(Side.SELLER))

    buyer = order_card(ENGLISH, OrderCase(order, Side.BUYER, SUNNY))
    same_buyer = order_card(CHINESE, OrderCase(order, Side.BUYER, SUNNY))

    assert "Your turn: the seller confirmed, please check and confirm too" in buyer.text
    assert "卖家已确认，请您核对并确认订单" in same_buyer.text


def test_both_confirmations_make_an_order_await_payment() -> None:
    order = placed().confirm(1, by(Side.BUYER)).confirm(1, by(Side.SELLER))

    card = order_card(ENGLISH, OrderCase(order, Side.BUYER, SUNNY))

    assert "Awaiting payment" in card.text
    assert "Next: press Pay." in card.text
    assert "✅ Confirm order" not in words_on(card.rows)


def test_a_seller_is_told_why_he_is_asked_once_more() -> None:
    moved = placed().edit(1, by(Side.BUYER), Details(Delivery("2 New Street")))
    briefing = Briefing(Notice(News.ORDER_EDITED, 42, 2), NOON, OrderCase(moved, Side.SELLER, SUNNY))

    assert "<b>买家修改了订单。</b>" in render(CHINESE, briefing).text


def test_cancelling_an_order_names_it_its_amount_and_the_other_side() -> None:
    asked = sure_to_cancel(ENGLISH, OrderCase(placed(), Side.BUYER, SUNNY))

    assert "Cancel order YJ-000042 with Yiwu Sunny over CN¥5,500.00?" in asked.text


def page_of(count: int, number: int) -> OrderPage:
    """A page of so many orders to be confirmed."""
    return OrderPage(OrderFilter.ALL, number, tally_of({OrderStatus.AWAITING_CONFIRMATION: count}, 0))


def test_one_of_many_pages_says_which_it_is() -> None:
    case = OrderCase(placed(), Side.BUYER, SUNNY)

    middle = orders(CHINESE, [case], page_of(12, 1))
    last = orders(ENGLISH, [case], page_of(12, 2))
    only = orders(ENGLISH, [case], page_of(1, 0))

    assert "第 2 / 3 页" in middle.text
    assert words_on(middle.rows)[1:3] == ["◀", "▶"]
    assert "Page 3 of 3" in last.text
    assert "▶" not in words_on(last.rows)
    assert "Page" not in only.text


def test_the_list_says_whose_turn_it_is_and_opens_each_card() -> None:
    cases = [seen_by(Side.BUYER, answered(offered("11"))), seen_by(Side.BUYER, inquiry())]

    shown = lists.negotiations(ENGLISH, cases, Page(Room.NEGOTIATIONS, 1, count=3), waiting=1)

    assert "6. <b>Yoga pants</b>" in shown.text
    assert "Your turn: the seller made you an offer" in shown.text
    assert "Waiting for the seller" in shown.text
    assert words_on(shown.rows) == ["6 · Yoga pants", "7 · Yoga pants", "◀", "▶", "🗂 Ended", "◀ Back"]


def test_who_paid_a_part_asks_for_an_end_instead_of_pressing_in_vain() -> None:
    order = placed().confirm(1, by(Side.BUYER)).confirm(1, by(Side.SELLER))
    unpaid = standing_of(order, [])
    part = replace(unpaid, paid=Money(100, "CNY"))

    free = order_card(ENGLISH, OrderCase(order, Side.BUYER, SUNNY, standing=unpaid))
    bound = order_card(ENGLISH, OrderCase(order, Side.BUYER, SUNNY, standing=part))

    assert ("✖️ Cancel" in words_on(free.rows), "✖️ Ask to cancel" in words_on(free.rows)) == (True, False)
    assert ("✖️ Cancel" in words_on(bound.rows), "✖️ Ask to cancel" in words_on(bound.rows)) == (False, True)
