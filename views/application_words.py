"""What is said of applications: what was asked for, where it stands, and why it was refused."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.application import Application, ApplicationStatus, Outcome, Reason
from services.deciding import Dossier
from views.callback_data.qualification import ShowApplication
from views.markup import Html, bold, lines, paragraphs, quote
from views.names import qualification
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.titles import supplier_name

REASONS: Final[Mapping[Reason, Callable[[Reader], str]]] = {
    Reason.UNREADABLE: lambda reader: reader.word("Photos cannot be read"),
    Reason.NAME_DIFFERS: lambda reader: reader.word("Name differs from the licence"),
    Reason.NOT_REGISTERED: lambda reader: reader.word("Code is not in the registry"),
    Reason.NO_FACTORY: lambda reader: reader.word("Photos show no factory"),
}
"""What an operator can press; any other reason he writes himself."""

_STATUSES: Final[Mapping[ApplicationStatus, Callable[[Reader], Html]]] = {
    ApplicationStatus.PENDING: lambda reader: reader.say("⏳ Waiting for the platform's decision"),
    ApplicationStatus.GRANTED: lambda reader: reader.say("✅ Granted"),
    ApplicationStatus.REFUSED: lambda reader: reader.say("❌ Refused"),
    ApplicationStatus.WITHDRAWN: lambda reader: reader.say("↩️ Withdrawn"),
}


def status_of(reader: Reader, application: Application) -> Html:
    """Where it stands, since when, and why it was refused."""
    outcome = application.outcome
    since = outcome.at if outcome else application.at
    told = reader.say(
        "{status} · {moment}", status=_STATUSES[application.status](reader), moment=reader.moment(since)
    )
    return lines(told, _reason(reader, outcome) if outcome else "")


def facts_of(reader: Reader, application: Application) -> Html:
    """What is applied for, and the company as it says it is registered."""
    return lines(
        reader.say("Applied for: {kind}", kind=qualification(reader, application.kind)),
        reader.say("Company: {name}", name=application.company.name),
        reader.say("Credit code: <code>{code}</code>", code=application.company.code),
    )


def received_application(reader: Reader, dossier: Dossier) -> Screen:
    """What operators hear of an application that waits."""
    application = dossier.application
    text = paragraphs(
        reader.say(
            "🏅 Application {number} of {supplier} waits for a decision.",
            number=application.id,
            supplier=bold(supplier_name(reader, dossier.supplier)),
        ),
        facts_of(reader, application),
    )
    show = ShowApplication(application_id=application.id)
    return Screen(text, rows([Button(reader.word("🏅 Application"), show.pack())]))


def reason_of(reader: Reader, reason: Reason, words: str) -> Html:
    """Why: one of the usual reasons, or the operator's own words."""
    said = REASONS.get(reason)
    return reader.say("Reason: {reason}", reason=said(reader)) if said else quote(words)


def _reason(reader: Reader, outcome: Outcome) -> Html | str:
    return reason_of(reader, outcome.reason, outcome.words) if outcome.reason else ""
