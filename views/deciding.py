"""Applications for a qualification as an operator sees them, and what he decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.application import Reason
from domain.people import Person
from services.deciding import PAGE_SIZE, Dossier, has_part
from services.pages import pages_of
from services.photos import Photo
from services.said import Said
from views.admin import to_admin
from views.application_words import REASONS, facts_of, reason_of, status_of
from views.buttons import back
from views.callback_data.qualification import (
    Grant,
    ListApplications,
    Refuse,
    RefuseFor,
    ShowApplication,
    ShowProof,
)
from views.fitting import shortened
from views.markup import Html, bold, italic, lines, paragraphs
from views.names import other_supplier_name, qualification, standing_line
from views.paging import page_buttons, page_line
from views.people import tail_of
from views.reader import Reader
from views.screen import Attached, Button, Screen, Style, grid, rows
from views.suppliers import BUTTON_LENGTH
from views.talk import not_shown
from views.titles import supplier_name

_NAME_LENGTH: Final = 60


@dataclass(frozen=True, slots=True)
class Pending:
    """A page (from 0) of applications that wait, and how many wait in all."""

    dossiers: Sequence[Dossier]
    page: int
    count: int


def pending(reader: Reader, found: Pending) -> Screen:
    """The applications that wait, oldest first."""
    if not found.count:
        return Screen(reader.say("🏅 No application waits for a decision."), rows([to_admin(reader)]))
    pages = pages_of(found.count, PAGE_SIZE)
    buttons = [
        Button(
            shortened(f"{each.application.id} · {supplier_name(reader, each.supplier)}", BUTTON_LENGTH),
            ShowApplication(application_id=each.application.id).pack(),
        )
        for each in found.dossiers
    ]
    turns = page_buttons(found.page, pages, lambda to: ListApplications(page=to).pack())
    text = paragraphs(
        bold(reader.say("🏅 Applications, oldest first")),
        *(_entry(reader, each) for each in found.dossiers),
        page_line(reader, found.page + 1, pages),
    )
    return Screen(text, (*grid(buttons, 1), *rows(turns, [to_admin(reader)])))


def dossier(reader: Reader, seen: Dossier, person: Person) -> Screen:
    """An application with all that an operator decides by, and the decision once there is one."""
    application, supplier = seen.application, seen.supplier
    text = paragraphs(
        bold(reader.say("🏅 Application {number}", number=application.id)),
        lines(
            supplier_name(reader, supplier),
            other_supplier_name(reader, supplier),
            standing_line(reader, supplier),
        ),
        lines(facts_of(reader, application), status_of(reader, application), _decider(reader, seen)),
        _hint(reader, seen, person),
    )
    photos = [
        Button(f"🖼 {number}", ShowProof(application_id=application.id, number=number).pack())
        for number in range(1, len(seen.proofs) + 1)
    ]
    ways = [] if not seen.is_pending or has_part(person, application) else _ways(reader, application.id)
    return Screen(text, (*grid(photos, 5), *rows(ways, [back(reader, ListApplications().pack())])))


def proof(reader: Reader, seen: Dossier, number: int, shown: Photo) -> Screen:
    """One photo, below the application."""
    text = reader.say(
        "Application {application}, photo {number} of {count}",
        application=seen.application.id,
        number=number,
        count=len(seen.proofs),
    )
    attached = Attached(Said(kind=shown.kind, file=shown.file), lines(text, not_shown(reader)))
    return Screen(text, rows([_to_dossier(reader, seen.application.id)]), attached=attached)


def really_grant(reader: Reader, seen: Dossier) -> Screen:
    """Asked once more: what, and to whom."""
    number = seen.application.id
    asked = reader.say(
        "Grant {kind} to {supplier}? Buyers see it at once.",
        kind=bold(qualification(reader, seen.application.kind)),
        supplier=bold(supplier_name(reader, seen.supplier)),
    )
    yes = Button(reader.word("Yes, grant"), Grant(application_id=number, is_sure=True).pack(), Style.SUCCESS)
    return Screen(paragraphs(asked, facts_of(reader, seen.application)), rows([yes, _no(reader, number)]))


def ask_reason(reader: Reader, seen: Dossier) -> Screen:
    """Why it is refused: a button, or words of the operator's own."""
    number = seen.application.id
    buttons = [
        Button(said(reader), RefuseFor(application_id=number, reason=reason).pack())
        for reason, said in REASONS.items()
    ]
    text = paragraphs(
        bold(reader.say("Why is application {number} refused?", number=number)),
        italic(reader.say("Press a reason, or type your own. The supplier's people will read it.")),
    )
    return Screen(text, (*grid(buttons, 1), *rows([_to_dossier(reader, number)])))


def really_refuse(reader: Reader, seen: Dossier, reason: Reason, words: str) -> Screen:
    """Asked once more: what, to whom, and why."""
    number = seen.application.id
    asked = reader.say(
        "Refuse {kind} to {supplier}?",
        kind=bold(qualification(reader, seen.application.kind)),
        supplier=bold(supplier_name(reader, seen.supplier)),
    )
    sure = RefuseFor(application_id=number, reason=reason, is_sure=True)
    yes = Button(reader.word("Yes, refuse"), sure.pack(), Style.DANGER)
    return Screen(paragraphs(asked, reason_of(reader, reason, words)), rows([yes, _no(reader, number)]))


def _entry(reader: Reader, seen: Dossier) -> Html:
    return reader.say(
        "{number}. {supplier}: {kind}, since {moment}",
        number=seen.application.id,
        supplier=bold(shortened(supplier_name(reader, seen.supplier), _NAME_LENGTH)),
        kind=qualification(reader, seen.application.kind),
        moment=reader.moment(seen.application.at),
    )


def _decider(reader: Reader, seen: Dossier) -> Html | str:
    outcome = seen.application.outcome
    return reader.say("By …{tail}", tail=tail_of(outcome.person_id)) if outcome else ""


def _hint(reader: Reader, seen: Dossier, person: Person) -> Html | str:
    if seen.is_pending and has_part(person, seen.application):
        return reader.say("You have a part in this supplier, so another operator decides.")
    return ""


def _ways(reader: Reader, number: int) -> list[Button]:
    return [
        Button(reader.word("✅ Grant"), Grant(application_id=number).pack(), Style.SUCCESS),
        Button(reader.word("❌ Refuse"), Refuse(application_id=number).pack(), Style.DANGER),
    ]


def _no(reader: Reader, number: int) -> Button:
    return Button(reader.word("No"), ShowApplication(application_id=number).pack())


def _to_dossier(reader: Reader, number: int) -> Button:
    return back(reader, ShowApplication(application_id=number).pack())
