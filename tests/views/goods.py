"""A supplier and products to show."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from domain.catalogue import Product, Qualification, Supplier
from domain.money import UnitPrice
from domain.people import Language
from domain.price_tier import PriceTier
from domain.quantity import Unit
from views.reader import Reader

ENGLISH = Reader(Language.ENGLISH)
CHINESE = Reader(Language.CHINESE)
TRADITIONAL = Reader(Language.TRADITIONAL)

SUNNY = Supplier(1, "Yiwu Sunny", "义乌阳光", Qualification.VERIFIED_FACTORY, "Zhejiang", "Yiwu", "")


def tiers(*prices: tuple[int, str]) -> tuple[PriceTier, ...]:
    """Price tiers in CNY."""
    return tuple(PriceTier(count, UnitPrice.of(Decimal(price), "CNY")) for count, price in prices)


def pants(**different: Any) -> Product:
    """Yoga pants of Yiwu Sunny, from 50 pieces on."""
    listed = Product(
        7, SUNNY, "P-7", "Yoga pants", "瑜伽裤", "", Unit.PIECE, 50, tiers((50, "12.5"), (500, "11"))
    )
    return replace(listed, **different)


def words_on(rows: tuple[tuple[Any, ...], ...]) -> list[str]:
    """The words of all buttons."""
    return [button.text for row in rows for button in row]
