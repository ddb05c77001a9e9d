"""A carrier and its number in one line: DHL 1234567890, 顺丰 SF1234567890123."""

import re
from typing import Final

from domain.carriers import Carrier, TrackingUnusable, Waybill, tracking_number
from language.fold import fold

_NAMES: Final = {
    Carrier.SF: "sf express|s.f. express|sf|shunfeng|顺丰速运|顺丰",
    Carrier.EMS: "ems|中国邮政|邮政",
    Carrier.DHL: "dhl express|dhl|敦豪",
    Carrier.FEDEX: "fedex|federal express|联邦快递|联邦",
    Carrier.UPS: "ups|联合包裹",
    Carrier.AIR_CHINA: "air china cargo|air china|国航货运|国航",
    Carrier.CHINA_SOUTHERN: "china southern cargo|china southern|南航货运|南航",
    Carrier.CATHAY: "cathay cargo|cathay pacific|cathay|国泰货运|国泰",
    Carrier.MAERSK: "maersk line|maersk|马士基",
    Carrier.COSCO: "cosco shipping|cosco|中远海运|中远",
    Carrier.MSC: "msc|地中海航运|地中海",
    Carrier.CMA_CGM: "cma cgm|cma-cgm|cma|达飞",
    Carrier.ONE: "ocean network express|one line|海洋网联",
    Carrier.CR_EXPRESS: "china-europe railway|cr express|中欧班列",
}
_BY_NAME: Final = tuple(
    sorted(
        ((name, carrier) for carrier, names in _NAMES.items() for name in names.split("|")),
        key=lambda pair: -len(pair[0]),
    )
)


def read_carrier(text: str) -> tuple[Carrier | None, str]:
    """The known carrier that a line begins with, and what follows it; None and the line for any other."""
    line = fold(text).strip()
    for name, carrier in _BY_NAME:
        if re.match(rf"{re.escape(name)}(?![a-z])", line):
            return carrier, line[len(name) :].strip(" :,#-")
    return None, text.strip()


def read_waybill(text: str) -> Waybill | None:
    """The waybill that a line names with a known carrier; None if it has no number, or none that can be."""
    carrier, rest = read_carrier(text)
    if carrier is None or not rest:
        return None
    try:
        return Waybill(carrier, tracking=tracking_number(rest))
    except TrackingUnusable:
        return None
