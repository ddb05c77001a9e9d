"""Numbers as bit slices: one bitmap for each binary digit, for ranges and exact order without reading rows.

The comparisons are those of O'Neil and Quass, "Improved Query Performance with Variant Indexes"
(SIGMOD 1997), on Roaring bitmaps.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from pyroaring import BitMap

Bitmaps = Mapping[str, BitMap]


class Measure:
    """A whole number from 0 to 2**bits - 1 that every product has; larger ones count as the largest.

    `terms` are the terms of its slices, highest digit first.
    """

    def __init__(self, name: str, bits: int) -> None:
        self.bits = bits
        self.largest = (1 << bits) - 1
        self.terms = tuple(f"={name}/{bit:02}" for bit in reversed(range(bits)))

    def terms_of(self, value: int) -> list[str]:
        """The slices that a product with this value belongs to."""
        return [term for term, digit in zip(self.terms, self._digits(value), strict=True) if digit == "1"]

    def _digits(self, value: int) -> str:
        """The binary digits of the value as far as the slices hold it."""
        return f"{max(0, min(value, self.largest)):0{self.bits}b}"

    def at_most(self, products: BitMap, value: int, bitmaps: Bitmaps) -> BitMap:
        """Those of `products` whose value is `value` or less."""
        if value < 0:
            return BitMap()
        less, equal = [BitMap()], products
        for digit, term in zip(self._digits(value), self.terms, strict=True):
            ones = bitmaps[term]
            if digit == "1":
                less.append(equal - ones)
                equal = equal & ones
            elif ones:
                equal = equal - ones
            if not equal:
                break
        return equal.union(*less)

    def at_least(self, products: BitMap, value: int, bitmaps: Bitmaps) -> BitMap:
        """Those of `products` whose value is `value` or more."""
        return products - self.at_most(products, min(value, self.largest) - 1, bitmaps)


PRICE: Final = Measure("price", 37)
"""Unit price of the smallest order in points of CNY (hundredths of a fen)."""
MOQ: Final = Measure("moq", 24)
DEMERIT: Final = Measure("demerit", 8)
"""0 for the listing that should stand first among equals."""


def in_order(products: BitMap, slices: Sequence[BitMap], skip: int, take: int) -> list[int]:
    """`take` ids after the first `skip`, ordered by the number whose digits the slices are, then by id."""
    found: list[int] = []
    waiting = [(products, 0)]
    while waiting and len(found) < take:
        members, digit = waiting.pop()
        if skip >= len(members):
            skip -= len(members)
        elif digit == len(slices) or len(members) == 1:
            found.extend(members[skip : skip + take - len(found)])
            skip = 0
        else:
            ones = members & slices[digit]
            waiting.append((ones, digit + 1))
            waiting.append((members - ones if ones else members, digit + 1))
    return found
