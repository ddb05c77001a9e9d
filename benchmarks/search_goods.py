"""A generated catalogue: bilingual products whose words are as unequal in frequency as in real titles."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from domain.catalogue import Product, Qualification, Supplier
from domain.money import UnitPrice
from domain.places import PROVINCES
from domain.price_tier import PriceTier
from domain.quantity import Unit
from language.dictionary import trade_dictionary
from language.words import is_chinese

CONCEPTS = 40_000
SUPPLIERS = 5_000
STEEPNESS = 1.05
"""The exponent of Zipf's law that the frequency of words follows."""
WORDS_OF_A_TITLE = (6, 14)
VOWELS = ("a", "e", "i", "o", "u", "ou", "ea")
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in VOWELS]
CHARACTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 3_000)]
MOQS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)


@dataclass(frozen=True)
class Concept:
    """One thing or quality, in both languages."""

    english: str
    chinese: str


class Goods:
    """Products 1, 2, 3 ... of one seed; the same seed gives the same products."""

    def __init__(self, seed: int = 1688) -> None:
        self._random = random.Random(seed)
        self.concepts = [*self._named(), *self._invented()][:CONCEPTS]
        self._weights = _zipf(len(self.concepts))
        self.suppliers = [self._supplier(number) for number in range(1, SUPPLIERS + 1)]

    def products(self, count: int) -> Iterator[Product]:
        """The first `count` products."""
        return (self._product(number) for number in range(1, count + 1))

    def _named(self) -> list[Concept]:
        """Words of the trade dictionary: they are the frequent ones, and have translations."""
        dictionary = trade_dictionary()
        single = {
            phrase[0]: chinese[0]
            for phrase, chinese in dictionary.chinese.items()
            if len(phrase) == 1 and chinese and is_chinese(chinese[0])
        }
        concepts = [Concept(english, chinese) for english, chinese in single.items()]
        self._random.shuffle(concepts)
        return concepts[:1_000]

    def _invented(self) -> Iterator[Concept]:
        seen: set[str] = set()
        while len(seen) < CONCEPTS:
            english = "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 4)))
            if english not in seen:
                seen.add(english)
                length = self._random.choice((2, 2, 2, 3))
                characters = self._random.choices(CHARACTERS, cum_weights=_zipf(len(CHARACTERS)), k=length)
                yield Concept(english, "".join(characters))

    def _supplier(self, number: int) -> Supplier:
        qualification = self._random.choices(list(Qualification), weights=(1, 2, 7))[0]
        province = self._random.choices(list(PROVINCES), weights=range(len(PROVINCES), 0, -1))[0]
        return Supplier(number, f"Supplier {number}", f"供应商{number}", qualification, province, "", "")

    def _product(self, number: int) -> Product:
        draw = self._random
        words = draw.choices(self.concepts, cum_weights=self._weights, k=draw.randint(*WORDS_OF_A_TITLE))
        points = max(100, int(draw.lognormvariate(12, 1.2)) // 100 * 100)
        return Product(
            id=number,
            supplier=self.suppliers[number % SUPPLIERS],
            sku=f"SKU{number}",
            title_en=" ".join(word.english for word in words).capitalize(),
            title_zh="".join(word.chinese for word in words),
            category="",
            unit=Unit.PIECE,
            moq=draw.choice(MOQS),
            tiers=(PriceTier(1, UnitPrice(points, "CNY")),),
            image="picture" if number % 3 else "",
        )


@cache
def _zipf(count: int) -> list[float]:
    """Cumulative weights of the most frequent, the second ... of `count` things."""
    return list(accumulate(1 / (rank + 3) ** STEEPNESS for rank in range(count)))
