"""What a buyer sees of a product."""

import pytest

from domain.catalogue import Qualification
from tests.views.goods import CHINESE, ENGLISH, SUNNY, TRADITIONAL, pants, tiers, words_on
from views.fitting import CAPTION_LENGTH, visible_length
from views.product import Shown, product_page
from views.reader import Reader
from views.screen import Screen


def page(reader: Reader, **different: object) -> Screen:
    return product_page(reader, Shown(pants(**different), back_to="back"))


def test_an_english_buyer_reads_both_titles_his_own_first() -> None:
    text = page(ENGLISH).text

    assert text.startswith("<b>Yoga pants</b>\n<i>瑜伽裤</i>")


def test_a_chinese_title_alone_stands_once() -> None:
    assert page(ENGLISH, title_en="").text.count("瑜伽裤") == 1


def test_price_tiers_are_a_table_by_quantity() -> None:
    text = page(ENGLISH, tiers=tiers((50, "12.5"), (500, "11"), (2000, "10.25"))).text

    assert "<pre>50–499     CN¥12.50\n500–1,999  CN¥11.00\n≥ 2,000    CN¥10.25</pre>" in text


def test_a_single_price_needs_no_table() -> None:
    text = page(CHINESE, tiers=tiers((50, "12.5"))).text

    assert "<b>¥12.50</b>/件" in text
    assert "<pre>" not in text


def test_facts_that_nobody_stated_are_left_out() -> None:
    stated = page(ENGLISH, lead_time_days=15, weight_kg="0.35", size_cm=("10", "20", "5")).text

    assert "Lead time: 15 days" in stated
    assert "10 × 20 × 5 cm" in stated
    assert "Lead time" not in page(ENGLISH).text


def test_specs_are_said_in_the_readers_language() -> None:
    specs = (("colour", ("blue", "Ocean Mist")), ("材质", ("陶瓷",)))

    assert "• colour: blue, Ocean Mist\n• material: ceramic" in page(ENGLISH, specs=specs).text
    assert "• 颜色：蓝色, Ocean Mist\n• 材质：陶瓷" in page(CHINESE, specs=specs).text
    assert "• 顏色：藍色, Ocean Mist" in page(TRADITIONAL, specs=specs).text


def test_the_supplier_stands_with_both_names_place_and_standing() -> None:
    assert "<b>Yiwu Sunny</b> (义乌阳光)\n✅ verified factory · 📍 Yiwu, Zhejiang" in page(ENGLISH).text
    assert "<b>义乌阳光</b>（Yiwu Sunny）\n✅ 认证工厂 · 📍 浙江义乌" in page(CHINESE).text
    assert "認證工廠 · 📍 浙江義烏" in page(TRADITIONAL).text


def test_a_supplier_without_a_place_shows_only_its_standing() -> None:
    unknown = type(SUNNY)(2, "Nowhere Ltd", "", Qualification.UNVERIFIED, "", "", "")

    assert "Nowhere Ltd</b>\nunverified" in page(ENGLISH, supplier=unknown).text


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE, TRADITIONAL])
def test_the_most_talkative_listing_still_fits_a_caption(reader: Reader) -> None:
    wordy = page(
        reader,
        title_en="Pants & more " * 40,
        title_zh="瑜伽裤🧘" * 60,
        specs=tuple((f"spec {n}", ("red",) * 40) for n in range(30)),
        customization="logo " * 300,
        description_en="Soft <b>and</b> light. " * 200,
        description_zh="舒适透气🧘" * 500,
    )

    assert visible_length(wordy.text) <= CAPTION_LENGTH


def test_a_description_ends_between_words_where_the_caption_is_full() -> None:
    text = page(ENGLISH, description_en="soft and light " * 200).text

    assert text.endswith(("soft…", "and…", "light…"))


def test_words_of_a_seller_are_never_markup() -> None:
    assert "<i>x</i>" not in page(ENGLISH, description_en="<i>x</i>").text


def test_a_buyer_may_negotiate_but_not_with_himself() -> None:
    own = product_page(ENGLISH, Shown(pants(), back_to="back", can_negotiate=False))

    assert words_on(page(ENGLISH).rows) == [
        "💬 Negotiate",
        "🛒 Order now",
        "🎁 Request sample",
        "🎨 Customize",
        "🚚 Freight",
        "⚖️ Add to compare",
        "📞 Call supplier",
        "⭐ Reviews",
        "◀ Back",
    ]
    assert words_on(own.rows) == ["⭐ Reviews", "◀ Back"]
