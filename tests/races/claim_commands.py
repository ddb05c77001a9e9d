"""Every command on a claim that can meet another on its order."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from domain.carriers import Carrier, Waybill
from domain.claim import Claim
from domain.claim_facts import ClaimKind
from domain.dispute import Finding
from domain.lifecycle import Actor
from domain.people import Person
from domain.settlement import Settlement, compensation
from services.arbitrating import Arbitrating, Ruling
from services.claim_deeds import ClaimTarget
from services.claim_time import run_out_claim, warn_of_claim
from services.claiming import Claiming
from services.compensating import Compensating
from services.escalating import Escalating
from services.making_claims import MakingClaims
from services.repaying import Repaying, RepaymentTarget
from services.returning import Returning
from storage.books import StoredBooks
from tests.claims_made import drafted
from tests.disputes import ASKED, NOTHING
from tests.goods_claims import refund
from tests.payments import cny
from tests.races.command import MINUTE, Command, Run
from tests.races.stands import Facts

BACK_BY: Final = Waybill(Carrier.DHL, tracking="9876543210")
_B, _S, _O, _CLOCK = Actor.BUYER, Actor.SELLER, Actor.OPERATOR, Actor.CLOCK


def _claim(facts: Facts) -> ClaimTarget:
    return ClaimTarget(facts.claim.id, facts.claim.proposal.number) if facts.claim else ClaimTarget(0, 1)


def _digest(facts: Facts) -> str:
    return facts.claim.proposal.digest[:8] if facts.claim else "none"


def _other(claim: Claim | None) -> Settlement:
    is_late = claim is None or claim.ground.kind is ClaimKind.LATE
    return compensation(cny(4_000)) if is_late else refund(4_000)


def _owed(facts: Facts) -> RepaymentTarget:
    return RepaymentTarget(_claim(facts).claim_id, facts.claim.repaid if facts.claim else 0)


async def _rule(
    books: StoredBooks, person: Person, facts: Facts, settlement: Settlement | None = None
) -> None:
    """Decides; without a settlement, suggests one."""
    target, arbitrating = _claim(facts), Arbitrating(books, person)
    ruling = Ruling(target.version, settlement or refund(12_000), Finding.SHARED)
    await (arbitrating.decide if settlement else arbitrating.suggest)(target.claim_id, ruling)


def _when_over(facts: Facts) -> datetime:
    return (facts.claim.expires_at if facts.claim else facts.moment) + MINUTE


ON_CLAIMS: Final[dict[str, Command]] = {
    "buyer: claim": Command(_B, lambda b, p, f: Claiming(b, p).send(f.order.id, f.claimable)),
    "buyer: claim goods": Command(
        _B, lambda b, p, f: MakingClaims(b, p).send(drafted(f.order, (), 5_000))
    ),
    "buyer: withdraw claim": Command(_B, lambda b, p, f: Claiming(b, p).withdraw(_claim(f))),
    "seller: refuse claim": Command(_S, lambda b, p, f: Claiming(b, p).refuse(_claim(f), "no")),
    "seller: pay claim": Command(_S, lambda b, p, f: Compensating(b, p).pay(_claim(f))),
    "seller: deduct claim": Command(_S, lambda b, p, f: Compensating(b, p).deduct(_claim(f))),
    "buyer: send back": Command(_B, lambda b, p, f: Returning(b, p).send_back(_claim(f), BACK_BY)),
    "seller: take back": Command(_S, lambda b, p, f: Returning(b, p).take_back(_claim(f))),
    "seller: contest": Command(_S, lambda b, p, f: Returning(b, p).contest(_claim(f), "Bricks")),
    "seller: repay": Command(_S, lambda b, p, f: Repaying(b, p).send(_owed(f))),
    "seller: repay a part": Command(_S, lambda b, p, f: Repaying(b, p).send(_owed(f), 1_000)),
    "seller: set off": Command(_S, lambda b, p, f: Repaying(b, p).set_off(_owed(f), f.set_off)),
    "operator: ask": Command(_O, lambda b, p, f: Arbitrating(b, p).ask(_claim(f).claim_id, ASKED)),
    "operator: suggest": Command(_O, _rule),
    "operator: decide": Command(_O, lambda b, p, f: _rule(b, p, f, refund(10_000))),
    "operator: dismiss": Command(_O, lambda b, p, f: _rule(b, p, f, NOTHING)),
    "clock: claim unanswered": Command(
        _CLOCK, lambda b, _, f: run_out_claim(b, _claim(f).claim_id), _when_over
    ),
    "clock: warn of claim": Command(
        _CLOCK, lambda b, _, f: warn_of_claim(b, _claim(f).claim_id), lambda f: _when_over(f) - 2 * MINUTE
    ),
}  # fmt: skip

_BY_EITHER: Final[Mapping[str, Run]] = {
    "agree claim": lambda b, p, f: Claiming(b, p).agree(_claim(f), _digest(f)),
    "propose claim": lambda b, p, f: Claiming(b, p).propose(_claim(f), _other(f.claim), "rain"),
    "escalate": lambda b, p, f: Escalating(b, p).escalate(_claim(f)),
}
ON_CLAIMS.update(
    {f"{actor}: {name}": Command(actor, run) for name, run in _BY_EITHER.items() for actor in (_B, _S)}
)
