"""A case file says what happened, to each side what it may see; nobody can pass off another as genuine."""

import hashlib
from pathlib import Path

import pytest

from domain.details import from_record as details_from
from domain.money import Money
from domain.terms import from_record as terms_from
from domain.terms import to_record as terms_record
from services.refusals import NotFound
from services.verdicts import verdict_on
from storage.files import name_of
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, Trade, draft
from tests.case_files.cases import Registry, claimed


@pytest.fixture
def registry(trade: Trade, tmp_path: Path) -> Registry:
    """The market with a file store."""
    return Registry.of(trade, tmp_path)


async def test_the_same_facts_are_the_same_file_which_anybody_can_check(registry: Registry) -> None:
    order, _ = await claimed(registry.trade)
    await registry.shows(BUYER, order, ["one", "two"])

    first, again = await registry.gets(SELLER, order), await registry.gets(COLLEAGUE, order)
    hers = await registry.gets(BUYER, order)

    digest = hashlib.sha256(first.content).hexdigest()
    party, stranger = [
        await registry.trade.does(who, lambda b, p: verdict_on(b, p, digest[:16]))
        for who in (BUYER, STRANGER)
    ]
    hashes = {name: hashlib.sha256(first.archive.read(name)).hexdigest() for name in first.manifest["sha256"]}
    assert first.content == again.content != hers.content
    assert hashes == first.manifest["sha256"]
    assert sorted([*hashes, "manifest.json"]) == sorted(first.names)
    assert party.case_file is not None
    assert (party.case_file.sha256, bool(party.seen), stranger.seen) == (digest, True, None)


async def test_a_case_file_with_one_byte_changed_is_not_genuine(registry: Registry) -> None:
    order, _ = await claimed(registry.trade)
    content = (await registry.gets(SELLER, order)).content
    middle = len(content) // 2
    changed = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]

    genuine, forged = [
        await registry.trade.does(BUYER, lambda b, p, d=digest: verdict_on(b, p, d, is_file=True))
        for digest in (hashlib.sha256(each).hexdigest() for each in (content, changed))
    ]

    assert genuine.case_file is not None
    assert (forged.case_file, forged.agreement, forged.seen) == (None, None, None)


async def test_the_record_gives_back_every_fact(registry: Registry) -> None:
    order, claim = await claimed(registry.trade)
    facts = await registry.facts(BUYER, order)

    record = (await registry.gets(BUYER, order)).record

    assert terms_from(record["offers"][0]["terms"]) == terms_from(terms_record(order.terms))
    assert details_from(record["order"]["details"]) == order.details
    assert [Money(**each["amount"]).minor for each in record["claims"][0]["versions"]] == [
        claim.claimed.minor,
        9_000,
    ]
    assert [each["words"] for each in record["messages"]] == [each.message.body for each in facts.talk]
    assert [each["to"] for each in record["timeline"]] == [move.to_status for move in facts.moves]


async def test_the_paper_tells_it_in_both_languages(registry: Registry) -> None:
    order, _ = await claimed(registry.trade)
    await registry.shows(BUYER, order, ["one"])
    await registry.sends(order, "a photo")

    opened = await registry.gets(SELLER, order)

    english = [
        "Case File",
        order.number,
        "Seller: proposes a settlement → Waiting for the buyer",
        "500 pieces",
    ]
    chinese = ["证据包", "卖家：提出方案 → 等待买家回复", "500 件", "延期赔付", "窑坏了，下周一定发"]
    people = [
        "Where are my cups?",
        "Rain stopped the kiln",
        "CN¥90.00",
        '#panic("no") <b>&',
        "../../etc/passwd",
    ]
    talked = next(each["sha256"] for each in opened.record["messages"] if each["kind"] == "photo")
    hashes = [talked[:16], *(each["sha256"] for each in opened.record["photos"])]
    assert [each for each in (*english, *chinese, *people, *hashes) if each not in opened.paper] == []


async def test_a_side_gets_previews_and_nothing_of_what_is_the_others(registry: Registry) -> None:
    order, _ = await claimed(registry.trade)
    await registry.shows(BUYER, order, ["one"])
    before = await registry.gets(SELLER, order)

    await registry.shows(BUYER, order, ["not done yet"], done=False)
    await registry.trade.inquires(OTHER_BUYER, draft("9.99"))
    after = await registry.gets(SELLER, order)

    assert after.content == before.content
    assert (await registry.gets(BUYER, order)).content != before.content
    photo = before.record["photos"][0]
    assert [name for name in before.names if "/" in name] == [photo["file"]]
    assert photo["file"].startswith("photos/001-")
    assert not any(f"{number}" in str(before.record) for number in ("original of", "9.99", "telegram"))


async def test_only_the_sides_and_an_operator_of_a_claim_have_it_made(registry: Registry) -> None:
    bound = await registry.trade.bound()
    order, _ = await claimed(registry.trade)
    await registry.shows(BUYER, order, ["one"])

    for person, wanted, is_operator in (
        (RIVAL, order, False),
        (STRANGER, bound, True),
        (STRANGER, order, False),
    ):
        with pytest.raises(NotFound):
            await registry.facts(person, wanted, is_operator=is_operator)
    opened = await registry.gets(OTHER_BUYER, order, is_operator=True)
    originals = [name for name in opened.names if name.startswith("originals/")]

    assert opened.record["for"] == "operator"
    assert [opened.archive.read(name) for name in originals] == [b"original of one"]


async def test_a_file_that_is_damaged_is_left_out_and_named(registry: Registry) -> None:
    order, _ = await claimed(registry.trade)
    await registry.shows(BUYER, order, ["one", "two"])
    whole = await registry.gets(SELLER, order)
    lost, kept = [each["file"] for each in whole.record["photos"]]
    [(_, exhibit), _] = (await registry.facts(SELLER, order)).exhibits

    await registry.store.shelf.write(name_of(exhibit.preview), b"altered")
    opened = await registry.gets(SELLER, order)

    assert opened.manifest["missing"] == [lost]
    assert kept in opened.names
    assert lost not in opened.names
