"""Writing suppliers and listings: new ones inserted, known ones changed in place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, TypeVar

from sqlalchemy import bindparam, insert, select, tuple_, update

from domain.catalogue import Qualification
from domain.listing import SupplierCard
from storage.catalogue_spool import Values
from storage.database import Connection
from storage.tables.catalogue import products, suppliers

SLICE: Final = 500

Item = TypeVar("Item")


@dataclass(slots=True)
class Shelf:
    """What the rows of one import share: picture keys by path, suppliers' numbers by name, and what was done.

    `touched` are the numbers of products whose search entries are out of date. Where rows
    `keep_pictures`, one that states none leaves the product its own.
    """

    picture_keys: Mapping[str, str]
    supplier_ids: dict[str, int] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    keep_pictures: bool = False


def in_slices(items: Iterable[Item], most: int = SLICE) -> Iterator[list[Item]]:
    """The items in lists of at most `most`."""
    remaining = iter(items)
    return iter(lambda: list(islice(remaining, most)), [])


async def write_suppliers(connection: Connection, shelf: Shelf, cards: Iterable[SupplierCard]) -> None:
    """Inserts new suppliers and updates known ones by what their cards state."""
    for batch in in_slices(cards):
        known = await _known_suppliers(connection, [card.name for card in batch])
        fresh = [_supplier_values(card) for card in batch if card.name not in known]
        if fresh:
            await connection.execute(insert(suppliers), fresh)
        restated = await _restate(connection, batch, known)
        stored = await _known_suppliers(connection, [card.name for card in batch])
        shelf.supplier_ids |= {name: values["id"] for name, values in stored.items()}
        shelf.touched |= await _products_of(connection, restated)


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
) -> list[int]:
    restated = []
    for card in cards:
        stored = known.get(card.name, {})
        stated = {name: value for name, value in _supplier_values(card).items() if getattr(card, name)}
        if stored and not stated.items() <= stored.items():
            changed = update(suppliers).where(suppliers.c.id == stored["id"])
            await connection.execute(changed.values(stated))
            restated.append(stored["id"])
    return restated


async def _products_of(connection: Connection, supplier_ids: list[int]) -> set[int]:
    query = select(products.c.id).where(products.c.supplier_id.in_(supplier_ids))
    return set((await connection.execute(query)).scalars()) if supplier_ids else set()


@dataclass(frozen=True, slots=True)
class Written:
    """The numbers of products that were added; those that changed, as they stood and as they stand."""

    added: set[int]
    changed: list[tuple[Values, Values]]


@dataclass(frozen=True, slots=True)
class Sorted:
    """Rows that are new, and those that differ from what is stored: as they stand, and as they will."""

    fresh: list[Values]
    changed: list[tuple[Values, Values]]


async def sort_out(connection: Connection, shelf: Shelf, spooled: Sequence[Values]) -> Sorted:
    """Which rows are new and which differ, counted on the shelf; nothing is written."""
    wanted = [_shelved(shelf, values) for values in spooled]
    known = await _known_products(connection, wanted)
    fresh = [values for values in wanted if _key(values) not in known]
    pairs = [(known[_key(values)], values) for values in wanted if _key(values) in known]
    if shelf.keep_pictures:
        pairs = [(stored, values | {"image": values["image"] or stored["image"]}) for stored, values in pairs]
    changed = [(stored, values) for stored, values in pairs if not _is_same(values, stored)]
    shelf.added += len(fresh)
    shelf.changed += len(changed)
    shelf.unchanged += len(wanted) - len(fresh) - len(changed)
    return Sorted(fresh, changed)


async def write_products(connection: Connection, shelf: Shelf, spooled: Sequence[Values]) -> Written:
    """Inserts new products and changes known ones in place, and counts them on the shelf."""
    found = await sort_out(connection, shelf, spooled)
    added = await _insert(connection, found.fresh)
    await _change(connection, [values | {"known_id": stored["id"]} for stored, values in found.changed])
    shelf.touched |= added | {stored["id"] for stored, _ in found.changed}
    return Written(added, found.changed)


async def _insert(connection: Connection, fresh: list[Values]) -> set[int]:
    if not fresh:
        return set()
    return set((await connection.execute(insert(products).returning(products.c.id), fresh)).scalars())


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


def _shelved(shelf: Shelf, values: Values) -> Values:
    columns = {name: value for name, value in values.items() if name != "supplier"}
    image = shelf.picture_keys.get(values["image"], values["image"])
    return columns | {"supplier_id": shelf.supplier_ids[values["supplier"]], "image": image}
