"""Applying for a qualification, step by step, as a supplier's owner sees it."""

from collections.abc import Sequence

from domain.application import KINDS, MOST_PHOTOS
from domain.catalogue import Qualification, Supplier
from services.deciding import Dossier
from services.qualifying import Request, Standing
from views.application_words import facts_of, status_of
from views.buttons import back
from views.callback_data.navigation import Go, Room
from views.callback_data.qualification import (
    Apply,
    ListQualifications,
    PhotosDone,
    SendApplication,
    ShowQualification,
    WithdrawApplication,
)
from views.markup import Html, bold, italic, lines, paragraphs
from views.names import qualification
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.suppliers import Choice, which_supplier
from views.titles import supplier_name


def whose(reader: Reader, suppliers: Sequence[Supplier], page: int) -> Screen:
    """The suppliers that the person owns, to choose one."""
    choice = Choice(
        reader.say("🏅 Qualification: of which supplier?"),
        lambda number: ShowQualification(supplier_id=number).pack(),
        lambda to: ListQualifications(page=to).pack(),
    )
    return which_supplier(reader, suppliers, page, choice)


def standing(reader: Reader, now: Standing) -> Screen:
    """What the platform vouches for, what became of the last application, and what can be applied for."""
    supplier, application = now.supplier, now.application
    text = paragraphs(
        _head(reader, supplier),
        reader.say("Buyers see: {kind}", kind=qualification(reader, supplier.qualification)),
        lines(facts_of(reader, application), status_of(reader, application)) if application else "",
        italic(reader.say("The platform checks licence and photos. Only its operators see them.")),
    )
    apply = [
        [Button(_apply_for(reader, kind), Apply(supplier_id=supplier.id, kind=kind).pack())]
        for kind in KINDS
        if kind in now.open_kinds
    ]
    out = (
        [Button(reader.word("↩️ Withdraw"), WithdrawApplication(application_id=application.id).pack())]
        if application and now.is_pending
        else []
    )
    return Screen(text, rows(*apply, out, [back(reader, Go(room=Room.SETTINGS).pack())]))


def ask_company(reader: Reader, supplier: Supplier, kind: Qualification) -> Screen:
    """The first question."""
    asked = reader.say("What is the company's full name, as on its business licence?")
    text = paragraphs(_about(reader, supplier, kind), bold(asked), italic(reader.say("Please type it.")))
    return Screen(text, rows([_cancel(reader, supplier.id)]))


def ask_code(reader: Reader, supplier_id: int) -> Screen:
    """The second question."""
    asked = reader.say("What is its unified social credit code (18 characters, on the licence)?")
    text = paragraphs(bold(asked), italic(reader.say("Please type it.")))
    return Screen(text, rows([_cancel(reader, supplier_id)]))


def ask_photos(reader: Reader, supplier_id: int) -> Screen:
    """The third question."""
    asked = reader.say("Please send photos: the business licence, the gate, the workshop.")
    how = reader.say("Up to {most}, one by one or as an album. Then press Done.", most=MOST_PHOTOS)
    return Screen(
        paragraphs(bold(asked), how), rows([_done(reader, supplier_id), _cancel(reader, supplier_id)])
    )


def photo_kept(reader: Reader, supplier_id: int) -> Screen:
    """One more, or an album that is arriving."""
    text = reader.say("📷 Kept. Send more, or press Done when all are here.")
    return Screen(text, rows([_done(reader, supplier_id), _cancel(reader, supplier_id)]))


def enough_photos(reader: Reader, supplier_id: int) -> Screen:
    """One too many."""
    text = reader.say("{most} photos are enough, so this one was left out. Press Done.", most=MOST_PHOTOS)
    return Screen(text, rows([_done(reader, supplier_id), _cancel(reader, supplier_id)]))


def no_photo(reader: Reader, supplier_id: int) -> Screen:
    """Something else than a photo."""
    text = reader.say("I need photos here: please send them as pictures, then press Done.")
    return Screen(text, rows([_done(reader, supplier_id), _cancel(reader, supplier_id)]))


def review(reader: Reader, supplier: Supplier, request: Request) -> Screen:
    """All of it, before it is sent."""
    text = paragraphs(
        _about(reader, supplier, request.kind),
        lines(
            reader.say("Company: {name}", name=request.company.name),
            reader.say("Credit code: <code>{code}</code>", code=request.company.code),
            reader.say("Photos: {count}", count=reader.number(len(request.proofs))),
        ),
        bold(reader.say("Is all of it right? Nothing is sent yet.")),
    )
    send = Button(reader.word("📨 Send"), SendApplication(supplier_id=supplier.id).pack(), Style.SUCCESS)
    return Screen(text, rows([send, _cancel(reader, supplier.id)]))


def decided(reader: Reader, dossier: Dossier) -> Screen:
    """What a supplier's people hear of the decision."""
    text = paragraphs(
        _head(reader, dossier.supplier),
        lines(facts_of(reader, dossier.application), status_of(reader, dossier.application)),
        reader.say("Buyers see: {kind}", kind=qualification(reader, dossier.supplier.qualification)),
    )
    return Screen(text, rows([back(reader, Go(room=Room.MENU).pack())]))


def _apply_for(reader: Reader, kind: Qualification) -> str:
    return reader.word("Apply: {kind}", kind=qualification(reader, kind))


def _about(reader: Reader, supplier: Supplier, kind: Qualification) -> Html:
    return lines(_head(reader, supplier), reader.say("Applied for: {kind}", kind=qualification(reader, kind)))


def _head(reader: Reader, supplier: Supplier) -> Html:
    return lines(bold(reader.say("🏅 Qualification")), supplier_name(reader, supplier))


def _done(reader: Reader, supplier_id: int) -> Button:
    return Button(reader.word("✅ Done"), PhotosDone(supplier_id=supplier_id).pack())


def _cancel(reader: Reader, supplier_id: int) -> Button:
    return Button(reader.word("✖️ Cancel"), ShowQualification(supplier_id=supplier_id).pack())
