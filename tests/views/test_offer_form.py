"""The offer form: questions, doubts and the draft card."""

import pytest

from domain.people import Side
from services.drafting import Form, OfferDraft
from services.hearing import hear
from services.offer_fields import FIELDS, OPTIONAL, Field
from tests.views.deals import EVERYTHING, counter_form, data_on, empty_form, inquiry, offered
from tests.views.goods import CHINESE, ENGLISH, words_on
from views.offer_form import form
from views.reader import Reader


def at(field: Field) -> Form:
    """A buyer's form that asks this field first."""
    empty = empty_form()
    return Form(OfferDraft(empty.draft.about).ask(field), empty.matter)


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE])
@pytest.mark.parametrize("field", FIELDS)
def test_every_question_can_be_skipped_and_left_and_its_buttons_fit(reader: Reader, field: Field) -> None:
    shown = form(reader, at(field))

    words = words_on(shown.rows)
    assert {reader.word("Skip"), reader.word("◀ Back"), reader.word("Cancel")} <= set(words)
    assert max(len(data.encode()) for data in data_on(shown)) <= 64
    assert max(map(len, words)) <= 40


def test_the_minimum_the_tiers_and_discounts_are_buttons() -> None:
    quantities = words_on(form(ENGLISH, at(Field.QUANTITY)).rows)
    prices = words_on(form(ENGLISH, at(Field.PRICE)).rows)

    assert quantities[:2] == ["100 pieces", "500 pieces"]
    assert prices[:4] == ["CN¥12.50", "CN¥11.90 (−5%)", "CN¥11.30 (−10%)", "CN¥10.60 (−15%)"]


def test_one_line_jumps_to_the_card_which_names_what_send_would_send() -> None:
    heard = hear(empty_form(), "500个 10块5 15天发货")

    shown = form(CHINESE, heard)

    assert "单价：¥10.50/件" in shown.text
    assert "交期：15 天" in shown.text
    assert "还没有发出。确定把这份 ¥5,250.00 的报价发给义乌阳光吗？" in shown.text
    assert words_on(shown.rows) == ["📨 发送", "✏️ 修改", "取消"]


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ("11", "12% below the listed CN¥12.50."),
        ("12.5", "The unit price is the listed one."),
        ("14", "⚠️ 12% above the listed CN¥12.50."),
        ("125", "⚠️ That is 10 times the listed CN¥12.50. Is it right?"),
    ],
)
def test_the_card_says_how_the_price_compares_with_the_listed_one(price: str, said: str) -> None:
    assert said in form(ENGLISH, hear(empty_form(), f"100 pcs at {price}, 15 days")).text


def test_two_readings_become_two_buttons() -> None:
    shown = form(ENGLISH, hear(empty_form(), "1.000"))

    assert "read in two ways" in shown.text
    assert words_on(shown.rows)[:2] == ["1 piece", "1,000 pieces"]


@pytest.mark.parametrize(
    ("field", "words", "readings"),
    [
        (Field.LEAD_TIME, "1.000", ["1 day"]),
        (Field.LEAD_TIME, "1,5", ["15 days"]),
        (Field.PRICE, "1.000", ["CN¥1.00", "CN¥1,000.00"]),
        (Field.SHIPPING, "0", []),
    ],
)
def test_only_readings_that_the_trade_allows_become_buttons(
    field: Field, words: str, readings: list[str]
) -> None:
    shown = form(ENGLISH, hear(at(field), words))

    buttons = words_on(shown.rows)
    assert buttons[: len(readings)] == readings
    assert not readings or buttons[len(readings)] == "◀ Back"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("50", "below the MOQ"),
        ("-5", "above zero"),
        ("0", "above zero"),
        ("NaN", "I cannot read “NaN”"),
        ("1e9", "I cannot read “1e9”"),
        ("99999999999", "out of bounds"),
        ("1 000", "I cannot read “1 000”"),
        ("2.5", "not a whole number"),
        ("x" * 4000, "I found no terms in “xxxx"),
        ("9" * 4000, "too long for a number"),
        ("good morning", "I found no terms in “good morning”"),
    ],
)
def test_what_cannot_be_a_quantity_is_refused_clearly_and_asked_again(words: str, answer: str) -> None:
    heard = hear(empty_form(), words)

    shown = form(ENGLISH, heard)

    assert answer in shown.text
    assert "How many?" in shown.text
    assert heard.draft == empty_form().draft


def test_a_counter_shows_the_standing_terms_to_choose_from_and_cannot_be_sent_unchanged() -> None:
    shown = form(CHINESE, counter_form(inquiry(offered("10", lead_time_days=15)), Side.SELLER))

    words = words_on(shown.rows)
    assert "要改哪一项？" in shown.text
    assert "单价：¥10.00/件" in words
    assert "📨 发送" not in words


@pytest.mark.parametrize(
    ("reader", "without"),
    [
        (
            ENGLISH,
            (
                "Without a lead time",
                "Without a shipping method",
                "Without payment terms",
                "Leave the MOQ as listed",
                "Leave freight open",
                "Without quality requirements",
                "Without customization",
                "Without late-delivery compensation",
                "Valid for the usual 72 hours",
                "Without a note",
            ),
        ),
        (
            CHINESE,
            (
                "不约定交期",
                "不约定运输方式",
                "不约定付款方式",
                "起订量按商品页",
                "运费先不约定",
                "不约定质量要求",
                "不做定制",
                "不约定延期赔付",
                "有效期按默认72小时",
                "不要备注",
            ),
        ),
    ],
)
def test_what_stands_and_is_optional_can_be_left_out_by_a_button(
    reader: Reader, without: tuple[str, ...]
) -> None:
    standing = counter_form(inquiry(offered(**EVERYTHING)), Side.SELLER)

    for field, words in zip(OPTIONAL, without, strict=True):
        assert words in words_on(form(reader, Form(standing.draft.ask(field), standing.matter)).rows)
        assert words not in words_on(form(reader, at(field)).rows)


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        (ENGLISH, "Note: <s>blue lids</s> → <i>removed</i>"),
        (CHINESE, "备注：<s>blue lids</s> → <i>已删除</i>"),
    ],
)
def test_a_term_left_out_is_marked_as_removed(reader: Reader, said: str) -> None:
    standing = counter_form(inquiry(offered(**EVERYTHING)), Side.SELLER)

    removed = Form(standing.draft.clear(Field.NOTE), standing.matter)

    assert said in form(reader, removed).text


def test_a_line_in_a_counter_marks_what_it_changes() -> None:
    standing = counter_form(inquiry(offered("10", lead_time_days=15)), Side.SELLER)

    shown = form(CHINESE, hear(standing, "11元 20天发货"))

    assert "单价：<s>¥10.00/件</s> → <b>¥11.00/件</b>" in shown.text
    assert "交期：<s>15 天</s> → <b>20 天</b>" in shown.text
    assert words_on(shown.rows)[0] == "📨 发送"
