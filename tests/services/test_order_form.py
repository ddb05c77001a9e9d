"""The order form: its lines always sum to the quantity, a draft survives, and no press is taken twice."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import Product, Qualification, Supplier
from domain.details import Delivery, Line, LinesDiffer, PlaceKind
from domain.price_tier import PriceTier
from domain.quantity import Unit
from services.address_book import Entry
from services.negotiating import goods_of, listed_terms
from services.order_answers import hear_answer, press_answer, skipped
from services.order_draft import Aim, OrderDraft, Step, draft_of, draft_record
from services.order_matter import NoDay, NoPhone, OrderForm, OrderMatter
from services.order_split import TooManyUnits
from tests.builders import price

TODAY = date(2026, 3, 1)
NINGBO = Supplier(1, "Ningbo Cups", "宁波杯业", Qualification.TRUSTPASS, "", "", "")
SHIRT = Product(
    1,
    NINGBO,
    "S1",
    "Shirt",
    "衬衫",
    "Apparel",
    Unit.PIECE,
    10,
    (PriceTier(10, price("20")),),
    specs=(("colour", ("red", "blue", "grey")), ("size", ("S", "M"))),
)
HARBOUR = Delivery("5 Harbour Street, Rotterdam", "Ann", "+31104123456", "NL", PlaceKind.COMPANY)


def asked(*steps: Step, count: int = 500, delivery: Delivery | None = None) -> OrderForm:
    """A form for shirts that asks these."""
    draft = OrderDraft(Aim(product_id=1), steps, count=count, delivery=delivery)
    matter = OrderMatter(
        goods_of(SHIRT), TODAY, NINGBO, SHIRT, listed_terms(SHIRT, count), entries=[Entry(7, HARBOUR)]
    )
    return OrderForm(draft, matter)


PRESSES = st.sampled_from(["0.0", "0.1", "0.2", "1.0", "1.1", "rest", "even", "same", "again", "9.9", "x"])
TYPED = st.sampled_from(["100", "1", "250", "red S 200, blue M 300", "evenly", "all red S", "red S 1"])


@given(st.integers(10, 2000), st.lists(PRESSES | TYPED, max_size=40))
def test_lines_sum_to_the_quantity_whatever_is_pressed_and_typed(count: int, deeds: list[str]) -> None:
    form = asked(Step.SPECS, count=count)

    for deed in deeds:
        press = deed in ("rest", "even", "same", "again", "x") or "." in deed
        form = press_answer(form, Step.SPECS, deed) if press else hear_answer(form, deed)
        total = sum(line.count for line in form.draft.lines)
        assert total == count if form.draft.current is None else total < count or total == 0


def test_a_press_that_comes_twice_changes_nothing_more() -> None:
    form = press_answer(asked(Step.SPECS), Step.SPECS, "0.1")

    again = press_answer(form, Step.SPECS, "0.1")

    assert again.draft == form.draft
    assert press_answer(form, Step.ADDRESS, "7").draft == form.draft


def test_too_many_of_one_line_and_a_wrong_sum_are_said_and_change_nothing() -> None:
    form = asked(Step.SPECS)
    for value in ("0.0", "1.0"):
        form = press_answer(form, Step.SPECS, value)

    too_many, wrong = hear_answer(form, "501"), hear_answer(asked(Step.SPECS), "red S 499")

    assert isinstance(too_many.problem, TooManyUnits)
    assert isinstance(wrong.problem, LinesDiffer)
    assert wrong.problem.facts == {"sum": 499, "count": 500}
    assert (too_many.draft, wrong.draft) == (form.draft, asked(Step.SPECS).draft)


def test_a_line_for_exactly_what_is_left_goes_on_from_what_was_begun() -> None:
    form = asked(Step.SPECS)
    for deed in ("0.0", "1.0"):
        form = press_answer(form, Step.SPECS, deed)

    whole = hear_answer(hear_answer(form, "200"), "red M 300")

    assert [line.count for line in whole.draft.lines] == [200, 300]
    assert whole.draft.current is None


def test_an_entry_of_the_book_is_taken_whole_and_one_that_is_gone_is_not() -> None:
    chosen = press_answer(asked(Step.ADDRESS), Step.ADDRESS, "7")

    assert (chosen.draft.delivery, chosen.draft.typed) == (HARBOUR, False)
    assert press_answer(asked(Step.ADDRESS), Step.ADDRESS, "8").draft.delivery is None


def test_the_country_makes_a_number_of_home_known_so_that_it_is_not_asked() -> None:
    typed = Delivery("Ann, 5 Harbour Street, Rotterdam, 010 412 3456")
    form = asked(Step.COUNTRY, Step.PHONE, delivery=typed)

    known = hear_answer(form, "荷兰")

    assert known.draft.current is None
    assert known.draft.delivery == Delivery(typed.address, "", "+31104123456", "NL")


def test_a_wrong_phone_is_named_and_can_be_left_out() -> None:
    form = asked(Step.PHONE, delivery=HARBOUR)

    wrong = hear_answer(form, "12345")

    assert wrong.problem == NoPhone("12345", "NL")
    assert skipped(wrong).draft.current is None
    assert skipped(asked(Step.ADDRESS)).draft.current is Step.ADDRESS


def test_a_date_is_read_in_both_languages_and_never_past_nor_guessed() -> None:
    for words in ("15 March", "3月15日", "2026-03-15"):
        assert hear_answer(asked(Step.WANTED), words).draft.wanted_on == date(2026, 3, 15)

    two = hear_answer(asked(Step.WANTED), "4/5/2026").problem
    past = hear_answer(asked(Step.WANTED), "2026-02-28").problem

    assert two == NoDay("4/5/2026", (date(2026, 5, 4), date(2026, 4, 5)))
    assert past == NoDay(is_past=True)


LINES = st.lists(st.builds(Line, st.just((("colour", "red"), ("size", "S"))), st.integers(1, 99)), max_size=3)


@given(
    LINES, st.sampled_from([None, HARBOUR]), st.dates(), st.text(max_size=50), st.lists(st.sampled_from(Step))
)
def test_a_draft_survives_a_restart(
    lines: list[Line], delivery: Delivery | None, day: date, note: str, steps: list[Step]
) -> None:
    draft = OrderDraft(
        Aim(3, 2, 0, 5, 6),
        tuple(steps),
        tuple(steps[::-1]),
        count=7,
        lines=tuple(lines),
        picked=(("colour", "red"),),
        delivery=delivery,
        typed=True,
        bad_phone="12345",
        wanted_on=day,
        note=note,
        listed={"quantity": 7},
    )

    assert draft_of(json.loads(json.dumps(draft_record(draft)))) == draft
