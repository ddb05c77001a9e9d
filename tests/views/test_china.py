"""What a waiting buyer reads of China's hours, and both of its holidays."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.china import CHINA
from domain.people import Side
from tests.views.deals import answered, inquiry, offered, seen_by
from tests.views.goods import CHINESE, ENGLISH, SUNNY, pants
from views.china import answering, crossing
from views.negotiation import offer_card
from views.product import Shown, product_page


def at(text: str) -> datetime:
    """A moment by the clocks of China."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


LINES = [
    ("2026-11-25T10:00", None, "", ""),
    ("2026-11-25T10:00", timedelta(minutes=70), "Usually replies within 2 hours.", "一般2小时内回复。"),
    (
        "2026-11-25T10:00",
        timedelta(hours=20),
        "Usually replies within 3 working days.",
        "一般3个工作日内回复。",
    ),
    (
        "2026-11-26T06:10",
        timedelta(minutes=20),
        "Usually replies within 30 minutes. It is 06:10 in Yiwu now; they open at 08:30.",
        "一般30分钟内回复。义乌现在是06:10，对方08:30上班。",
    ),
    (
        "2026-11-28T23:40",
        None,
        "It is 23:40 in Yiwu now; they open on Monday at 08:30.",
        "义乌现在是23:40，对方星期一08:30上班。",
    ),
    (
        "2026-10-03T11:00",
        None,
        "China is on holiday (National Day) until Oct 7, 2026; answers may take longer.",
        "中国正在放假（国庆节），到2026年10月7日为止，回复可能会慢一些。",
    ),
]


@pytest.mark.parametrize(("now", "usual", "english", "chinese"), LINES)
def test_who_waits_reads_in_a_line_when_an_answer_may_come(
    now: str, usual: timedelta | None, english: str, chinese: str
) -> None:
    supplier = replace(SUNNY, answers_in=usual)

    assert answering(ENGLISH, supplier, at(now)) == english
    assert answering(CHINESE, supplier, at(now)) == chinese


def test_a_lead_time_across_a_long_holiday_names_the_day_of_dispatch() -> None:
    now = at("2026-09-20T10:00")

    assert crossing(ENGLISH, offered(lead_time_days=5), now) == ""
    assert crossing(ENGLISH, offered(lead_time_days=15), now) == (
        "📅 With the deposit today, dispatch would be by Oct 5, 2026; National Day (Oct 1 – Oct 7)"
        " falls in between."
    )
    spring = crossing(CHINESE, offered(lead_time_days=140), now)
    assert "预计2027年2月7日发货；期间有春节（2月5日至2月10日）" in spring
    assert "停工" in spring


def test_only_a_buyer_who_waits_is_told_of_the_night_in_china() -> None:
    night, line = at("2026-11-25T23:40"), "It is 23:40 in Yiwu now"
    waiting, turn = inquiry(), answered(offered("11"))

    assert line in offer_card(ENGLISH, replace(seen_by(Side.BUYER, waiting), now=night)).text
    assert line not in offer_card(ENGLISH, replace(seen_by(Side.SELLER, waiting), now=night)).text
    assert line not in offer_card(ENGLISH, replace(seen_by(Side.BUYER, turn), now=night)).text
    assert line in product_page(ENGLISH, Shown(pants(), "back", now=night)).text
    assert line not in product_page(ENGLISH, Shown(pants(), "back", can_negotiate=False, now=night)).text


def test_a_card_whose_time_stands_still_says_so_instead_of_a_date() -> None:
    frozen = replace(inquiry(), frozen_at=at("2026-11-25T10:00"))

    text = offer_card(CHINESE, seen_by(Side.BUYER, frozen)).text

    assert "计时已暂停" in text
    assert "有效期至" not in text
