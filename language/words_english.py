"""Folding an English word: plurals and British spellings of the trade, by light rules on both sides."""

from functools import lru_cache
from typing import Final

_IRREGULAR: Final = {
    "men": "man",
    "mens": "man",
    "women": "woman",
    "womens": "woman",
    "kids": "kid",
    "children": "child",
    "childrens": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "knives": "knife",
    "shelves": "shelf",
    "scarves": "scarf",
    "loaves": "loaf",
    "leaves": "leaf",
    "clothes": "clothes",
    "lens": "lens",
    "lenses": "lens",
    "buses": "bus",
    "shoes": "shoe",
    "canoes": "canoe",
    "toes": "toe",
    "ties": "tie",
    "pies": "pie",
    "colour": "color",
    "colours": "color",
    "coloured": "colored",
    "grey": "gray",
    "jewellery": "jewelry",
    "jewelery": "jewelry",
    "tyre": "tire",
    "tyres": "tire",
    "aluminium": "aluminum",
    "fibre": "fiber",
    "fibres": "fiber",
    "pyjama": "pajama",
    "pyjamas": "pajama",
    "moulds": "mold",
    "mould": "mold",
    "yoghurt": "yogurt",
    "cosy": "cozy",
}
_ENDINGS: Final = (("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz"), ("ies", "y"))
_KEPT: Final = ("ss", "us", "is")
_SHORTEST: Final = 4
"""Shorter words keep their s: gas, bus, led lights' LEDs as typed."""


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """A lower-case English word without its plural; other words stay as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith(_KEPT) or not word.isalpha():
        return word
    for ending, singular in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + singular
    return word[:-1]
