"""How orders are split over specs, in the words of buyers; the table beside this module holds the lines."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.details import Line
from language.split import SplitDoubt, evenly, read_split
from language.split_lexicon import Specs

GOODS: Final[dict[str, Specs]] = {
    "cup": (("colour", ("red", "blue", "grey")),),
    "shirt": (("colour", ("red", "blue", "navy blue", "warm white")), ("size", ("S", "M", "L"))),
    "shoe": (("size", ("38", "39", "40")),),
    "bottle": (("颜色", ("黑色", "白色", "藏青色")), ("capacity", ("350ml", "500ml"))),
    "steel": (("material", ("304 stainless steel", "316 stainless steel")), ("colour", ("black", "steel"))),
}


def rows() -> list[tuple[str, int, str, str]]:
    """Goods, quantity, line and meaning of each row."""
    table = Path(__file__).with_name("splits.tsv").read_text("utf-8").splitlines()
    return [
        (goods, int(count), line, meaning) for goods, count, line, meaning in (r.split("\t") for r in table)
    ]


def written(read: tuple[Line, ...] | SplitDoubt) -> str:
    """What was read, in the writing of the table."""
    if isinstance(read, SplitDoubt):
        return f"? {read.why.value} {read.word}".strip()
    return "; ".join(" ".join([*(value for _, value in line.specs), str(line.count)]) for line in read)


@pytest.mark.parametrize(("goods", "count", "line", "meaning"), rows())
def test_a_buyer_splits_his_order_in_one_line(goods: str, count: int, line: str, meaning: str) -> None:
    assert written(read_split(line, GOODS[goods], count)) == meaning


@given(st.sampled_from(sorted(GOODS)), st.integers(1, 10_000_000))
def test_an_even_split_always_adds_up_and_differs_by_one_at_most(goods: str, count: int) -> None:
    lines = evenly(GOODS[goods], count)

    counts = [line.count for line in lines]
    assert sum(counts) == count
    assert max(counts) - min(counts) <= 1


@given(st.text(alphabet="red blueSML红蓝色各其余0123456789,，; x全部k.", max_size=60))
def test_whatever_is_typed_gives_whole_lines_of_known_specs_or_a_doubt(line: str) -> None:
    read = read_split(line, GOODS["shirt"], 500)

    if not isinstance(read, SplitDoubt):
        known = [set(values) for _, values in GOODS["shirt"]]
        assert all(each.count > 0 for each in read)
        assert all(value in known[place] for each in read for place, (_, value) in enumerate(each.specs))
        assert len({each.specs for each in read}) == len(read)
