"""The words for what terms may be chosen from, in the reader's language."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from domain.terms import BalanceDue, Custom, PaymentMethod, QualityStandard, Shipping
from views.reader import Reader

_Word = Callable[[Reader], str]

SHIPPING_WORDS: Final[Mapping[Shipping, _Word]] = {
    Shipping.SEA: lambda reader: reader.word("sea freight"),
    Shipping.AIR: lambda reader: reader.word("air freight"),
    Shipping.RAIL: lambda reader: reader.word("rail freight"),
    Shipping.EXPRESS: lambda reader: reader.word("express"),
}
PAYMENT_WORDS: Final[Mapping[PaymentMethod, _Word]] = {
    PaymentMethod.CARD: lambda reader: reader.word("Card"),
    PaymentMethod.ALIPAY: lambda reader: reader.word("Alipay"),
    PaymentMethod.TRANSFER: lambda reader: reader.word("Company transfer"),
}
BALANCE_WORDS: Final[Mapping[BalanceDue, _Word]] = {
    BalanceDue.BEFORE_SHIPMENT: lambda reader: reader.word("balance before shipment"),
    BalanceDue.AGAINST_DOCUMENTS: lambda reader: reader.word("balance against copy of B/L"),
    BalanceDue.ON_DELIVERY: lambda reader: reader.word("balance on delivery"),
}
FREIGHT_WORDS: Final[Mapping[Side, _Word]] = {
    Side.BUYER: lambda reader: reader.word("paid by the buyer"),
    Side.SELLER: lambda reader: reader.word("paid by the seller"),
}
FREIGHT_BY_TERM: Final[Mapping[Side, _Word]] = {
    Side.BUYER: lambda reader: reader.word("paid by the buyer under this trade term"),
    Side.SELLER: lambda reader: reader.word("paid by the seller under this trade term"),
}
"""Who pays where only the trade term says so."""
QUALITY_WORDS: Final[Mapping[QualityStandard, _Word]] = {
    QualityStandard.AS_SAMPLE: lambda reader: reader.word("same as the approved sample"),
    QualityStandard.AQL_1_0: lambda reader: reader.word("inspection AQL 1.0"),
    QualityStandard.AQL_2_5: lambda reader: reader.word("inspection AQL 2.5"),
    QualityStandard.AQL_4_0: lambda reader: reader.word("inspection AQL 4.0"),
}
CUSTOM_WORDS: Final[Mapping[Custom, _Word]] = {
    Custom.LOGO: lambda reader: reader.word("logo"),
    Custom.SIZE: lambda reader: reader.word("size"),
    Custom.COLOUR: lambda reader: reader.word("colour"),
    Custom.PACKING: lambda reader: reader.word("packing"),
}
