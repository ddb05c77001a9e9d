"""Carriers: numbers as they print them, never guessed, and pages that only ever lead to the carrier."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.carriers import (
    PROFILES,
    USUAL,
    Carrier,
    CarrierUnusable,
    TrackingUnusable,
    Waybill,
    tracking_number,
)
from domain.terms import Shipping
from language.waybill import read_carrier, read_waybill


@pytest.mark.parametrize("carrier", Carrier)
def test_each_carriers_own_example_looks_usual_and_leads_to_its_page(carrier: Carrier) -> None:
    waybill = Waybill(carrier, tracking=tracking_number(PROFILES[carrier].example))

    assert not waybill.is_unusual
    assert not waybill.page or urlsplit(waybill.page).scheme == "https"
    assert Waybill(carrier).page == ""


@given(st.text(max_size=60))
def test_whatever_is_typed_a_number_is_harmless_or_refused(typed: str) -> None:
    try:
        number = tracking_number(typed)
    except TrackingUnusable:
        return

    pages = [Waybill(carrier, tracking=number).page for carrier in Carrier]
    hosts = {urlsplit(PROFILES[carrier].page).netloc for carrier in Carrier}
    assert {urlsplit(page).netloc for page in pages} <= hosts
    assert number == tracking_number(number)
    assert set("<>&?#=% \n").isdisjoint(number)


UNUSABLE = ["", "abc", "12", "ABCDEF", "1234 <b>", "请看照片", "x" * 41 + "1", "a?b=1&c#2"]


@pytest.mark.parametrize("typed", UNUSABLE)
def test_what_can_be_no_number_is_refused(typed: str) -> None:
    with pytest.raises(TrackingUnusable):
        tracking_number(typed)


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_another_carrier_has_a_name(name: str) -> None:
    with pytest.raises(CarrierUnusable):
        Waybill(None, name)


def test_every_way_to_ship_has_its_usual_carriers() -> None:
    assert set(USUAL) == {*Shipping, None}
    assert all(2 < len(carriers) < 9 for carriers in USUAL.values())


@pytest.mark.parametrize(
    ("line", "carrier", "tracking"),
    [
        ("DHL 1234567890", Carrier.DHL, "1234567890"),
        ("dhl express: 1234 5678 90", Carrier.DHL, "1234567890"),
        ("顺丰 SF1234567890123", Carrier.SF, "SF1234567890123"),
        ("順豐速運：sf1234567890123", Carrier.SF, "SF1234567890123"),
        ("EMS EA123456785CN", Carrier.EMS, "EA123456785CN"),
        ("马士基 MSKU1234565", Carrier.MAERSK, "MSKU1234565"),
        ("Cosco Shipping COSU6012345670", Carrier.COSCO, "COSU6012345670"),
        ("fedex 123456789012", Carrier.FEDEX, "123456789012"),
    ],
)
def test_a_line_names_carrier_and_number(line: str, carrier: Carrier, tracking: str) -> None:
    assert read_waybill(line) == Waybill(carrier, tracking=tracking)


@pytest.mark.parametrize(
    ("line", "carrier", "rest"),
    [
        ("DHL", Carrier.DHL, ""),
        ("德邦物流", None, "德邦物流"),
        ("Upside Logistics", None, "Upside Logistics"),
        ("Onex 12345", None, "Onex 12345"),
        ("联邦快递", Carrier.FEDEX, ""),
    ],
)
def test_another_carrier_keeps_its_name(line: str, carrier: Carrier | None, rest: str) -> None:
    assert read_carrier(line) == (carrier, rest)
    assert read_waybill(line) is None
