"""The questions of the search benchmark: words by how frequent they are, with filters and orders."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from benchmarks.search_goods import Concept
from domain.catalogue import Qualification
from services.searching import Filters, SearchQuery, Sort

QUESTIONS_OF_A_KIND = 15
KINDS = {
    "rare word": (5, 50),
    "middling word": (500, 5_000),
    "frequent word": (20_000, 10**9),
}
"""How many of a million products have the word."""

FILTERS = {
    "no filter": Filters(),
    "MOQ": Filters(moq_at_most=50),
    "price, place, standing": Filters(
        price_from=Decimal("5"),
        price_to=Decimal("40"),
        province="Guangdong",
        qualification=Qualification.UNVERIFIED,
    ),
}


@dataclass(frozen=True)
class Question:
    """A query with the row of the table it is counted in."""

    kind: str
    query: SearchQuery


def questions(frequencies: Mapping[Concept, int], products: int) -> list[Question]:
    """All questions in random order; `frequencies` tells how many products have each concept."""
    draw = random.Random(7)
    texts = {kind: _texts(draw, frequencies, products, kind) for kind in KINDS}
    both = [*texts["frequent word"], *texts["middling word"]]
    texts["two words"] = [
        " ".join(pair) for pair in zip(texts["frequent word"], draw.sample(both, len(both)), strict=False)
    ]
    asked = [
        Question(kind, SearchQuery(text, filters, sort))
        for kind, group in texts.items()
        for text, filters, sort in product(group, FILTERS.values(), Sort)
    ]
    draw.shuffle(asked)
    return asked


def _texts(
    draw: random.Random, frequencies: Mapping[Concept, int], products: int, kind: str
) -> Sequence[str]:
    least, most = (bound * products / 1_000_000 for bound in KINDS[kind])
    fitting = [concept for concept, count in frequencies.items() if max(least, 2) <= count <= most]
    chosen = draw.sample(fitting, min(QUESTIONS_OF_A_KIND * 2, len(fitting)))
    half = len(chosen) // 2
    return [concept.english for concept in chosen[:half]] + [concept.chinese for concept in chosen[half:]]
