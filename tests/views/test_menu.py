"""The menu of a buyer and of a seller."""

from tests.views.goods import CHINESE, ENGLISH, words_on
from views.menu import Standing, menu


def test_a_buyer_finds_his_rooms() -> None:
    words = words_on(menu(ENGLISH, Standing()).rows)

    assert words == [
        "🔎 Search",
        "⚖️ Compare",
        "💬 Negotiations",
        "📦 Orders",
        "🎁 Samples",
        "↩️ Returns",
        "⚙️ Settings",
        "❓ Help",
        "🌐 English / 中文",
    ]


def test_a_seller_finds_the_inbox_first() -> None:
    words = words_on(menu(CHINESE, Standing(is_seller=True)).rows)

    assert words[:5] == ["📥 收件箱", "🗂 商品", "📦 订单", "↩️ 退货", "🔎 找货"]


def test_the_menu_says_what_waits() -> None:
    assert "1 negotiation waits for your answer" in menu(ENGLISH, Standing(negotiations=3, waiting=1)).text
    assert "有 3 笔议价正在谈" in menu(CHINESE, Standing(negotiations=3)).text
