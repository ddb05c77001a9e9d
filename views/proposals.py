"""All proposals of a claim in pages: who proposed what when, and whether each is as it was sent."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import Actor
from domain.proposal import Proposal
from services.claim_history import ProposalHistory
from views.buttons import back
from views.callback_data.claim import ShowClaim, ShowProposals
from views.claim_lines import DIGEST_SHOWN, card_of, claim_lines
from views.dispute_words import reason_words
from views.fitting import shortened
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.paging import page_buttons, page_line, parted
from views.reader import Reader
from views.screen import Screen, rows
from views.settlement import in_short, way_back

MOST_ON_A_PAGE: Final = 6
UNITS_ON_A_PAGE: Final = 3_000
_QUOTED: Final = 300

_BY: Final[Mapping[Actor, Callable[[Reader, dict[str, object]], Html]]] = {
    Actor.BUYER: lambda reader, named: reader.say(
        "<b>Proposal {version}</b>, by the buyer, {moment} · <code>{digest}</code>", **named
    ),
    Actor.SELLER: lambda reader, named: reader.say(
        "<b>Proposal {version}</b>, by the seller, {moment} · <code>{digest}</code>", **named
    ),
    Actor.OPERATOR: lambda reader, named: reader.say(
        "<b>Proposal {version}</b>, by the operator, {moment} · <code>{digest}</code>", **named
    ),
}


def proposals(reader: Reader, history: ProposalHistory, page: int) -> Screen:
    """A page; the last one for a page that does not exist."""
    claim = history.case.claim
    entries = [_entry(reader, each) for each in history.proposals]
    pages = parted(entries, MOST_ON_A_PAGE, UNITS_ON_A_PAGE)
    shown = page if 0 <= page < len(pages) else len(pages) - 1
    text = paragraphs(
        claim_lines(reader, history.case),
        *(entries[index] for index in pages[shown]),
        italic(_soundness(reader, history)),
        page_line(reader, shown + 1, len(pages)),
    )
    turns = page_buttons(shown, len(pages), lambda to: ShowProposals(claim_id=claim.id, page=to).pack())
    leave = back(reader, ShowClaim(claim_id=claim.id).pack())
    return Screen(text, rows(turns, [leave]), card=card_of(claim))


def _entry(reader: Reader, proposal: Proposal) -> Html:
    words = reason_words(reader, proposal)
    named: dict[str, object] = {
        "version": reader.number(proposal.number),
        "moment": reader.moment(proposal.at),
        "digest": proposal.digest[:DIGEST_SHOWN],
    }
    return lines(
        _BY[proposal.by](reader, named),
        bold(in_short(reader, proposal.settlement)),
        way_back(reader, proposal.settlement),
        quote(shortened(words, _QUOTED)) if words else "",
    )


def _soundness(reader: Reader, history: ProposalHistory) -> Html:
    """Whether the proposals hold together, as checked just now."""
    if history.altered:
        return reader.say(
            "⚠️ Not as it was sent: proposal {versions}. Do not rely on it; make a new one.",
            versions=", ".join(map(str, history.altered)),
        )
    if not history.is_whole:
        return reader.say("⚠️ A proposal is missing here. Please propose anew what is to hold.")
    return reader.say("🔏 Checked just now: every proposal is exactly as it was sent.")
