"""Orders for files, as screens write them."""

from typing import Any

from views.screen import Made

TABLE: dict[str, Any] = {
    "title": "Offers: cup/杯",
    "rows": [
        ["Supplier", "供应商", "Price", "MOQ"],
        ['=HYPERLINK("http://x","y")', "宁波杯业", {"number": "6.0500"}, 500],
        ["+1 555", "-2", {"number": "7"}, 1200],
        ["@sum", "\tcmd", "＝A1", "plain, with a comma"],
    ],
    "marked": [[1, 2]],
}


def chart(title: str = "Cup", said: str = "CN¥6.00", *, agreed: bool = False) -> dict[str, Any]:
    """A chart of two offers."""
    return {
        "title": title,
        "subtitle": "Negotiation 1",
        "offers": [
            {"number": 1, "side": "buyer", "value": 60_000, "said": said},
            {"number": 2, "side": "seller", "value": 65_000, "said": "CN¥6.50"},
        ],
        "ticks": [{"value": 55_000, "said": "CN¥5.50"}, {"value": 70_000, "said": "CN¥7.00"}],
        "listed": [68_000, 68_000],
        "agreed": agreed,
        "words": {
            "buyer": "买家",
            "seller": "卖家",
            "listed": "标价",
            "agreed": "成交",
            "offer": "第几版报价",
        },
    }


def made_chart(title: str = "Cup") -> Made:
    """The chart as a screen carries it."""
    return Made("price_chart", "prices.png", chart(title), sorry="No picture just now.")
