"""What carriers are called, and a consignment's waybill as words and as a button to the carrier's page."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.carriers import Carrier, Waybill
from views.markup import Html
from views.reader import Reader
from views.screen import Button

_C: Final = Carrier
_NAMES: Final[Mapping[Carrier, Callable[[Reader], str]]] = {
    _C.SF: lambda reader: reader.word("SF Express"),
    _C.EMS: lambda reader: reader.word("EMS"),
    _C.DHL: lambda reader: reader.word("DHL"),
    _C.FEDEX: lambda reader: reader.word("FedEx"),
    _C.UPS: lambda reader: reader.word("UPS"),
    _C.AIR_CHINA: lambda reader: reader.word("Air China"),
    _C.CHINA_SOUTHERN: lambda reader: reader.word("China Southern"),
    _C.CATHAY: lambda reader: reader.word("Cathay Cargo"),
    _C.MAERSK: lambda reader: reader.word("Maersk"),
    _C.COSCO: lambda reader: reader.word("COSCO"),
    _C.MSC: lambda reader: reader.word("MSC"),
    _C.CMA_CGM: lambda reader: reader.word("CMA CGM"),
    _C.ONE: lambda reader: reader.word("ONE"),
    _C.CR_EXPRESS: lambda reader: reader.word("China-Europe Railway"),
}


def known_carrier(reader: Reader, carrier: Carrier) -> str:
    """A known carrier's name."""
    return _NAMES[carrier](reader)


def carrier_name(reader: Reader, waybill: Waybill) -> str:
    """The carrier's name, as its seller typed it if it is none of the known ones."""
    return known_carrier(reader, waybill.carrier) if waybill.carrier else waybill.name


def waybill_words(reader: Reader, waybill: Waybill) -> Html:
    """Carrier and number; the number can be copied by a tap."""
    name = carrier_name(reader, waybill)
    if not waybill.tracking:
        return reader.say("{carrier}, number follows", carrier=name)
    return reader.say("{carrier} <code>{number}</code>", carrier=name, number=waybill.tracking)


def to_carrier(reader: Reader, waybill: Waybill) -> Button | None:
    """Leads out to the carrier's own page about the consignment."""
    if not waybill.page:
        return None
    words = {"carrier": carrier_name(reader, waybill), "number": waybill.tracking}
    return Button(reader.word("🔗 {carrier} {number}", **words), url=waybill.page)
