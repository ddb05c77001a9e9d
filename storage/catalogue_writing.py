"""Writing suppliers and listings: new ones inserted, known ones changed in place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import bindparam, insert, select, tuple_, update

from domain.catalogue import Qualification
from domain.listing import Listing, SupplierCard
from domain.money import Money
from storage.database import Connection
from storage.tables.catalogue import products, suppliers

SLICE: Final = 500

Values = dict[str, Any]
Item = TypeVar("Item")


@dataclass(slots=True)
class Shelf:
    """What the rows of one import share: suppliers' numbers by name, picture keys by path, and the counts."""

    supplier_ids: Mapping[str, int]
    picture_keys: Mapping[str, str]
    touched: list[int] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def in_slices(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists of at most SLICE."""
    remaining = iter(items)
    return iter(lambda: list(islice(remaining, SLICE)), [])


async def write_suppliers(connection: Connection, cards: Iterable[SupplierCard]) -> dict[str, int]:
    """Inserts new suppliers and updates known ones by what their cards state; their numbers by name."""
    ids: dict[str, int] = {}
    for batch in in_slices(cards):
        known = await _known_suppliers(connection, [card.name for card in batch])
        fresh = [_supplier_values(card) for card in batch if card.name not in known]
        if fresh:
            await connection.execute(insert(suppliers), fresh)
        await _restate(connection, batch, known)
        stored = await _known_suppliers(connection, [card.name for card in batch])
        ids |= {name: values["id"] for name, values in stored.items()}
    return ids


async def _known_suppliers(connection: Connection, names: Sequence[str]) -> dict[str, Values]:
    found = await connection.execute(select(suppliers).where(suppliers.c.name.in_(names)))
    return {row["name"]: dict(row) for row in found.mappings()}


def _supplier_values(card: SupplierCard) -> Values:
    return {
        "name": card.name,
        "name_zh": card.name_zh,
        "qualification": (card.qualification or Qualification.UNVERIFIED).value,
        "province": card.province,
        "city": card.city,
        "phone": card.phone,
    }


async def _restate(
    connection: Connection, cards: Iterable[SupplierCard], known: Mapping[str, Values]
) -> None:
    for card in cards:
        stored = known.get(card.name, {})
        stated = {name: value for name, value in _supplier_values(card).items() if getattr(card, name)}
        if stored and not stated.items() <= stored.items():
            changed = update(suppliers).where(suppliers.c.id == stored["id"])
            await connection.execute(changed.values(stated))


async def write_products(connection: Connection, shelf: Shelf, listings: Sequence[Listing]) -> None:
    """Inserts new products and changes known ones in place, and counts them on the shelf."""
    wanted = [_product_values(shelf, listing) for listing in listings]
    known = await _known_products(connection, wanted)
    fresh = [values for values in wanted if _key(values) not in known]
    changed = [
        values | {"known_id": stored["id"]}
        for values in wanted
        if (stored := known.get(_key(values))) and not _is_same(values, stored)
    ]
    shelf.touched += await _insert(connection, fresh)
    await _change(connection, changed)
    shelf.touched += [values["known_id"] for values in changed]
    shelf.added += len(fresh)
    shelf.changed += len(changed)
    shelf.unchanged += len(wanted) - len(fresh) - len(changed)


async def _insert(connection: Connection, fresh: list[Values]) -> list[int]:
    if not fresh:
        return []
    return list((await connection.execute(insert(products).returning(products.c.id), fresh)).scalars())


async def _change(connection: Connection, changed: list[Values]) -> None:
    if changed:
        statement = update(products).where(products.c.id == bindparam("known_id"))
        columns: Values = {name: bindparam(name) for name in changed[0] if name != "known_id"}
        await connection.execute(statement.values(columns), changed)


async def _known_products(connection: Connection, wanted: list[Values]) -> dict[tuple[int, str], Values]:
    keys = [_key(values) for values in wanted]
    query = select(products).where(tuple_(products.c.supplier_id, products.c.sku).in_(keys))
    found = await connection.execute(query)
    return {(row["supplier_id"], row["sku"]): dict(row) for row in found.mappings()}


def _key(values: Values) -> tuple[int, str]:
    return values["supplier_id"], values["sku"]


def _is_same(values: Values, stored: Values) -> bool:
    return all(stored[name] == value for name, value in values.items())


def _product_values(shelf: Shelf, listing: Listing) -> Values:
    return {
        "supplier_id": shelf.supplier_ids[listing.supplier.name],
        "sku": listing.sku,
        "title_en": listing.title_en,
        "title_zh": listing.title_zh,
        "category": listing.category,
        "unit": listing.unit.value,
        "currency": listing.currency,
        "moq": listing.moq,
        "tiers": [[tier.at_least, tier.unit_price.points] for tier in listing.tiers],
        "lead_time_days": listing.lead_time_days,
        "weight_kg": listing.weight_kg,
        "size_cm": list(listing.size_cm),
        "specs": [[name, list(choices)] for name, choices in listing.specs],
        "customization": listing.customization,
        "sample_price": _amount(listing.sample_price),
        "sample_freight": _amount(listing.sample_freight),
        "image": shelf.picture_keys.get(listing.image, listing.image),
        "description_en": listing.description_en,
        "description_zh": listing.description_zh,
    }


def _amount(money: Money | None) -> str:
    return "" if money is None else str(money.amount)
