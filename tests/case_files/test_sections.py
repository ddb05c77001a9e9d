"""What the paper and the record say of a dispute in full: of each subject a line in both languages."""

import json
from dataclasses import replace
from pathlib import Path

from domain.carriers import Carrier, Waybill
from domain.claim_facts import ClaimKind, ClaimReason
from domain.dispute import EvidenceRequest, Finding, Wanted
from domain.golden import GoldenSample
from domain.lifecycle import CLAIM, NEGOTIATION, NEGOTIATION_BEGINS, ORDER, Actor, ClaimStatus, Deed
from domain.people import Side
from domain.proposal import Arbiter, Proposal
from domain.return_parcel import Contest, ReturnParcel
from domain.settlement import Remedy
from services.case_file import CaseFile, ClaimHistory
from services.case_file_record import case_record
from services.evidence import Purpose
from services.money_history import Event
from tests.builders import BUYER, CUP, NOON, SELLER, SUPPLIER, Trade
from tests.case_files.cases import Registry, claimed
from tests.goods_claims import goods_back
from views import case_file_words as words
from views.case_file_paper import case_paper
from views.money_words import EVENTS

OPERATOR = 70
MOVED = {deed for table in (NEGOTIATION, ORDER, CLAIM) for _, deed, _ in table} | {
    *NEGOTIATION_BEGINS,
    Deed.CLAIM,
}
"""What is done to negotiations, orders and claims."""


async def in_full(trade: Trade, folder: Path) -> CaseFile:
    """A dispute in which everything happened that can."""
    order, _ = await claimed(trade)
    facts = await Registry.of(trade, folder).facts(BUYER, order)
    [history] = facts.claims
    ruling = Proposal.of(3, Arbiter(OPERATOR, NOON, Finding.SHOWN), goods_back(5_000, "Dock 4, Ningbo"))
    parcel = ReturnParcel(1, Side.BUYER, Waybill(Carrier.DHL, tracking="JD0146"), BUYER, NOON)
    whole = ClaimHistory(
        history.claim,
        [*history.versions, ruling],
        [parcel],
        [Contest(1, Side.SELLER, "Ten are missing", SELLER, NOON)],
        [EvidenceRequest(1, 1, OPERATOR, Side.BUYER, Wanted.SIZE, NOON, NOON)],
    )
    golden = GoldenSample(9, CUP, SUPPLIER, BUYER, 0, (), "Glaze as pale as jade", NOON, "f" * 64)
    return replace(facts, claims=[whole], golden=golden)


async def test_paper_and_record_tell_the_whole_dispute(trade: Trade, tmp_path: Path) -> None:
    facts = await in_full(trade, tmp_path)

    paper = json.dumps(case_paper(facts, []), ensure_ascii=False)
    record = case_record(facts, [])

    english = [
        "the seller pays the freight back",
        "Dock 4, Ningbo",
        "DHL JD0146",
        "The photos show the defect.",
    ]
    chinese = [
        "退货运费由卖家承担",
        "卖家异议",
        "照片能证明问题属实。",
        "要求买家补充",
        "Glaze as pale as jade",
    ]
    assert [each for each in (*english, *chinese) if each not in paper] == []
    assert record["claims"][0]["parcels"][0]["tracking"] == "JD0146"
    assert record["claims"][0]["requests"][0]["wanted"] == "size"
    assert (record["golden_sample"]["order"], record["golden_sample"]["digest"][:4]) == ("YJ-000009", "ffff")
    assert not [secret for secret in (f"{OPERATOR}", f"{BUYER}") if f'"{secret}' in json.dumps(record)]


def test_everything_that_can_happen_has_a_name() -> None:
    named = (
        (words.DEEDS, MOVED),
        (words.CLAIMS, ClaimStatus),
        (words.ACTORS, Actor),
        (words.KINDS, ClaimKind),
        (words.REASONS, ClaimReason),
        (words.REMEDIES, Remedy),
        (EVENTS, Event),
        (words.PURPOSES, Purpose),
    )

    assert [kind for table, kind in named if set(kind) - set(table)] == []
