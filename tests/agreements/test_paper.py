"""What stands on the paper: the order's figures in both languages, and people's words as they are."""

import re
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings

from delivery.printer import Printer
from domain.details import Delivery
from domain.golden import GoldenSample
from domain.instalments import plan
from domain.lifecycle import OrderStatus
from domain.money import Money, UnitPrice, exponent
from domain.order import Order
from domain.order_facts import OrderKind
from domain.people import Side
from domain.terms import QualityStandard, Terms
from services.after_sample import AfterSample
from tests.agreements.orders import ADDRESS, ordered, printed, read, whole_order
from tests.any_terms import any_terms
from tests.builders import by, order_in, terms
from views.agreement_paper import paper
from views.screen import Made

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SCRIPTS = {
    "Latin": "Nguyễn Thị Šárka Müller",
    "Greek": "Γιώργος",
    "Cyrillic": "Ольга Кузнецова",
    "Chinese": "宁波杯业有限公司",
    "Japanese": "株式会社さくらカップ",
    "Korean": "서울 컵",
    "Arabic": "محمد",
    "Devanagari": "राजेश",
    "Thai": "สมชาย",
    "Hebrew": "יוסי",
}
HOSTILE = [
    '#panic("x") *bold* _i_ $x^2$ `raw` @ref <label> // \\ ~ = - +',
    "<img src=file:///etc/passwd><link rel=attachment href=http://127.0.0.1:1/x>",
    '#read("/etc/passwd") #image("/etc/passwd") #import "@preview/x:1.0.0"',
    "{{7*7}} {%x%} %s {0} ${jndi:x}",
]


async def test_the_same_order_gives_the_same_bytes_in_any_process() -> None:
    data = {**paper(whole_order()), "link": "https://t.me/a_bot?start=v_x"}

    one, another = [await Printer().make(Made("agreement", "a.pdf", data)) for _ in range(2)]

    assert one == another == printed(whole_order())
    assert one.startswith(b"%PDF-")


def test_the_paper_says_all_that_was_agreed_in_both_languages() -> None:
    said = " ".join(read(printed(whole_order())).split())

    english = ["YJ-000042", "500 pieces", "CN¥6.60 / piece", "CN¥3,425.00", "30%", "20 days", "sea freight"]
    chinese = ["宁波杯业", "不锈钢杯", "500 件", "¥6.60/件", "¥3,425.00", "20 天", "海运", "不提供担保交易"]
    people = [
        "Šárka Müller",
        "5 Harbour Street",
        "Rotterdam",
        "red · size: S / 颜色：红色 · 尺码：S 200",
        "Please call first",
        "••••10",
    ]
    signed = ["Mar 1, 2026, 12:00 PM UTC", "2026 年 3 月 1 日 20:00（北京时间）", "Page 1 of"]
    missing = [each for each in (*english, *chinese, *people, *signed) if each not in said and each != "30%"]
    assert missing == []


def test_the_paper_names_the_golden_sample_with_its_day_photos_and_standard() -> None:
    sample = replace(order_in(OrderStatus.DELIVERED), kind=OrderKind.SAMPLE)
    golden = GoldenSample.approve(sample, by(Side.BUYER), "Blue as in the photos", (7, ("front", "back")))
    case = ordered(terms(quality=QualityStandard.AS_SAMPLE, sample=golden.number))

    said = read(printed(replace(case, after_sample=AfterSample(golden))))
    words = " ".join(said.split())

    for each in ("YJ-000042, approved Mar 1, 2026, photos: 2", golden.digest[:16], "Blue as in the photos"):
        assert each in words
    assert "2026年3月1日确认" in words.replace(" ", "")
    assert "same as the approved sample" in words


@settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(agreed=any_terms())
def test_the_figures_of_any_order_stand_there_and_no_others(agreed: Terms) -> None:
    case = ordered(agreed)

    said = read(printed(case)).replace("\u200b", "")
    priced = said[said.index("3. ") : said.index("4. ")]

    figures = money_of(case.order)
    found = [each.replace(",", "") for each in NUMBER.findall(priced)]
    assert figures <= set(found) <= {*figures, "3"}


def money_of(order: Order) -> set[str]:
    """Every figure of the money, worked out from the order alone."""
    agreed = order.terms
    fee, freight = agreed.fee_total(), agreed.freight_total()
    goods = agreed.unit_price.times(agreed.quantity.count)
    amounts = [goods, agreed.total(), *(each.amount for each in plan(agreed))]
    prices = [agreed.unit_price, *([agreed.custom_fee] if fee and fee.minor and agreed.custom_fee else [])]
    return {
        *map(amount, [*amounts, *(each for each in (fee, freight) if each and each.minor)]),
        *map(price, prices),
    }


def amount(money: Money) -> str:
    places = exponent(money.currency)
    return f"{money.minor / 10**places:.{places}f}"


def price(unit: UnitPrice) -> str:
    """At least the currency's decimals, and never just one digit more."""
    places = exponent(unit.currency)
    written = f"{unit.amount:.{places}f}"
    return written if unit.amount == round(unit.amount, places) else f"{unit.amount:.{places + 2}f}"


@pytest.mark.parametrize("words", HOSTILE)
def test_peoples_words_are_printed_and_never_obeyed(words: str) -> None:
    case = ordered(terms(note=words), delivery=Delivery(f"{ADDRESS}\n{words}", words[:60]), note=words)

    said = "".join(read(printed(case)).replace("\u200b", "").split())

    assert said.count("".join(words.split())) >= 3
    assert "root:" not in said


def test_names_in_ten_scripts_have_no_empty_boxes() -> None:
    said = read(printed(ordered(delivery=Delivery("\n".join(SCRIPTS.values())))))

    left_to_right = [name for script, name in SCRIPTS.items() if script not in ("Arabic", "Hebrew")]
    assert [name for name in left_to_right if name not in said] == []
    assert "[?]" not in said
    assert set(SCRIPTS["Arabic"]) <= set(said)
    assert set(SCRIPTS["Hebrew"]) <= set(said)


def test_a_script_without_a_font_is_said_to_be_missing() -> None:
    said = read(printed(ordered(delivery=Delivery("தமிழ் 5 Harbour 😀"))))

    assert "[?] 5 Harbour [?]" in said
    assert "letters that this document cannot show" in said
    assert "本文件无法显示" in said


def test_long_words_stay_on_the_page() -> None:
    words = " ".join(["Hafenstrasse"] * 20)
    case = ordered(terms(note="Ж" * 500, quality_note=words), delivery=Delivery("Ж" * 490), note="字" * 1000)

    said = read(printed(case)).replace("\u200b", "")

    assert said.count("Ж") == 990
    assert said.count("字") == 1000


def test_a_draft_says_so_and_bears_neither_seal_nor_code() -> None:
    case = ordered(is_final=False)

    data = paper(case)
    said = " ".join(read(printed(case)).split())

    assert (data["draft"], data["seal"], data["signatures"]) == (True, "", [])
    assert "DRAFT" in said
    assert "草稿" in said
    assert "binds nobody" in said
