"""Buttons of evidence: while it is gathered, and when it is looked at."""

from aiogram.filters.callback_data import CallbackData

from services.evidence import Purpose


class DoneGathering(CallbackData, prefix="evdone"):
    """All files of the bundle are there; what its purpose is decides what comes next."""

    bundle_id: int
    purpose: Purpose


class CancelGathering(CallbackData, prefix="evcancel"):
    """No more files are wanted."""

    bundle_id: int
    purpose: Purpose


class ShowEvidence(CallbackData, prefix="evidence"):
    """Shows the files of a bundle, by pages counted from 0."""

    bundle_id: int
    page: int = 0


class ShowClaimEvidence(CallbackData, prefix="evclaim"):
    """Shows the files of all bundles of a claim, by pages counted from 0."""

    claim_id: int
    page: int = 0


class ShowExhibit(CallbackData, prefix="exhibit"):
    """Sends one file."""

    exhibit_id: int
