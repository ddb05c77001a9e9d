"""An application for a qualification: the only place where its status changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.catalogue import Qualification
from domain.company_code import company_code
from domain.refusal import Refusal

MOST_PHOTOS: Final = 10
MAX_NAME_LENGTH: Final = 120
MAX_REASON_LENGTH: Final = 300
KINDS: Final = (Qualification.VERIFIED_FACTORY, Qualification.TRUSTPASS)
"""What can be applied for."""


class ApplicationStatus(StrEnum):
    """Where an application stands; the values are stored."""

    PENDING = "pending"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What is done to an application; the values are stored."""

    APPLY = "apply"
    GRANT = "grant"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


class Reason(StrEnum):
    """Why an application is refused; the values are stored and on buttons."""

    UNREADABLE = "unreadable"
    NAME_DIFFERS = "name"
    NOT_REGISTERED = "registry"
    NO_FACTORY = "factory"
    OTHER = "other"


class ApplicationDecided(Refusal):
    """The application is not pending any more."""


class CompanyNameUnusable(Refusal):
    """A company's name is empty or has more than `most` characters."""


class ReasonUnusable(Refusal):
    """A reason in words is empty or has more than `most` characters."""


class PhotosMissing(Refusal):
    """An application needs 1 to `most` photos."""


class NothingToApplyFor(Refusal):
    """The supplier has this qualification or a better one."""


MOVES: Final[Mapping[tuple[ApplicationStatus, Step], ApplicationStatus]] = {
    (ApplicationStatus.PENDING, Step.GRANT): ApplicationStatus.GRANTED,
    (ApplicationStatus.PENDING, Step.REFUSE): ApplicationStatus.REFUSED,
    (ApplicationStatus.PENDING, Step.WITHDRAW): ApplicationStatus.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Company:
    """The company as it is registered. Raises CompanyNameUnusable or CodeUnusable."""

    name: str
    code: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", company_name(self.name))
        object.__setattr__(self, "code", company_code(self.code))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who ended an application and when; of a refusal why, in words if the reason is OTHER."""

    person_id: int
    at: datetime
    reason: Reason | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """A supplier asks the platform to vouch for it. `id` 0 is not stored yet."""

    id: int
    supplier_id: int
    kind: Qualification
    company: Company
    applicant_id: int
    at: datetime
    status: ApplicationStatus = ApplicationStatus.PENDING
    outcome: Outcome | None = field(default=None)

    def grant(self, person_id: int, at: datetime) -> "Application":
        """The platform vouches for the supplier. Raises ApplicationDecided."""
        return self._ended(Step.GRANT, Outcome(person_id, at))

    def refuse(self, outcome: Outcome) -> "Application":
        """The platform does not, and says why. Raises ApplicationDecided or ReasonUnusable."""
        has_words = 0 < len(outcome.words) <= MAX_REASON_LENGTH
        if outcome.reason is None or has_words != (outcome.reason is Reason.OTHER):
            raise ReasonUnusable(most=MAX_REASON_LENGTH)
        return self._ended(Step.REFUSE, outcome)

    def withdraw(self, person_id: int, at: datetime) -> "Application":
        """The supplier asks no more. Raises ApplicationDecided."""
        return self._ended(Step.WITHDRAW, Outcome(person_id, at))

    def _ended(self, step: Step, outcome: Outcome) -> "Application":
        try:
            status = MOVES[self.status, step]
        except KeyError:
            raise ApplicationDecided() from None
        return replace(self, status=status, outcome=outcome)


def company_name(typed: str) -> str:
    """A company's name without needless spaces. Raises CompanyNameUnusable."""
    name = " ".join(typed.split())
    if not 0 < len(name) <= MAX_NAME_LENGTH:
        raise CompanyNameUnusable(most=MAX_NAME_LENGTH)
    return name
