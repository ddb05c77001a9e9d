"""Evidence, before it is sent and after: who adds to it, looks at it, and gets it as it came (I31)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from domain.people import Person
from domain.refusal import Refusal
from services.adding_evidence import AddingEvidence
from services.case_file import case_file_of
from services.evidence import Purpose
from services.gathering import Gathering
from services.looking_at_evidence import LookingAtEvidence, Pile
from storage.books import StoredBooks
from storage.database import Database
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, Trade
from tests.claims_made import LINES, arrived, drafted, makes
from tests.disputes import OPERATOR, SECOND_OPERATOR, Court
from tests.golden_samples import photo

PARTY_OPERATOR: Final = OPERATOR
"""He sells for the supplier."""
PEOPLE: Final = (
    BUYER, SELLER, COLLEAGUE, PARTY_OPERATOR, SECOND_OPERATOR, OTHER_BUYER, RIVAL, STRANGER,
)  # fmt: skip
SELLERS: Final = {SELLER, COLLEAGUE, PARTY_OPERATOR}
ALL: Final = {BUYER, SECOND_OPERATOR, *SELLERS}


@dataclass(frozen=True, slots=True)
class Case:
    """The buyer's bundle with its file, on an order, and the claim it belongs to, 0 while there is none."""

    bundle_id: int
    exhibit_id: int
    order_id: int
    claim_id: int = 0


async def look(books: StoredBooks, person: Person, case: Case) -> Any:
    """The file on its own."""
    pile, _ = await LookingAtEvidence(books, person).exhibit(case.exhibit_id)
    return pile


async def listed(books: StoredBooks, person: Person, case: Case) -> Any:
    """The files of the bundle, and of its claim."""
    looking = LookingAtEvidence(books, person)
    found = [await looking.bundle(case.bundle_id)]
    found += [await looking.claim(case.claim_id)] if case.claim_id else []
    return all(pile.exhibits for pile in found)


async def original(books: StoredBooks, person: Person, case: Case) -> bool:
    """The file as it came."""
    pile: Pile = await look(books, person, case)
    return pile.shows_originals


async def filed(books: StoredBooks, person: Person, case: Case) -> Any:
    """The case file with it."""
    return (await case_file_of(books, person, case.order_id)).exhibits


Do = Callable[[StoredBooks, Person, Case], Awaitable[Any]]
DEEDS: Final[dict[str, Do]] = {
    "look": look,
    "list": listed,
    "get it as it came": original,
    "have it filed": filed,
    "add a file": lambda b, p, case: Gathering(b, p).keep(case.bundle_id, photo("planted")),
    "press Done": lambda b, p, case: Gathering(b, p).done(case.bundle_id),
    "add to the claim": lambda b, p, case: AddingEvidence(b, p).begin(case.claim_id),
    "say that all is added": lambda b, p, case: AddingEvidence(b, p).done(case.bundle_id),
    "begin on the order": lambda b, p, case: Gathering(b, p).begin(Purpose.CLAIM, case.order_id),
}
OPEN: Final[dict[str, set[int]]] = {
    **{verb: {BUYER} for verb in DEEDS},
    "get it as it came": set(),
    "add to the claim": set(),
    "say that all is added": set(),
    "begin on the order": {BUYER, *SELLERS},
}
"""While the buyer gathers."""
SENT: Final[dict[str, set[int]]] = {
    **OPEN,
    "look": ALL,
    "list": ALL,
    "have it filed": ALL,
    "get it as it came": {SECOND_OPERATOR},
    "add to the claim": {BUYER, *SELLERS},
    "say that all is added": {BUYER},
}
"""Once the claim is made."""


class Undone(Exception):
    """What was done is not kept."""


async def who(trade: Trade, do: Do, case: Case) -> set[int]:
    """Who can do it; nothing of it is kept."""
    found = set[int]()

    async def work(books: StoredBooks, person: Person) -> None:
        found.update({person.id} if await do(books, person, case) else ())
        raise Undone

    for person_id in PEOPLE:
        try:
            await trade.does(person_id, work)
        except (Undone, Refusal):
            continue
    return found


async def test_evidence_is_its_senders_until_it_is_sent_and_as_it_came_only_an_operators(
    database: Database, trade: Trade
) -> None:
    trade = (await Court.of(database)).trade
    await trade.run_sql(
        "INSERT INTO memberships (person_id, supplier_id, role, since) VALUES (:who, 1, 'owner', 0)",
        who=PARTY_OPERATOR,
    )
    order = await arrived(trade)
    bundle = await trade.does(BUYER, lambda b, p: Gathering(b, p).begin(Purpose.CLAIM, order.id))
    await trade.does(BUYER, lambda b, p: Gathering(b, p).keep(bundle.id, photo("cracked")))
    [exhibit] = await trade.does(BUYER, lambda b, _: b.evidence.of(bundle.id))
    case = Case(bundle.id, exhibit.id, order.id)
    gathering = {verb: await who(trade, do, case) for verb, do in DEEDS.items()}
    await trade.does(BUYER, lambda b, p: Gathering(b, p).done(bundle.id))

    claim = await makes(trade, drafted(order, LINES, 100, bundle_id=bundle.id, photos=1))

    made = replace(case, claim_id=claim.id)
    sent = {verb: await who(trade, do, made) for verb, do in DEEDS.items()}
    nowhere = {verb: await who(trade, do, Case(4242, 4242, 4242, 4242)) for verb, do in DEEDS.items()}
    assert gathering == OPEN
    assert sent == SENT
    assert not any(nowhere.values())
