"""Claims, disputes, evidence and samples at every step of their life, for an attacker to try."""

from typing import Any, Final

from domain.claim import Claim
from domain.claim_facts import ClaimKind
from domain.dispute import Wanted
from domain.money import Money
from domain.order import Order
from domain.people import Side
from domain.sample_request import Sampled
from domain.wanted_changes import Wish
from services.adding_evidence import AddingEvidence
from services.arbitrating import Arbitrating, Asked
from services.claiming import Claiming
from services.escalating import Escalating
from services.evidence import Purpose
from services.gathering import Gathering
from services.making_claims import MakingClaims
from services.negotiating import goods_of
from services.repaying import Repaying, RepaymentTarget
from services.returning import Returning
from services.sampling import SampleTarget, Sampling
from services.sampling import Wanted as Sample
from services.wanting_changes import WantingChanges
from storage.tables.disputes import evidence_requests
from storage.tables.evidence import evidence_bundles, exhibits
from storage.tables.golden import golden_samples, wanted_changes
from storage.tables.returns import return_contests, return_parcels
from storage.tables.samples import sample_quotes
from tests.claims_made import drafted
from tests.faults.orders_of_all_kinds import bound
from tests.golden_samples import Parties, approves, photo, received
from tests.goods_claims import target_of
from tests.orders_under_way import DHL, UnderWay

ANN, LI, OLGA, MUG = 9001, 9002, 9003, 2
WAREHOUSE: Final = "9 Oven Lane, Ningbo"
SECRETS: Final = ("Oven Lane", "hairline", "too thin", "glaze like milk")
"""What only the parties, and operators in a dispute, may read."""
TABLES: Final = (
    evidence_bundles, evidence_requests, exhibits, golden_samples, return_contests,
    return_parcels, sample_quotes, wanted_changes,
)  # fmt: skip


async def claims_of_all_kinds(way: UnderWay) -> None:
    """Ann is in dispute with 李, waits for money, sent goods back, asks for more; has and wants samples."""
    await _disputed(way)
    await _owed(way)
    await _on_the_way_back(way)
    await _argued(way)
    await _sampled(way)


async def _disputed(way: UnderWay) -> None:
    trade, claim = way.trade, await _claims(way, "hairline cracks")
    no = await trade.does(LI, lambda b, p: Claiming(b, p).refuse(target_of(claim), "they are hairline art"))
    await trade.does(ANN, lambda b, p: Escalating(b, p).escalate(target_of(no)))
    asked = Asked(Wanted.COUNT, 3, Side.SELLER)
    await trade.does(OLGA, lambda b, p: Arbitrating(b, p).ask(claim.id, asked))
    bundle = await trade.does(LI, lambda b, p: AddingEvidence(b, p).begin(claim.id))
    await trade.does(LI, lambda b, p: Gathering(b, p).keep(bundle.id, photo("his")))


async def _owed(way: UnderWay) -> None:
    claim = await _agreed(way, await _claims(way, "hairline cracks"))
    target = RepaymentTarget(claim.id, 0)
    await way.trade.does(LI, lambda b, p: Repaying(b, p).send(target, 100))


async def _on_the_way_back(way: UnderWay) -> None:
    claim = await _agreed(way, await _claims(way, "hairline cracks", kind=ClaimKind.RETURN))
    await way.trade.does(ANN, lambda b, p: Returning(b, p).send_back(target_of(claim), DHL))


async def _argued(way: UnderWay) -> None:
    await _claims(way, "hairline cracks", kind=ClaimKind.RETURN)


async def _sampled(way: UnderWay) -> None:
    """A golden sample, changes wanted of another sample, and a quote."""
    trade = way.trade
    product = await trade.does(ANN, lambda b, _: b.catalogue.product(MUG))
    assert product is not None
    parties = Parties(ANN, LI, product.supplier.id, goods_of(product))
    await approves(trade, await received(trade, parties=parties), standard="glaze like milk", person_id=ANN)
    thin = await received(trade, parties=parties)
    wish = [Wish("the handle is too thin")]
    await trade.does(ANN, lambda b, p: WantingChanges(b, p).send(thin.id, wish))
    asked = await trade.does(ANN, lambda b, p: Sampling(b, p).request(Sample(MUG, 1)))
    quote = Sampled(Money(6_000, "CNY"), Money(4_000, "CNY"), 5, is_refundable=True)
    await trade.does(LI, lambda b, p: Sampling(b, p).quote(SampleTarget(asked.id, 0), quote))


async def _claims(way: UnderWay, words: str, **more: Any) -> Claim:
    """On 500 mugs that arrived, with a photo."""
    order, trade = await _arrived(way), way.trade
    bundle = await trade.does(ANN, lambda b, p: Gathering(b, p).begin(Purpose.CLAIM, order.id))
    await trade.does(ANN, lambda b, p: Gathering(b, p).keep(bundle.id, photo(f"hers {order.id}")))
    await trade.does(ANN, lambda b, p: Gathering(b, p).done(bundle.id))
    draft = drafted(order, (), 5_000, words=words, bundle_id=bundle.id, photos=1, **more)
    return await trade.does(ANN, lambda b, p: MakingClaims(b, p).send(draft))


async def _arrived(way: UnderWay) -> Order:
    order = await way.does(LI, await way.pays(await bound(way)), "start")
    arrived: Order = await way.does(ANN, await way.ships(LI, order, order.left), "receive")
    return arrived


async def _agreed(way: UnderWay, claim: Claim) -> Claim:
    address = WAREHOUSE if claim.ground.kind is ClaimKind.RETURN else ""
    digest = claim.proposal.digest[:8]
    return await way.trade.does(LI, lambda b, p: Claiming(b, p).agree(target_of(claim), digest, address))
