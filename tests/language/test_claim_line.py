"""Claims that buyers make in one line; the table beside this module holds the lines."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.details import Line
from domain.quantity import Unit
from language.claim_line import ClaimSaid, Ordered, read_claim

SHIRTS: Final = (
    Line((("colour", "red"), ("size", "S")), 100),
    Line((("colour", "red"), ("size", "M")), 200),
    Line((("colour", "blue"), ("size", "L")), 200),
)
GOODS: Final = {
    "cup": Ordered(500, Unit.PIECE, "CNY"),
    "shirt": Ordered(500, Unit.PIECE, "CNY", SHIRTS),
}


def rows() -> list[tuple[str, str, str]]:
    """Goods, line and meaning of each row."""
    table = Path(__file__).with_name("claims.tsv").read_text("utf-8").splitlines()
    return [(goods, line, meaning) for goods, line, meaning in (row.split("\t") for row in table)]


def written(said: ClaimSaid) -> str:
    """What was read, in the writing of the table."""
    lines = "; ".join(" ".join([*(value for _, value in line.specs), str(line.count)]) for line in said.lines)
    amount = (
        f"={said.amount.amount.normalize():f} {said.amount.currency or ''}".strip() if said.amount else ""
    )
    share = f"{said.share}%" if said.share else ""
    parts = (said.kind or "", said.reason or "", lines or str(said.count or ""), share, amount)
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("goods", "line", "meaning"), rows())
def test_a_buyer_claims_in_one_line(goods: str, line: str, meaning: str) -> None:
    assert written(read_claim(line, GOODS[goods])) == meaning


@given(st.text(alphabet="20破件退元300refund broken,，半全%$ .redM红", max_size=80))
def test_whatever_is_typed_counts_no_unit_that_was_not_named_and_no_line_that_was_not_ordered(
    line: str,
) -> None:
    said = read_claim(line, GOODS["shirt"])

    assert all(each.specs in {known.specs for known in SHIRTS} and each.count > 0 for each in said.lines)
    assert said.count == (sum(each.count for each in said.lines) or said.count) >= 0
    assert said.amount is None or said.amount.amount > 0
    assert 0 <= said.share <= 100
