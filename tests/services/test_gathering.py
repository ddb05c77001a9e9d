"""Evidence is kept file by file until Done; what comes later is added, and nothing is kept twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.people import Side
from services import gathering
from services.evidence import Bundle, BundleFull, EvidenceTooLarge, NoEvidence, Purpose, TooMuchEvidence
from services.gathering import Gathered, Gathering
from services.looking_at_evidence import LookingAtEvidence
from services.refusals import NotFound
from services.said import File, Kind, Said
from tests.builders import BUYER, SELLER, STRANGER, Trade


def photo(name: str = "AQAD", size: int = 70_000) -> Said:
    return Said("", Kind.PHOTO, File(f"id of {name}", name, size=size), telegram_id=5)


def document(mime: str, size: int = 9) -> Said:
    return Said("", Kind.DOCUMENT, File("doc", "DOC", mime, "report", size))


async def begins(trade: Trade, purpose: Purpose = Purpose.CLAIM) -> Bundle:
    order = await trade.bound()
    return await trade.does(BUYER, lambda b, p: Gathering(b, p).begin(purpose, order.id))


async def keeps(
    trade: Trade, bundle: Bundle, said: Said, person: int = BUYER, later: timedelta = timedelta()
) -> Gathered:
    return await trade.does(person, lambda b, p: Gathering(b, p).keep(bundle.id, said), later=later)


async def test_the_same_photo_counts_once_and_nobody_else_adds_to_it(trade: Trade) -> None:
    bundle = await begins(trade)

    found = [await keeps(trade, bundle, photo(name)) for name in ("one", "two", "one")]

    assert [(each.count, each.is_new) for each in found] == [(1, True), (2, True), (2, False)]
    with pytest.raises(NotFound):
        await keeps(trade, bundle, photo("three"), SELLER)
    with pytest.raises(NotFound):
        await trade.does(STRANGER, lambda b, p: Gathering(b, p).begin(Purpose.CLAIM, bundle.order_id))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (photo(size=20 * 1024 * 1024 + 1), EvidenceTooLarge),
        (document("image/svg+xml"), NoEvidence),
        (replace(photo(), kind=Kind.VIDEO), NoEvidence),
    ],
)
async def test_what_is_no_evidence_is_not_kept(trade: Trade, said: Said, kind: type[Exception]) -> None:
    bundle = await begins(trade)

    refused = await keeps(trade, bundle, said)
    taken = await keeps(trade, bundle, document("application/pdf", 20 * 1024 * 1024))

    assert isinstance(refused.problem, kind)
    assert (refused.is_new, refused.count, taken.problem, taken.count) == (False, 0, None, 1)


async def test_a_bundle_and_a_day_hold_only_so_much(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_IN_A_BUNDLE", 2)
    monkeypatch.setattr(gathering, "MOST_A_DAY", 3)
    first = await begins(trade)
    second = await trade.does(BUYER, lambda b, p: Gathering(b, p).begin(Purpose.CHANGES, first.order_id))

    found = [await keeps(trade, first, photo(str(n))) for n in range(3)]
    found += [await keeps(trade, second, photo(str(n))) for n in range(2)]

    problems = [type(each.problem) for each in found]
    assert problems == [type(None), type(None), BundleFull, type(None), TooMuchEvidence]


async def test_photos_after_done_are_addenda_that_the_other_side_hears_of(trade: Trade) -> None:
    bundle = await begins(trade, Purpose.GOLDEN)
    await keeps(trade, bundle, photo("one"))
    await trade.does(BUYER, lambda b, p: Gathering(b, p).done(bundle.id))
    before = len(await trade.told())

    late = [
        await keeps(trade, bundle, photo(str(wait)), later=wait)
        for wait in (timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1))
    ]

    addenda = [each.bundle.id for each in late]
    assert addenda[0] == addenda[1] != addenda[2]
    assert [(each.is_late, each.count) for each in late] == [(True, 1), (True, 2), (True, 1)]
    assert {each.bundle.purpose for each in late} == {Purpose.ADDENDUM}
    told = (await trade.told())[before:]
    assert {news for _, news in told} == {"evidence_added"}
    assert len(told) == 2 * len({person for person, _ in told} - {BUYER})


async def test_evidence_of_a_claim_is_the_buyers_own_until_the_claim_is_made(trade: Trade) -> None:
    bundle = await begins(trade)
    await keeps(trade, bundle, photo("one"))
    await trade.does(BUYER, lambda b, p: Gathering(b, p).done(bundle.id))
    after = await keeps(trade, bundle, photo("two"))

    own = await trade.does(BUYER, lambda b, p: LookingAtEvidence(b, p).bundle(bundle.id))
    others = await trade.does(SELLER, lambda b, p: LookingAtEvidence(b, p).bundle(bundle.id))

    assert not after.is_late
    assert (len(own.exhibits), own.side, len(others.exhibits)) == (2, Side.BUYER, 0)
    with pytest.raises(NotFound):
        await trade.does(STRANGER, lambda b, p: LookingAtEvidence(b, p).bundle(bundle.id))
