"""Filters set by buttons, honest and forged."""

from decimal import Decimal

import pytest

from domain.catalogue import Qualification
from handlers.narrowing import ForgedValue, narrowed
from services.searching import Filters
from views.callback_data.search import Narrowing

SET = Filters(50, Decimal(5), Decimal(20), "CNY", "Zhejiang", Qualification.TRUSTPASS)


@pytest.mark.parametrize(
    ("by", "value", "expected"),
    [
        (Narrowing.MOQ, "100", Filters(moq_at_most=100)),
        (Narrowing.PRICE, "5-20", Filters(price_from=Decimal(5), price_to=Decimal(20))),
        (Narrowing.PRICE, "100-", Filters(price_from=Decimal(100))),
        (Narrowing.ORIGIN, "Zhejiang", Filters(province="Zhejiang")),
        (Narrowing.QUALIFICATION, "trustpass", Filters(qualification=Qualification.TRUSTPASS)),
    ],
)
def test_a_button_sets_one_filter(by: Narrowing, value: str, expected: Filters) -> None:
    assert narrowed(Filters(), by, value) == expected


def test_an_empty_value_takes_each_filter_back() -> None:
    filters = SET
    for by in Narrowing:
        filters = narrowed(filters, by, "")

    assert filters == Filters()


@pytest.mark.parametrize(
    ("by", "value"),
    [
        (Narrowing.MOQ, "many"),
        (Narrowing.MOQ, "-1"),
        (Narrowing.MOQ, "9" * 30),
        (Narrowing.PRICE, "cheap-"),
        (Narrowing.PRICE, "NaN-"),
        (Narrowing.PRICE, "1e99-"),
        (Narrowing.QUALIFICATION, "best"),
    ],
)
def test_a_forged_value_is_refused(by: Narrowing, value: str) -> None:
    with pytest.raises(ForgedValue):
        narrowed(Filters(), by, value)
