"""Who carries goods out of China, the shape of their numbers, and where the public follows a consignment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import quote

from domain.refusal import Refusal
from domain.terms.choices import Shipping

MAX_CARRIER_LENGTH: Final = 40
_ANY_NUMBER: Final = re.compile(r"[A-Z0-9](?:[A-Z0-9/-]{3,38})[A-Z0-9]")
_BILL_OF_LADING: Final = r"[A-Z]{4}\d{7}|[A-Z0-9]{8,17}"
_AIR_WAYBILL: Final = r"\d{3}-?\d{8}"
_POSTAL: Final = r"[A-Z]{2}\d{9}[A-Z]{2}|\d{13}"
_AIR_PAGE: Final = "https://www.track-trace.com/aircargo#{number}"
_POSTAL_PAGE: Final = "https://t.17track.net/en#nums={number}"


class TrackingUnusable(Refusal):
    """What was typed cannot be the number of a consignment."""


class CarrierUnusable(Refusal):
    """A carrier's name is empty or has more than `most` characters."""


class Carrier(StrEnum):
    """The usual carriers; the values are stored and stand on buttons."""

    SF = "sf"
    EMS = "ems"
    DHL = "dhl"
    FEDEX = "fedex"
    UPS = "ups"
    AIR_CHINA = "ca"
    CHINA_SOUTHERN = "cz"
    CATHAY = "cx"
    MAERSK = "maersk"
    COSCO = "cosco"
    MSC = "msc"
    CMA_CGM = "cma"
    ONE = "one"
    CR_EXPRESS = "cr"


@dataclass(frozen=True, slots=True)
class Profile:
    """How a carrier's numbers usually look, with an example, and its tracking page, empty if it has none."""

    shape: str
    example: str
    page: str = ""


PROFILES: Final[Mapping[Carrier, Profile]] = {
    Carrier.SF: Profile(
        r"SF\d{12,15}|\d{12,15}",
        "SF1234567890123",
        "https://www.sf-express.com/cn/en/dynamic_function/waybill/#search/bill-number/{number}",
    ),
    Carrier.EMS: Profile(_POSTAL, "EA123456785CN", _POSTAL_PAGE),
    Carrier.DHL: Profile(
        r"\d{10,11}|[A-Z]{3,4}\d{10,20}",
        "1234567890",
        "https://www.dhl.com/global-en/home/tracking/tracking-express.html?submit=1&tracking-id={number}",
    ),
    Carrier.FEDEX: Profile(
        r"\d{12}|\d{15}|\d{20}|\d{22}",
        "123456789012",
        "https://www.fedex.com/fedextrack/?trknbr={number}",
    ),
    Carrier.UPS: Profile(
        r"1Z[A-Z0-9]{16}", "1Z999AA10123456784", "https://www.ups.com/track?tracknum={number}"
    ),
    Carrier.AIR_CHINA: Profile(_AIR_WAYBILL, "999-12345675", _AIR_PAGE),
    Carrier.CHINA_SOUTHERN: Profile(_AIR_WAYBILL, "784-12345675", _AIR_PAGE),
    Carrier.CATHAY: Profile(_AIR_WAYBILL, "160-12345675", _AIR_PAGE),
    Carrier.MAERSK: Profile(_BILL_OF_LADING, "MSKU1234565", "https://www.maersk.com/tracking/{number}"),
    Carrier.COSCO: Profile(
        _BILL_OF_LADING,
        "COSU6012345670",
        "https://elines.coscoshipping.com/ebusiness/cargoTracking?trackingType=BILLOFLADING&number={number}",
    ),
    Carrier.MSC: Profile(_BILL_OF_LADING, "MEDU1234567", "https://www.msc.com/en/track-a-shipment"),
    Carrier.CMA_CGM: Profile(
        _BILL_OF_LADING,
        "CMAU1234567",
        "https://www.cma-cgm.com/ebusiness/tracking/search?SearchBy=BL&Reference={number}",
    ),
    Carrier.ONE: Profile(
        _BILL_OF_LADING,
        "ONEU1234567",
        "https://ecomm.one-line.com/one-ecom/manage-shipment/cargo-tracking?trakNoParam={number}",
    ),
    Carrier.CR_EXPRESS: Profile(_BILL_OF_LADING, "TBJU1234567"),
}

_PARCELS: Final = (Carrier.SF, Carrier.EMS, Carrier.DHL, Carrier.FEDEX, Carrier.UPS)
_SHIPS: Final = (Carrier.COSCO, Carrier.MAERSK, Carrier.MSC, Carrier.CMA_CGM, Carrier.ONE)
_PLANES: Final = (Carrier.AIR_CHINA, Carrier.CHINA_SOUTHERN, Carrier.CATHAY, Carrier.DHL, Carrier.SF)
USUAL: Final[Mapping[Shipping | None, tuple[Carrier, ...]]] = {
    Shipping.EXPRESS: _PARCELS,
    Shipping.AIR: _PLANES,
    Shipping.RAIL: (Carrier.CR_EXPRESS, Carrier.COSCO, Carrier.DHL),
    Shipping.SEA: _SHIPS,
    None: (*_PARCELS, Carrier.COSCO, Carrier.MAERSK),
}
"""Whom sellers usually take for each way to ship; None where the terms leave it open."""


@dataclass(frozen=True, slots=True)
class Waybill:
    """By whom goods travel and under which number: a known carrier, or another by its name.

    `tracking` is empty while the number is not known yet.
    """

    carrier: Carrier | None
    name: str = ""
    tracking: str = ""

    def __post_init__(self) -> None:
        if self.carrier is None and not 0 < len(self.name.strip()) <= MAX_CARRIER_LENGTH:
            raise CarrierUnusable(most=MAX_CARRIER_LENGTH)

    @property
    def is_unusual(self) -> bool:
        """Whether the number does not look like this carrier's numbers: its writer should look again."""
        if self.carrier is None or not self.tracking:
            return False
        return re.fullmatch(PROFILES[self.carrier].shape, self.tracking) is None

    @property
    def page(self) -> str:
        """The carrier's public tracking page for this number, an https address; empty if there is none."""
        if self.carrier is None or not self.tracking:
            return ""
        return PROFILES[self.carrier].page.format(number=quote(self.tracking, safe=""))


def tracking_number(typed: str) -> str:
    """A number as carriers print it: capitals, without blanks. Raises TrackingUnusable."""
    written = re.sub(r"[\s.]+", "", typed).upper()
    if not _ANY_NUMBER.fullmatch(written) or not re.search(r"\d", written):
        raise TrackingUnusable()
    return written
