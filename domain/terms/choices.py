"""What the terms of a deal may be chosen from; the values are stored."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.people import Side


class Shipping(StrEnum):
    """How the goods travel."""

    SEA = "sea"
    AIR = "air"
    RAIL = "rail"
    EXPRESS = "express"


class PaymentMethod(StrEnum):
    """How the buyer pays."""

    CARD = "card"
    ALIPAY = "alipay"
    TRANSFER = "transfer"


class BalanceDue(StrEnum):
    """When the rest of the price is paid; the documents are a copy of the bill of lading."""

    BEFORE_SHIPMENT = "before_shipment"
    AGAINST_DOCUMENTS = "against_documents"
    ON_DELIVERY = "on_delivery"


class TradeTerm(StrEnum):
    """Who carries which cost and risk up to the named place: the usual ones of Incoterms 2020."""

    EXW = "EXW"
    FCA = "FCA"
    FOB = "FOB"
    CFR = "CFR"
    CIF = "CIF"
    DAP = "DAP"
    DDP = "DDP"


FREIGHT_PAYERS: Final[Mapping[TradeTerm, Side]] = {
    TradeTerm.EXW: Side.BUYER,
    TradeTerm.FCA: Side.BUYER,
    TradeTerm.FOB: Side.BUYER,
    TradeTerm.CFR: Side.SELLER,
    TradeTerm.CIF: Side.SELLER,
    TradeTerm.DAP: Side.SELLER,
    TradeTerm.DDP: Side.SELLER,
}
"""Who pays the main carriage: articles A9 and B9 (allocation of costs) of each rule of Incoterms 2020."""


class QualityStandard(StrEnum):
    """What the goods are checked against: the approved sample, or an acceptance limit (AQL) of ISO 2859-1."""

    AS_SAMPLE = "as_sample"
    AQL_1_0 = "aql_1_0"
    AQL_2_5 = "aql_2_5"
    AQL_4_0 = "aql_4_0"


class Custom(StrEnum):
    """What is made differently from the listing."""

    LOGO = "logo"
    SIZE = "size"
    COLOUR = "colour"
    PACKING = "packing"


class FeeBasis(StrEnum):
    """What a customization fee is charged for: each unit of the goods, or the whole order once."""

    PER_PIECE = "per_piece"
    ONCE = "once"
