"""What a load weighs, what carriers charge for it, and which rate applies."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.freight.chargeable import LoadUnknown, chargeable_cubic_cm, chargeable_grams, volumetric_grams
from domain.freight.exchange import Exchange
from domain.freight.load import Load, Package
from domain.freight.rate import USUAL_BASIS, Basis, FreightRate, Route, best_rates
from domain.freight.zones import ANYWHERE, CHINA, COUNTRIES, ZONES, zones_of
from domain.money import Money, UnitPrice, UnknownCurrency
from domain.terms import Shipping

DECEMBER = date(2026, 12, 31)


def package(kg: str = "", size: str = "", per_carton: int | None = None) -> Package:
    sides = [Decimal(side) for side in size.split("x") if side]
    return Package(Decimal(kg) if kg else None, (sides[0], sides[1], sides[2]) if sides else None, per_carton)


def rate(method: Shipping, price: str, destination: str = "DE", **different: object) -> FreightRate:
    values: dict[str, object] = {"minimum": 0, "fixed": 0, "days": (5, 9), "source": "Fast Forwarder"}
    basis = different.pop("basis", USUAL_BASIS[method])
    route = Route(method, str(different.pop("origin", CHINA)), destination)
    cost = UnitPrice.of(Decimal(price), "USD")
    return FreightRate(route, basis, cost, **{**values, "valid_until": DECEMBER, **different})  # type: ignore[arg-type]


def test_cartons_volume_and_weight_come_from_one_piece() -> None:
    load = Load.of(package("0.32", "7x7x25", per_carton=24), 500)

    assert (load.kg, load.cbm, load.cartons) == (Decimal(160), Decimal("0.6125"), 21)


@pytest.mark.parametrize(
    ("method", "kg"),
    [
        (Shipping.AIR, "15"),  # 30 × 45 × 65 = 87,750 cm³; / 6,000 = 14.625 kg, to the half kg (IATA)
        (Shipping.EXPRESS, "18"),  # / 5,000 = 17.55 kg, to the half kg (DHL Express, FedEx, UPS)
    ],
)
def test_a_carton_of_14_kg_is_charged_by_its_volume(method: Shipping, kg: str) -> None:
    load = Load.of(package("14", "30x45x65"), 1)

    assert chargeable_grams(load, method) == Decimal(kg) * 1000


@pytest.mark.parametrize(
    ("method", "kg", "cbm"),
    [
        (Shipping.SEA, 900, "2"),  # 2 CBM, less than 1,000 kg each: measurement
        (Shipping.SEA, 2600, "2.6"),  # 2.6 freight tons: weight
        (Shipping.RAIL, 2600, "5.2"),  # 1 CBM for each 500 kg
        (Shipping.RAIL, 900, "2"),
    ],
)
def test_two_cubic_metres_are_charged_by_weight_or_measurement(method: Shipping, kg: int, cbm: str) -> None:
    load = Load(grams=kg * 1000, cubic_cm=2_000_000)

    assert chargeable_cubic_cm(load, method) == Decimal(cbm) * 1_000_000


def test_half_a_cubic_metre_shares_a_container_for_a_whole_one() -> None:
    sea = rate(Shipping.SEA, "95", fixed=3500)

    assert sea.cost(Load(grams=100_000, cubic_cm=500_000)) == Money(13_000, "USD")


def test_a_minimum_charge_holds_and_fixed_charges_come_on_top() -> None:
    air = rate(Shipping.AIR, "5.20", minimum=45_00, fixed=20_00)
    light, heavy = Load(grams=6_000), Load(grams=50_200)

    assert air.cost(light) == Money(65_00, "USD")
    assert air.cost(heavy) == Money(282_60, "USD")  # 50.5 kg × 5.20 + 20


def test_what_is_not_known_is_not_charged_and_nothing_known_is_no_load() -> None:
    by_weight, by_volume = Load(grams=10_000), Load(cubic_cm=60_000)

    assert chargeable_grams(by_weight, Shipping.AIR) == chargeable_grams(by_volume, Shipping.AIR) == 10_000
    assert volumetric_grams(by_weight, Shipping.AIR) is None
    with pytest.raises(LoadUnknown):
        rate(Shipping.SEA, "95").cost(Load())


def test_the_nearest_rate_counts_and_of_two_the_newer() -> None:
    world, europe, union = (rate(Shipping.SEA, "1", to) for to in (ANYWHERE, "europe", "eu"))
    older, newer = rate(Shipping.SEA, "2"), rate(Shipping.SEA, "3")
    from_yiwu = rate(Shipping.SEA, "4", origin="Yiwu")
    origins = ("Yiwu", "Zhejiang")

    assert best_rates([union, europe, world], origins, "DE") == {Shipping.SEA: union}
    assert best_rates([older, newer, world], (), "DE") == {Shipping.SEA: newer}
    assert best_rates([from_yiwu, newer], origins, "DE") == {Shipping.SEA: from_yiwu}
    assert best_rates([from_yiwu, newer], ("Ningbo", "Zhejiang"), "DE") == {Shipping.SEA: newer}
    assert best_rates([union, rate(Shipping.AIR, "9", "US")], (), "GB") == {}


def test_every_country_lies_in_one_region_and_china_is_no_destination() -> None:
    regions = {name: held for name, held in ZONES.items() if name != "eu"}

    assert sum(map(len, regions.values())) == len(COUNTRIES)
    assert ZONES["eu"] <= COUNTRIES
    assert zones_of("DE") == ("eu", "europe")
    assert CHINA not in COUNTRIES


loads = st.builds(
    lambda kg, sides, count: (Package(kg, sides), count),
    st.decimals("0.001", "500", places=3),
    st.tuples(*[st.decimals("0.1", "300", places=1)] * 3),
    st.integers(1, 100_000),
)
methods = st.sampled_from(Shipping)


@given(loads, methods, st.sampled_from(Basis), st.integers(0, 10**6))
def test_more_goods_never_cost_less_and_never_less_than_the_minimum(
    given_load: tuple[Package, int], method: Shipping, basis: Basis, minimum: int
) -> None:
    packed, count = given_load
    tariff = rate(method, "0.0301", minimum=minimum, fixed=700, basis=basis)
    one, more = Load.of(packed, count), Load.of(packed, count + 1)

    assert minimum + 700 <= tariff.cost(one).minor <= tariff.cost(more).minor


@given(loads, methods)
def test_what_is_charged_covers_weight_and_volume(given_load: tuple[Package, int], method: Shipping) -> None:
    load = Load.of(*given_load)
    volumetric = volumetric_grams(load, method)
    assert load.grams is not None
    assert load.cubic_cm is not None
    assert volumetric is not None

    by_weight = chargeable_grams(load, method)

    assert max(load.grams, volumetric) <= by_weight < max(load.grams, volumetric) + 500
    assert chargeable_cubic_cm(load, method) >= max(load.cubic_cm, 1_000_000)


def test_an_exchange_rate_counts_both_ways_and_never_understates() -> None:
    bank = Exchange("USD", "CNY", Decimal("7.1"), DECEMBER, "Bank of Ningbo")

    assert bank.converted(UnitPrice(3_300, "USD"), "CNY") == UnitPrice(23_430, "CNY")
    assert bank.converted(UnitPrice(10_000, "CNY"), "USD") == UnitPrice(1_409, "USD")
    with pytest.raises(UnknownCurrency):
        bank.converted(UnitPrice(1, "EUR"), "CNY")
