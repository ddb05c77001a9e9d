"""Buttons about a supplier's people."""

from aiogram.filters.callback_data import CallbackData

from domain.policy import Role


class ListTeams(CallbackData, prefix="teams"):
    """Shows whom the person sells for, by pages from 0."""

    page: int = 0


class ShowTeam(CallbackData, prefix="team"):
    """Shows a supplier's people, by pages from 0."""

    supplier_id: int
    page: int = 0


class InviteSeller(CallbackData, prefix="invite"):
    """Makes a link that makes one person an owner or a seller."""

    supplier_id: int
    role: Role


class ShowMember(CallbackData, prefix="member"):
    """Shows one of a supplier's people."""

    supplier_id: int
    person_id: int


class SetRole(CallbackData, prefix="role"):
    """Makes one of a supplier's people an owner or a seller."""

    supplier_id: int
    person_id: int
    role: Role


class RemoveMember(CallbackData, prefix="remove"):
    """Takes one from a supplier's people, after asking once more."""

    supplier_id: int
    person_id: int
    is_sure: bool = False
