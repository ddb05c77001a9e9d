"""A dispute as an operator sees it: one card, and the way to everything that he decides by."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.dispute import EvidenceRequest
from domain.golden import sample_order_id
from domain.people import Side
from services.claim_case import ClaimCase
from services.dispute import Dispute
from services.dispute_books import Record
from views.buttons import back
from views.callback_data.disputes import (
    AskEvidence,
    BeginRuling,
    Leaf,
    ListDisputes,
    ShowLeaf,
)
from views.callback_data.evidence import ShowClaimEvidence
from views.callback_data.golden import ShowGolden
from views.case_file import case_file_button
from views.claim_lines import affected_lines, figures
from views.claim_travels import travels_shown
from views.claim_words import KINDS
from views.dispute_words import WANTED, reason_words
from views.figures import punctual
from views.markup import Html, bold, lines, paragraphs, quote
from views.names import standing_line
from views.people import tail_of
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.titles import supplier_name, title

MOST_ASKED: Final = 6
"""Of more requests the card shows the last ones."""
_SIDES: Final[Mapping[Side, Callable[[Reader], str]]] = {
    Side.BUYER: lambda reader: reader.word("the buyer"),
    Side.SELLER: lambda reader: reader.word("the seller"),
}
_ASKED: Final[Mapping[Side | None, Callable[[Reader, dict[str, object]], Html]]] = {
    Side.BUYER: lambda reader, named: reader.say("The buyer, until {moment}: {wanted}", **named),
    Side.SELLER: lambda reader, named: reader.say("The seller, until {moment}: {wanted}", **named),
    None: lambda reader, named: reader.say("Both sides, until {moment}: {wanted}", **named),
}


def dispute_card(reader: Reader, dispute: Dispute, above: Html | str = "") -> Screen:
    """The dispute as it stands now; `above` is said first."""
    text = paragraphs(
        above,
        _head(reader, dispute),
        _claim(reader, dispute),
        travels_shown(reader, dispute.travels),
        _approvals(reader, dispute),
        _parties(reader, dispute),
        _requests(reader, dispute),
        _decision(reader, dispute),
    )
    buttons = (*grid(_leaves(reader, dispute), 2), *_deeds(reader, dispute))
    return Screen(text, (*buttons, *rows([back(reader, ListDisputes().pack())])))


def case_line(reader: Reader, dispute: Dispute) -> Html:
    """Which claim it is: its kind and order, the goods and the supplier."""
    kind = KINDS[dispute.claim.ground.kind](reader, {"number": dispute.order.number})
    return lines(bold(kind), title(reader, dispute.order.goods), supplier_name(reader, dispute.supplier))


def _head(reader: Reader, dispute: Dispute) -> Html:
    head = reader.say("⚖️ Dispute {number}", number=dispute.claim.id)
    over = "" if dispute.is_open else reader.say("It is over: nothing is left to decide here.")
    return lines(bold(head), over, case_line(reader, dispute), standing_line(reader, dispute.supplier))


def _claim(reader: Reader, dispute: Dispute) -> Html:
    """What is claimed and what is on the table, as the sides see it."""
    case = ClaimCase(dispute.claim, dispute.order, Side.BUYER, dispute.now, dispute.supplier)
    words = reason_words(reader, dispute.claim.proposal)
    return lines(
        affected_lines(reader, case),
        figures(reader, case),
        quote(words) if words else "",
    )


def _approvals(reader: Reader, dispute: Dispute) -> Html:
    """Who agrees to what is on the table."""
    if not dispute.is_open or dispute.claim.is_refused:
        return Html()
    agreed = [_SIDES[side](reader) for side in dispute.claim.approved_by]
    if not agreed:
        return reader.say("Nobody agreed to it yet.")
    return reader.say("So far only {side} agrees to it.", side=agreed[0])


def _parties(reader: Reader, dispute: Dispute) -> Html:
    buyer = reader.say("👤 Buyer …{tail}", tail=tail_of(dispute.claim.buyer_id))
    return lines(
        bold(buyer),
        _record(reader, dispute.buyer),
        bold(reader.say("🏭 Seller")),
        _record(reader, dispute.seller),
        punctual(reader, dispute.supplier),
    )


def _record(reader: Reader, record: Record) -> Html:
    orders = reader.say(
        "Orders: {orders}, cancelled: {cancelled}",
        orders=reader.number(record.orders),
        cancelled=reader.number(record.cancelled),
    )
    claims = reader.say(
        "Claims: {claims}, granted: {yielded}, dropped: {dropped}",
        claims=reader.number(record.claims),
        yielded=reader.number(record.yielded),
        dropped=reader.number(record.dropped),
    )
    disputes = reader.say(
        "Disputes: {disputes}, decided for the buyer: {decided}",
        disputes=reader.number(record.disputes),
        decided=reader.number(record.decided),
    )
    return lines(orders, claims, disputes)


def _requests(reader: Reader, dispute: Dispute) -> Html:
    if not dispute.requests:
        return Html()
    asked = [asked_line(reader, each) for each in dispute.requests[-MOST_ASKED:]]
    return lines(bold(reader.say("❓ Evidence asked for")), *asked)


def asked_line(reader: Reader, request: EvidenceRequest) -> Html:
    """Who is asked for what, until when."""
    named: dict[str, object] = {
        "moment": reader.moment(request.until),
        "wanted": WANTED[request.wanted](reader),
    }
    return _ASKED[request.of](reader, named)


def _decision(reader: Reader, dispute: Dispute) -> Html:
    number = dispute.claim.decided
    decided = next((each for each in dispute.versions if each.number == number), None)
    if decided is None:
        return Html()
    return reader.say(
        "⚖️ Decided {moment} by …{tail}.",
        moment=reader.moment(decided.at),
        tail=tail_of(decided.author_id),
    )


def _leaves(reader: Reader, dispute: Dispute) -> list[Button]:
    number, files = dispute.claim.id, dict(dispute.files)
    names = {
        Leaf.AGREEMENT: reader.word("📄 Agreement"),
        Leaf.MESSAGES: reader.word("🗨 Messages ({count})", count=reader.number(dispute.messages)),
        Leaf.MOVES: reader.word("📜 Record"),
        Leaf.MONEY: reader.word("💰 Money"),
        Leaf.VERSIONS: reader.word("🔢 Versions ({count})", count=reader.number(len(dispute.versions))),
    }
    evidence = reader.word(
        "📎 Evidence: buyer {buyer}, seller {seller}",
        buyer=reader.number(files.get(Side.BUYER, 0)),
        seller=reader.number(files.get(Side.SELLER, 0)),
    )
    papers = [case_file_button(reader, dispute.order.id)]
    if named := dispute.order.terms.sample:
        press = ShowGolden(order_id=sample_order_id(named))
        papers.append(Button(reader.word("🏅 Golden sample"), press.pack()))
    return [
        Button(evidence, ShowClaimEvidence(claim_id=number).pack()),
        *(Button(name, ShowLeaf(claim_id=number, leaf=leaf).pack()) for leaf, name in names.items()),
        *papers,
    ]


def _deeds(reader: Reader, dispute: Dispute) -> Rows:
    if not dispute.is_open:
        return ()
    number = dispute.claim.id
    ask = Button(reader.word("❓ Ask for evidence"), AskEvidence(claim_id=number).pack())
    suggest = BeginRuling(claim_id=number, is_final=False)
    decide = BeginRuling(claim_id=number, is_final=True)
    return rows(
        [ask],
        [
            Button(reader.word("💡 Suggest"), suggest.pack(), Style.PRIMARY),
            Button(reader.word("⚖️ Decide"), decide.pack(), Style.DANGER),
        ],
    )
