"""Every kind of screen that shows what a person or a file wrote, with the same words in every field."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from domain.amendment import Amendment
from domain.catalogue import Product
from domain.details import MAX_ADDRESS_LENGTH, Delivery, Details, PlaceKind
from domain.freight.load import Load
from domain.freight.rate import Basis, FreightRate, Route
from domain.lifecycle import OrderStatus
from domain.money import Money, UnitPrice
from domain.negotiation import Negotiation
from domain.people import Side
from domain.phrase import Kind as Slot
from domain.phrase import Spoken
from domain.review import Answer, Opinion, Review
from domain.terms import MAX_NOTE_LENGTH, Shipping
from language.split import evenly
from services.address_book import Entry
from services.agreements import Agreement
from services.briefing import Briefing, Called, Talked
from services.cases import Case, OrderCase
from services.consents import Consent, Given
from services.drafting import Form, OfferDraft, Unread
from services.freight_case import FreightCase, Wanted
from services.freighting import Asked as Shipment
from services.freighting import Assumption, Estimate, Option
from services.matter import About, Matter
from services.negotiating import goods_of
from services.notices import News, Notice
from services.offer_fields import Field
from services.order_answers import MOST_NOTE
from services.order_draft import Aim, OrderDraft, Step
from services.order_list import OrderFilter, tally_of
from services.order_matter import OrderForm, OrderMatter
from services.reviewing import Reviewed
from services.said import File, Kind, Said
from services.searching import Filters, SearchPage, SearchQuery
from services.talk import MOST_KEPT_BYTES, Message
from services.thread import Thread
from services.verdicts import Seen, Verdict
from tests.builders import NOON, by
from tests.views.claim_forms import of_claim_forms
from tests.views.claims import of_lateness
from tests.views.deals import offered, recorded
from tests.views.disputes import of_disputes
from tests.views.golden import of_samples
from tests.views.goods import SUNNY, pants
from tests.views.samples import of_sample_requests
from tests.views.test_orders_and_notices import placed
from tests.views.wordy_desk import at_the_desk
from tests.views.wordy_shipping import on_its_way
from views import amending, calling, lists, order, order_list, reviews, talk
from views.addresses import address
from views.agreement import agreement
from views.callback_data.ledger import ShowVersion
from views.callback_data.navigation import Room
from views.callback_data.negotiation import Ending
from views.ending import sure
from views.freight import freight
from views.freight_destination import ask_country, unknown_country
from views.history import history
from views.lists import Page
from views.menu import Standing
from views.negotiation import offer_card
from views.notices import render
from views.offer_form import form
from views.order_edit import edit_menu
from views.order_form import order_form
from views.order_list import OrderPage
from views.price_chart import price_chart
from views.product import Shown, product_page
from views.reader import Reader
from views.reviewing import answer_card
from views.screen import Screen
from views.search import Found, results
from views.search_filters import Asked, filters
from views.start import welcome_seller
from views.talk_page import TalkPage, talk_page
from views.verifying import verdict
from views.version import version


def screens(reader: Reader, words: str) -> Iterator[Screen]:
    """All of them."""
    product = listed(words)
    yield product_page(reader, Shown(product, back_to="back"))
    yield from shipped(reader, product, words)
    yield welcome_seller(reader, product.supplier, Standing())
    yield from at_the_desk(reader, product.supplier, goods_of(product), words)
    yield from searched(reader, words, product)
    for side in Side:
        case = Case(negotiated(product, words), side, product.supplier)
        yield from bargained(reader, case)
        yield from said(reader, case, words)
        yield from drafted(reader, case, product, words)
        yield from ordered(reader, case, words)
    yield from reviewed(reader, product, words)


def listed(words: str) -> Product:
    """A product as a file describes it."""
    supplier = replace(SUNNY, name=words, name_zh=f"{words}2", province=words, city=words)
    return pants(
        supplier=supplier,
        title_en=words,
        title_zh=f"{words}2",
        specs=((words, (words, words)),),
        customization=words,
        description_en=words,
        description_zh=words,
    )


def negotiated(product: Product, words: str) -> Negotiation:
    """A counter-offer; each side left a note."""
    inquiry = Negotiation.inquire(
        1, goods_of(product), by(Side.BUYER), offered("10", note=words, quality_note=words)
    )
    return replace(inquiry, id=7).counter(
        1, by(Side.SELLER), offered("11", note=f"{words}2", custom_note=words)
    )


def shipped(reader: Reader, product: Product, words: str) -> Iterator[Screen]:
    """Freight at somebody's rates, and the question where to."""
    rate = FreightRate(
        route=Route(Shipping.SEA, "CN", "DE"),
        basis=Basis.CUBIC_METRE,
        price=UnitPrice(1_000_000, "USD"),
        minimum=0,
        fixed=0,
        days=(5, 9),
        valid_until=NOON.date(),
        source=words,
    )
    option = Option(Shipping.SEA, Money(100, "USD"), None, rate.days, Decimal(1), rate)
    estimated = Estimate(Shipment(product, 50, "DE"), Load(1000), (option,), tuple(Assumption))
    case = FreightCase(Wanted(product.id), product, Side.BUYER, estimated)
    yield freight(reader, case)
    yield ask_country(reader, case, problem=unknown_country(reader, words))


def searched(reader: Reader, words: str, product: Product) -> Iterator[Screen]:
    """What a search shows."""
    query = SearchQuery(words, Filters(province=words))
    for page in (SearchPage((7,), 1, 1, (words,), dropped=(words,)), SearchPage(), SearchPage(unfiltered=3)):
        yield results(reader, Found("abcd1234", query, page, (product,) if page.product_ids else ()))
    yield filters(reader, Asked("abcd1234", query, 1))


def bargained(reader: Reader, case: Case) -> Iterator[Screen]:
    """The card, short and whole, its record, its place in the list, and what is asked before the end."""
    standing = case.negotiation
    assert standing.before is not None
    chronicle = recorded(case)
    chronicle = replace(chronicle, offers=[replace(each, digest="f" * 64) for each in chronicle.offers])
    yield offer_card(reader, case)
    yield offer_card(reader, case, whole=True)
    yield history(reader, chronicle)
    yield version(reader, chronicle, ShowVersion(negotiation_id=standing.id, version=2, page=0))
    yield price_chart(reader, chronicle, [])
    yield lists.negotiations(reader, [case], Page(Room.NEGOTIATIONS), waiting=1)
    yield from (sure(reader, case, ending) for ending in Ending)


def said(reader: Reader, case: Case, words: str) -> Iterator[Screen]:
    """A message, written and received."""
    file = File("a", "b", size=MOST_KEPT_BYTES + 1)
    message = Message(1, case.negotiation.id, case.side.other, 20, Said(words, Kind.PHOTO, file), NOON)
    hangs_on = Thread(answered=message, translation=words)
    edited = Thread(before=message, translation=words)
    yield talk.ask_for_words(reader, case)
    yield talk.sent(reader, talk.Sent(case, message, is_open=True))
    phrase = Said(phrase=Spoken("freight_to", {Slot.PORT: words}))
    yield talk.sent(reader, talk.Sent(case, replace(message, said=phrase)))
    yield talk.edit_sent(reader, message)
    yield talk.not_passed_on(reader, case)
    for thread in (hangs_on, edited):
        yield render(reader, Briefing(Notice(News.MESSAGE, 7), NOON, Talked(message, case, thread)))
    yield from called(reader, case)


def called(reader: Reader, case: Case) -> Iterator[Screen]:
    """Phone numbers, asked for, given and received."""
    consent = Consent(1, Given.BUYERS_OWN, 10, 1, case.negotiation.id, "+49 30 901820", NOON)
    assert case.supplier is not None
    yield calling.listed_number(reader, case.supplier, case.negotiation.id)
    yield calling.sure(reader, case)
    yield calling.ask_number(reader, case)
    yield calling.number_shared(reader, case, consent)
    yield calling.number_received(reader, Called(consent, case))


def drafted(reader: Reader, case: Case, product: Product, words: str) -> Iterator[Screen]:
    """The form: a question, an answer that was not understood, the fields, and the draft card."""
    standing = case.negotiation
    about = About(negotiation_id=standing.id, version=standing.offer.number)
    matter = Matter(about, standing.goods, case.side, product, product.supplier, standing)
    draft = OfferDraft(about)
    yield form(reader, Form(draft.ask(Field.NOTE), matter))
    yield form(reader, Form(draft.ask(Field.PRICE), matter, Unread(words)))
    yield form(reader, Form(draft.choose(), matter))
    yield form(reader, Form(replace(draft.ask(), terms=offered("12", note=f"{words}3")), matter))


def _details(words: str) -> Details:
    """As many lines as there may be, and as many words."""
    specs = (
        ("colour", tuple(f"colour {number}" for number in range(8))),
        ("size", ("S", "M", "L", "XL", "2XL")),
    )
    to = Delivery(words, "Ann Buyer", "+8613812345678", "CN", PlaceKind.FORWARDER)
    return Details(to, evenly(specs, 8_000_000), NOON.date(), words)


def ordered(reader: Reader, case: Case, words: str) -> Iterator[Screen]:
    """An order, its place in the list, and what is asked about it."""
    standing = case.negotiation
    made = replace(placed(), goods=standing.goods, terms=standing.offer.terms, details=_details(words))
    seen = OrderCase(made, case.side, case.supplier)
    yield order.order_card(reader, seen)
    yield order.sure_to_cancel(reader, seen)
    matter = OrderMatter(made.goods, NOON.date(), case.supplier, terms=made.terms, order=made)
    booked = replace(matter, entries=[Entry(1, made.details.delivery)])
    aim = Aim(order_id=made.id, revision=made.revision)
    yield edit_menu(reader, OrderForm(OrderDraft(aim), matter))
    yield order_form(reader, OrderForm(OrderDraft(aim, (Step.ADDRESS,)), booked))
    yield from (
        order_form(reader, OrderForm(OrderDraft(aim, (step,)), matter))
        for step in Step
        if step is not Step.SPECS
    )
    yield address(reader, booked.entries[0])
    yield order_list.orders(reader, [seen], OrderPage(OrderFilter.ALL, 0, tally_of({made.status: 1}, 1)))
    yield from on_its_way(reader, seen, words)
    yield from of_lateness(reader, seen, words)
    yield from of_disputes(reader, seen, SUNNY, words)
    yield from of_samples(reader, seen, words)
    yield from of_sample_requests(reader, seen, words)
    yield from of_claim_forms(reader, seen, words)
    yield from amended(reader, case, seen)


def amended(reader: Reader, case: Case, seen: OrderCase) -> Iterator[Screen]:
    """The order once it binds: its agreement, whether that is genuine, and a change of it."""
    bound = seen.order.confirm(1, by(Side.BUYER)).confirm(1, by(Side.SELLER))
    terms = replace(bound.terms, note=f"{bound.terms.note}3"[-MAX_NOTE_LENGTH:])
    before = bound.details
    to = replace(before.delivery, address=f"{before.delivery.address}3"[-MAX_ADDRESS_LENGTH:])
    details = replace(before, delivery=to, note=f"{before.note}3"[-MOST_NOTE:])
    amendment = Amendment.propose(bound, by(Side.SELLER), terms, None, details)
    waiting = replace(seen, order=bound, amendment=amendment)
    yield order.order_card(reader, waiting)
    yield agreement(reader, waiting)
    yield amending.ask_changes(reader, waiting)
    yield amending.review(reader, waiting, terms, details)
    yield amending.sure_to_accept(reader, waiting, amendment)
    made = Agreement(bound.id, 1, "ab" * 32, "cd" * 32, NOON)
    yield verdict(reader, Verdict(made, 1, Seen(bound, case.side, case.supplier)))


def reviewed(reader: Reader, product: Product, words: str) -> Iterator[Screen]:
    """A review with its answer, to the sides of the order and under the product."""
    received = replace(placed(), status=OrderStatus.DELIVERED, goods=goods_of(product))
    opinion = Opinion(4)
    object.__setattr__(opinion, "words", words)  # what looks like a link is refused before it gets so far
    answer = Answer(20, "so", NOON)
    object.__setattr__(answer, "words", words)
    review = replace(Review.of(received, opinion, NOON), answer=answer)
    for side in Side:
        yield reviews.order_review(reader, Reviewed(received, side, NOON, review))
    yield reviews.reviews_page(reader, reviews.ReviewPage(product.id, product, [review], 1))
    yield answer_card(reader, received, words)
    talk_of_it = Message(1, 7, Side.SELLER, 20, Said(words), NOON)
    yield talk_page(reader, OrderCase(received, Side.BUYER), TalkPage([talk_of_it]))
