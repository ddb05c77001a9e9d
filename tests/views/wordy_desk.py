"""Screens of a supplier's desk and of the operator's that show words of people."""

from collections.abc import Iterator
from dataclasses import replace

from domain.application import Application, Company, Outcome, Reason
from domain.catalogue import Qualification, Supplier
from domain.negotiation import Goods
from domain.people import Person
from domain.policy import Role
from services import overseeing
from services.briefing import Seat
from services.deciding import Dossier
from services.moves import Subject
from services.photos import Photo
from services.qualifying import Request, Standing
from services.said import File, Kind
from services.team_books import Invitation, Member
from services.waits import Kind as Matter
from services.waits import Wait, by_urgency
from tests.applications import CODE, OPERATOR
from tests.builders import BUYER, NOON, SELLER, SUPPLIER
from views import admin, deciding, inbox, people, qualification
from views.application_words import received_application
from views.reader import Reader
from views.screen import Screen


def at_the_desk(reader: Reader, supplier: Supplier, goods: Goods, words: str) -> Iterator[Screen]:
    """All of them."""
    member = Member(BUYER, Role.SALES, NOON)
    person = Person(SELLER, reader.language, frozenset({SUPPLIER}), owned_ids=frozenset({SUPPLIER}))
    yield people.whose(reader, [supplier], 0)
    yield people.team(reader, supplier, [member], (person, 0))
    yield people.really_remove(reader, supplier, member, person)
    yield people.invited(reader, supplier, Invitation("abc", SUPPLIER, NOON, Role.OWNER), "bot")
    yield people.joined(reader, Seat(supplier, Role.OWNER), BUYER)
    yield people.role_changed(reader, Seat(supplier, Role.OWNER))
    yield people.removed(reader, supplier)
    waits = [Wait(Matter.OFFER, Subject.NEGOTIATION, 7, goods, NOON, NOON)] * inbox.PAGE_SIZE
    yield inbox.inbox(reader, by_urgency(waits, NOON), inbox.Look())
    yield from applied(reader, supplier, words)


def applied(reader: Reader, supplier: Supplier, words: str) -> Iterator[Screen]:
    """An application from its review to a refusal in an operator's own words."""
    proofs = (Photo(Kind.PHOTO, File("id", "unique", name=words)),)
    company, kind = Company(words, CODE), Qualification.TRUSTPASS
    pending = Application(3, SUPPLIER, kind, company, SELLER, NOON)
    refused = pending.refuse(Outcome(OPERATOR, NOON, Reason.OTHER, words))
    operator = Person(OPERATOR, reader.language, is_operator=True)
    waiting, over = Dossier(pending, supplier, proofs), Dossier(refused, supplier, proofs)
    yield qualification.ask_company(reader, supplier, kind)
    yield qualification.review(reader, supplier, Request(SUPPLIER, kind, company, proofs))
    yield qualification.standing(reader, Standing(supplier, refused))
    yield qualification.decided(reader, over)
    yield received_application(reader, waiting)
    yield deciding.pending(reader, deciding.Pending([waiting] * 5, 0, 6))
    yield deciding.dossier(reader, waiting, operator)
    yield deciding.dossier(reader, over, replace(operator, id=SELLER))
    yield deciding.proof(reader, waiting, 1, proofs[0])
    yield deciding.really_grant(reader, waiting)
    yield deciding.really_refuse(reader, waiting, Reason.OTHER, words)
    yield admin.found(reader, [supplier] * 9)
    yield admin.company(reader, overseeing.Company(supplier, 1, 2, refused))
