"""Buttons of applying for a qualification, and of deciding on it."""

from aiogram.filters.callback_data import CallbackData

from domain.application import Reason
from domain.catalogue import Qualification


class ListQualifications(CallbackData, prefix="quals"):
    """Shows whom the person owns, by pages from 0."""

    page: int = 0


class ShowQualification(CallbackData, prefix="qual"):
    """Shows what the platform vouches for of a supplier, and its application."""

    supplier_id: int


class Apply(CallbackData, prefix="apply"):
    """Begins an application."""

    supplier_id: int
    kind: Qualification


class PhotosDone(CallbackData, prefix="applydone"):
    """All photos of the application are here: it is reviewed."""

    supplier_id: int


class SendApplication(CallbackData, prefix="applysend"):
    """Sends the application as reviewed."""

    supplier_id: int


class WithdrawApplication(CallbackData, prefix="applyout"):
    """Takes an application back."""

    application_id: int


class ListApplications(CallbackData, prefix="apps"):
    """Shows an operator the applications that wait, by pages from 0."""

    page: int = 0


class ShowApplication(CallbackData, prefix="app"):
    """Shows an operator an application."""

    application_id: int


class ShowProof(CallbackData, prefix="appphoto"):
    """Shows an operator one photo of an application, counted from 1."""

    application_id: int
    number: int


class Grant(CallbackData, prefix="appgrant"):
    """Grants what is applied for, after asking once more."""

    application_id: int
    is_sure: bool = False


class Refuse(CallbackData, prefix="apprefuse"):
    """Asks for the reason of a refusal."""

    application_id: int


class RefuseFor(CallbackData, prefix="apprefusefor"):
    """Refuses for this reason, after asking once more; OTHER is what was typed."""

    application_id: int
    reason: Reason
    is_sure: bool = False
