"""Which claim it is: its order, goods and counterparty, what is affected, what is on the table."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim import Claim
from domain.lifecycle import Actor
from domain.quantity import Quantity
from services.claim_case import ClaimCase
from services.mail import Card
from services.moves import Subject
from views.claim_words import KINDS, REASONS
from views.lateness import clause
from views.markup import Html, bold, lines
from views.negotiation import counterparty
from views.order_details import split_lines
from views.reader import Reader
from views.settlement import in_short, way_back
from views.titles import title
from views.units import quantity

_PROPOSED: Final[Mapping[Actor, Callable[[Reader, dict[str, object]], Html]]] = {
    Actor.BUYER: lambda reader, named: reader.say("Proposal {version}, by the buyer: {proposal}", **named),
    Actor.SELLER: lambda reader, named: reader.say("Proposal {version}, by the seller: {proposal}", **named),
    Actor.OPERATOR: lambda reader, named: reader.say(
        "Proposal {version}, by the operator: {proposal}", **named
    ),
}
DIGEST_SHOWN: Final = 8


def card_of(claim: Claim) -> Card:
    """What a message that shows the claim is about."""
    return Card(Subject.CLAIM, claim.id, claim.proposal.number)


def claim_lines(reader: Reader, case: ClaimCase) -> Html:
    """Which claim it is: the order, the goods and the other side."""
    kind = KINDS[case.claim.ground.kind](reader, {"number": case.order.number})
    goods = title(reader, case.order.goods)
    return lines(bold(kind), goods, counterparty(reader, case.side, case.supplier))


def affected_lines(reader: Reader, case: ClaimCase) -> Html:
    """How late it is and by which clause, or what is wrong with how many of the goods."""
    ground = case.claim.ground
    if case.claim.is_late:
        late = reader.say_many("{count} day late", "{count} days late", ground.days)
        return lines(late, clause(reader, case.order.terms))
    of = case.order.terms.quantity
    count = reader.say(
        "Affected: {count} of {all}, {reason}",
        count=quantity(reader, Quantity(ground.count, of.unit)),
        all=quantity(reader, of),
        reason=REASONS[ground.reason](reader),
    )
    return lines(count, split_lines(reader, ground.lines) if ground.lines else "")


def figures(reader: Reader, case: ClaimCase) -> Html:
    """What was claimed and, once somebody else spoke, what is on the table with its fingerprint."""
    claim = case.claim
    proposal = claim.proposal
    claimed = reader.say("Claimed: {amount}", amount=reader.money(claim.claimed))
    if proposal.number == 1:
        return lines(bold(claimed), way_back(reader, proposal.settlement))
    named: dict[str, object] = {
        "version": reader.number(proposal.number),
        "proposal": in_short(reader, proposal.settlement),
    }
    proposed = _PROPOSED[proposal.by](reader, named)
    mark = reader.say("Fingerprint: <code>{digest}</code>", digest=proposal.digest[:DIGEST_SHOWN])
    return lines(claimed, bold(proposed), way_back(reader, proposal.settlement), mark)


def approvals(reader: Reader, case: ClaimCase) -> Html:
    """Who agrees so far to what the operator suggested; what a side proposed its author agrees to anyway."""
    claim = case.claim
    if not claim.is_undecided or claim.proposal.by is not Actor.OPERATOR or not claim.approved_by:
        return Html()
    if case.side in claim.approved_by:
        return reader.say("👍 You agree to this. It holds once the other side agrees too.")
    return reader.say("👍 The other side agrees to this. If you agree too, it holds.")
