"""The words that people write for units of sale."""

import re
from typing import Final

from domain.quantity import Unit
from services.importing.problems import Kind, Misread

_WORDS: Final = {
    Unit.PIECE: "件 个 個 只 隻 条 條 支 把 台 块 塊 顶 片 本 枚 瓶 辆 盏 床 根"
    " piece pieces pc pcs ea each unit units item items",
    Unit.SET: "套 组 組 set sets",
    Unit.PAIR: "双 雙 对 對 副 pair pairs pr prs",
    Unit.BOX: "盒 box boxes",
    Unit.CARTON: "箱 carton cartons ctn ctns case cases",
    Unit.BAG: "包 袋 bag bags pack packs packet packets",
    Unit.DOZEN: "打 dozen dozens doz dz",
    Unit.ROLL: "卷 捲 roll rolls",
    Unit.SHEET: "张 張 sheet sheets",
    Unit.METRE: "米 公尺 m metre metres meter meters",
    Unit.KILOGRAM: "公斤 千克 kg kgs kilo kilos kilogram kilograms kilogramme",
    Unit.TONNE: "吨 噸 公吨 t ton tons tonne tonnes",
}
UNIT_WORDS: Final = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_COUNTED: Final = re.compile(r"\d\s*([^\W\d_]+)\s*[:：]?\s*[$¥￥€]?\d")
_MEASURES: Final = (Unit.METRE, Unit.KILOGRAM, Unit.TONNE)
COMMON: Final = (
    "件 套 双 箱 盒 包 打 卷 张 米 公斤 吨, piece set pair carton box bag dozen roll sheet metre kg tonne"
)
"""Words shown to somebody who wrote another."""


def read_unit(text: str) -> Unit:
    """The unit that a word such as 件 or "pcs" names. Raises Misread."""
    unit = UNIT_WORDS.get(text.casefold().rstrip("."))
    if unit is None:
        raise Misread(Kind.UNKNOWN_WORD, COMMON)
    return unit


def counted_unit(text: str) -> Unit | None:
    """The unit that a line of prices counts by, as in 50套125元 or "50 sets:125"; no measure such as 2 m."""
    named = {UNIT_WORDS.get(match[1].casefold()) for match in _COUNTED.finditer(text)}
    units = {unit for unit in named if unit not in (None, *_MEASURES)}
    return units.pop() if len(units) == 1 else None


def without_unit(text: str, unit: Unit) -> str:
    """The text before a word for this unit, such as the 500 of "500 pcs"; without one the text itself."""
    folded = text.strip().casefold().rstrip(".")
    words = sorted((word for word, meant in UNIT_WORDS.items() if meant is unit), key=len, reverse=True)
    ending = next((word for word in words if folded.endswith(word)), "")
    return folded.removesuffix(ending).strip()
