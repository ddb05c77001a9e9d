"""Refusals that concern rights and existence rather than the trade's rules."""

from domain.refusal import Refusal


class NotFound(Refusal):
    """`what` does not exist, or is none of the person's business: the answer is the same."""


class InvitationUnusable(Refusal):
    """An invitation is unknown, used by somebody else, or has run out."""


class DraftGone(Refusal):
    """There is no draft to send: it was sent already, or given up."""


class OwnersOnly(Refusal):
    """Only an owner of the supplier may do that."""
