"""What sellers type about a listing, as cells of the catalogue file."""

import pytest

from services.importing.problems import Kind
from services.listing_answers import AnswerUnread, answer_cells
from services.listing_draft import ListingDraft, draft_of, draft_record, heard
from services.listing_fields import ASKED, ListingField
from services.listing_specs import specs_written

F = ListingField


@pytest.mark.parametrize(
    ("field", "words", "cells"),
    [
        (F.PRICES, "50:12.5 500:11.00", {"price_tiers": "50:12.50;500:11.00", "currency": "CNY"}),
        (F.PRICES, "50件12.5元 500件11元", {"price_tiers": "50:12.50;500:11.00", "currency": "CNY"}),
        (F.PRICES, "50:$1.8 500:$1.6", {"price_tiers": "50:1.80;500:1.60", "currency": "USD"}),
        (F.PRICES, "1000件 9.9元", {"price_tiers": "1000:9.90", "currency": "CNY"}),
        (F.PRICES, "50:$2 500:$2.5", {"price_tiers": "50:2;500:2.5", "currency": "USD"}),
        (F.MOQ, "起订量 80", {"moq": "80"}),
        (F.MOQ, "80个", {"moq": "80"}),
        (F.LEAD_TIME, "15天", {"lead_time_days": "15"}),
        (F.LEAD_TIME, "15", {"lead_time_days": "15"}),
        (F.MEASURES, "350克 30x20x10", {"weight_kg": "0.35", "length_cm": "30"}),
        (F.SAMPLE, "免费", {"sample_price": "0"}),
        (F.SAMPLE, "20元", {"sample_price": "20"}),
        (F.TITLE, "陶瓷杯 50件12.5元 15天", {"title_zh": "陶瓷杯", "lead_time_days": "15"}),
        (
            F.TITLE,
            "茶具，50套125元，500套110元",
            {"title_zh": "茶具", "unit": "set", "price_tiers": "50:125.00;500:110.00"},
        ),
        (F.TITLE, "Cable 2 m 100:5 1000:4", {"title_en": "Cable 2 m", "price_tiers": "100:5.00;1000:4.00"}),
        (F.TITLE, "Mug with 2 lids", {"title_en": "Mug with 2 lids"}),
        (F.SPECS, "颜色:红,蓝 尺码:S,M", {"specs": "颜色=红|蓝;尺码=S|M"}),
    ],
)
def test_an_answer_becomes_cells(field: ListingField, words: str, cells: dict[str, str]) -> None:
    assert cells.items() <= answer_cells(field, words, {}).items()


@pytest.mark.parametrize(
    ("words", "specs"),
    [
        ("colour=red|blue;size=S|M", "colour=red|blue;size=S|M"),
        ("material: 304 stainless steel; size: S, M", "material=304 stainless steel;size=S|M"),
        ("颜色：红、蓝；尺码：S/M", "颜色=红|蓝;尺码=S|M"),
        ("just words", "just words"),
    ],
)
def test_specs_are_read_in_either_hand(words: str, specs: str) -> None:
    assert specs_written(words) == specs


@pytest.mark.parametrize(
    ("field", "words"),
    [(F.PHOTO, "telegram:AgAC"), (F.TITLE_EN, "陶瓷杯"), (F.MEASURES, "heavy"), (F.SAMPLE, "$3")],
)
def test_an_answer_that_means_something_else_is_asked_again(field: ListingField, words: str) -> None:
    with pytest.raises(AnswerUnread):
        answer_cells(field, words, {"currency": "CNY"})


def test_prices_in_another_currency_take_the_sample_s_price_away() -> None:
    written = {"currency": "CNY", "sample_price": "20"}

    assert answer_cells(F.PRICES, "50:$2 500:$1.9", written)["sample_price"] == ""
    assert "sample_price" not in answer_cells(F.PRICES, "50:2元 500:1.9元", written)


def test_a_draft_goes_forth_and_back_and_survives_being_kept() -> None:
    draft, problems = heard(ListingDraft(1), "陶瓷杯，50:12.5 500:11")
    assert (draft.current, problems) == (F.TITLE_EN, [])

    back = draft.back()
    skipped = draft.skip().skip().skip()
    kept = draft_of(draft_record(skipped))

    assert back.current is F.TITLE
    assert skipped.current is F.UNIT
    assert kept == skipped


def test_a_broken_rule_leaves_the_draft_as_it_was() -> None:
    asked = ListingDraft(1, passed=ASKED[: ASKED.index(F.SPECS)])

    draft, problems = heard(asked, "just words")

    assert (draft, [problem.kind for problem in problems]) == (asked, [Kind.NOT_SPECS])
