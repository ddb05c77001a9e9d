"""Golden samples and wanted changes to show: every screen with what somebody wrote on it, too."""

from collections.abc import Iterator
from dataclasses import replace

from domain.golden import MAX_STANDARD_LENGTH, GoldenSample
from domain.lifecycle import ChangesStatus, OrderStatus
from domain.order_facts import OrderKind
from domain.people import Side
from domain.wanted_changes import MAX_WORDS, MOST_WISHES, Verdict, WantedChanges, Wish
from services.after_sample import AfterSample
from services.approving import SeenGolden
from services.cases import OrderCase
from services.changes_case import ChangesCase
from services.evidence import Bundle, Purpose
from tests.builders import NOON, by
from tests.views.goods import SUNNY
from views import golden as golden_views
from views.changes import ask_reason, changes_card, sure_to_withdraw
from views.fitting import shortened
from views.order import order_card
from views.reader import Reader
from views.screen import Screen
from views.wishes import Drafted, wishes_form


def of_samples(reader: Reader, case: OrderCase, words: str) -> Iterator[Screen]:
    """The sample's card, its golden sample and all that is asked, and a full list in every status."""
    order = replace(case.order, kind=OrderKind.SAMPLE, status=OrderStatus.DELIVERED)
    standard = shortened(words, MAX_STANDARD_LENGTH)
    approved = GoldenSample.approve(order, by(Side.BUYER), standard, (7, ("front",)))
    listed = full_list(order_case := replace(case, order=order), words)
    found = AfterSample(approved, listed.changes, listed.changes)
    yield order_card(reader, replace(order_case, after_sample=found))
    bundle = Bundle(7, Purpose.GOLDEN, 10, Side.BUYER, order.id, NOON)
    yield golden_views.ask_photos(reader, order_case, bundle)
    yield golden_views.ask_standard(reader, order_case, 3, "?")
    yield golden_views.sure(reader, order_case, golden_views.Asked(7, 3, standard))
    yield golden_views.golden_page(reader, SeenGolden(replace(approved, digest="ab" * 32), order, ()))
    yield wishes_form(reader, order_case, [Drafted(shortened(words, MAX_WORDS), 2)] * MOST_WISHES)
    for status in ChangesStatus:
        yield changes_card(reader, replace(listed, changes=replace(listed.changes, status=status)))
    yield ask_reason(reader, listed, 1)
    yield sure_to_withdraw(reader, listed)


def full_list(case: OrderCase, words: str) -> ChangesCase:
    """As many changes as there may be, each refused with as many words."""
    said = shortened(words, MAX_WORDS) or "-"
    sent = WantedChanges.send(case.order, 1, [Wish(said, 8)] * MOST_WISHES, by(Side.BUYER))
    refused = sent.answer(range(1, MOST_WISHES + 1), Verdict.CANNOT, by(Side.SELLER), said)
    changes = replace(refused, id=5, status=ChangesStatus.AWAITING_SELLER)
    return ChangesCase(changes, case.order, case.side, NOON, SUNNY, [2] * MOST_WISHES, translation=words)
