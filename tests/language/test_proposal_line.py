"""What people type when they propose how a claim is to be settled."""

import pytest

from domain.people import Side
from language.proposal_line import MOST_CHARACTERS, ProposalSaid, read_proposal
from tests.language.offer_table import rows


def written(said: ProposalSaid | None) -> str:
    """What was read, in the writing of the table."""
    if said is None:
        return "-"
    figure = f"{said.percent}%" if said.percent else f"{said.amount or ''} {said.currency or ''}".strip()
    freight = f"freight={said.freight}" if said.freight else ""
    reason = f"({said.reason})" if said.reason else ""
    return " ".join(filter(None, (said.remedy, figure, freight, reason)))


@pytest.mark.parametrize(("text", "meaning"), rows("proposals.tsv"))
def test_a_seller_proposes_in_one_line(text: str, meaning: str) -> None:
    assert written(read_proposal(text, Side.SELLER)) == meaning


@pytest.mark.parametrize(
    ("text", "freight"),
    [
        ("return, we pay the freight, 500", Side.BUYER),
        ("return at your cost", Side.SELLER),
        ("退货，运费我出", Side.BUYER),
        ("退货，运费你们出", Side.SELLER),
        ("退货，到付", Side.SELLER),
    ],
)
def test_who_pays_depends_on_who_speaks(text: str, freight: Side) -> None:
    said = read_proposal(text, Side.BUYER)

    assert said is not None
    assert said.freight is freight


def test_a_speech_is_no_proposal() -> None:
    assert read_proposal("300 " + "x" * MOST_CHARACTERS, Side.BUYER) is None
