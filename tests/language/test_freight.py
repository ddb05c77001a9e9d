"""What people type on the freight screen: countries, measures and figures."""

from decimal import Decimal

import pytest

from domain.freight.load import Package
from domain.terms import Shipping
from language.countries import near_countries, read_country
from language.freight_line import read_freight
from language.measures import read_package

D = Decimal


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Germany", "DE"),
        ("to germany", "DE"),
        ("ship to the USA", "US"),
        ("德国", "DE"),
        ("德國", "DE"),
        ("发到德国", "DE"),
        ("UK", "GB"),
        ("英国", "GB"),
        ("Türkiye", "TR"),
        ("turkey", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("香港", "HK"),
        ("South Korea", "KR"),
        ("NL", "NL"),
        ("China", None),
        ("CN", None),
        ("no", None),
        ("coffee mug", None),
        ("500", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_either_languages_name(said: str, code: str | None) -> None:
    assert read_country(said) == code


def test_a_misspelt_country_is_suggested_and_nonsense_is_not() -> None:
    assert near_countries("Germny")[0] == "DE"
    assert near_countries("Nethrlands")[0] == "NL"
    assert near_countries("x" * 5000) == ()


@pytest.mark.parametrize(
    ("said", "package"),
    [
        ("0.35 kg", Package(D("0.35"))),
        ("350g", Package(D("0.350"))),
        ("每件350克", Package(D("0.350"))),
        ("1斤", Package(D("0.5"))),
        ("2 lb", Package(D("0.90718474"))),
        ("30x20x10 cm", Package(size_cm=(D(30), D(20), D(10)))),
        ("300 × 200 × 100 mm", Package(size_cm=(D(30), D(20), D(10)))),
        ("0.4kg, 30*20*10", Package(D("0.4"), (D(30), D(20), D(10)))),
        ("１２公斤", Package(D(12))),
        ("1,5 kg", None),
        ("1.250 kg", None),
        ("0 kg", None),
        ("-2 kg", None),
        ("NaN kg", None),
        ("500 pcs 2 kg", None),
        ("999999999 kg", None),
        ("30x20", None),
        ("500", None),
    ],
)
def test_weight_and_size_are_read_in_one_reading_or_not_at_all(said: str, package: Package | None) -> None:
    assert read_package(said) == package


@pytest.mark.parametrize(
    ("said", "amount", "currency", "method"),
    [
        ("sea 2300", D(2300), None, Shipping.SEA),
        ("by air: $1,250.50", D("1250.50"), "USD", Shipping.AIR),
        ("freight is 320 usd by express", D(320), "USD", Shipping.EXPRESS),
        ("海运费2300元", D(2300), "CNY", Shipping.SEA),
        ("运费2300", D(2300), None, None),
        ("铁路 4500 美元", D(4500), "USD", Shipping.RAIL),
        ("空运費共一萬二", D(12000), None, Shipping.AIR),
        ("2300", D(2300), None, None),
        ("freight 300 AUD", D(300), "AUD", None),
        ("运费 300 港币", D(300), "HKD", None),
    ],
)
def test_a_freight_figure_is_read_whole(
    said: str, amount: Decimal, currency: str | None, method: Shipping | None
) -> None:
    found = read_freight(said)

    assert found is not None
    assert (found.amount, found.currency, found.method) == (amount, currency, method)


@pytest.mark.parametrize(
    "said",
    [
        "sea or air 2300",
        "sea 20 30",
        "sea $20 or ¥140",
        "freight -5",
        "sea 0",
        "500 pcs at 6.5, by sea",
        "how much is sea?",
        "1.000 sea",
        "sea",
        "",
    ],
)
def test_what_is_more_or_less_than_one_figure_is_none(said: str) -> None:
    assert read_freight(said) is None
