"""Answers to the form of a claim: what is typed or pressed, and what is asked again because of it."""

from dataclasses import replace

from domain.claim_bounds import AboveWorth, Claimable, MoreThanLeft, OtherCurrency
from domain.claim_facts import ClaimKind, ClaimReason
from domain.details import Line
from domain.lifecycle import OrderStatus
from domain.money import Money
from domain.people import Side
from services.claim_answers import NotUnderstood, hear_claim, photos_done, press_claim, rechecked
from services.claim_draft import ClaimDraft, Step, draft_of, draft_record
from services.claim_matter import ClaimForm, ClaimMatter, fitted
from tests.builders import placed_order
from tests.claims_made import BLUE, LINES, RED


def form(status: OrderStatus = OrderStatus.DELIVERED, lines: tuple[Line, ...] = LINES) -> ClaimForm:
    """A new form about 500 cups at 12.50."""
    order = placed_order()
    order = replace(order, status=status, details=replace(order.details, lines=lines))
    matter = ClaimMatter(Claimable(order, (), Money(0, "CNY")), None, is_late=True)
    return ClaimForm(fitted(ClaimDraft(order.id), matter), matter)


def test_one_line_fills_all_but_the_photos() -> None:
    heard = hear_claim(form(), "red 20, blue 5 broken, refund 300")

    draft = heard.draft
    assert (draft.kind, draft.reason, draft.minor) == (ClaimKind.REFUND, ClaimReason.DAMAGED, 30_000)
    assert (draft.count, draft.lines) == (25, (Line(RED, 20), Line(BLUE, 5)))
    assert (draft.words, draft.to_ask) == ("red 20, blue 5 broken, refund 300", (Step.PHOTOS,))
    assert draft_of(draft_record(draft)) == draft
    assert photos_done(heard).draft.current is Step.PHOTOS


def test_a_line_that_asks_too_much_keeps_what_fits_and_asks_for_the_rest() -> None:
    dear = hear_claim(form(), "red 20 broken, refund 300")
    many = hear_claim(form(), "red 201 broken, refund 300")
    foreign = hear_claim(form(), "red 20 broken, refund 30 USD")

    assert (dear.draft.count, type(dear.problem)) == (20, AboveWorth)
    assert (many.draft.count, type(many.problem)) == (0, MoreThanLeft)
    assert (foreign.draft.minor, type(foreign.problem)) == (0, OtherCurrency)
    assert hear_claim(form(), "hello").problem is not None


def test_a_sum_that_is_said_before_the_specs_is_remembered_until_they_are_known() -> None:
    said = hear_claim(form(), "20 pcs broken, refund 200")
    some = hear_claim(said, "red 20")
    few = hear_claim(said, "red 1")

    assert (said.draft.count, said.draft.current, Step.AMOUNT in said.draft.to_ask) == (0, Step.UNITS, True)
    assert (some.draft.minor, some.draft.current) == (20_000, Step.PHOTOS)
    assert Step.AMOUNT in some.draft.asked
    assert (few.draft.minor, few.problem, Step.AMOUNT in few.draft.to_ask) == (0, None, True)


def test_who_writes_among_his_photos_describes_them_once() -> None:
    asked = form().moved(form().draft.asking(Step.PHOTOS))

    described = hear_claim(asked, "The glaze runs")

    assert (described.draft.words, described.draft.current) == ("The glaze runs", Step.PHOTOS)
    assert isinstance(hear_claim(described, "Really").problem, NotUnderstood)


def test_fewer_units_let_the_amount_be_asked_again() -> None:
    filled = hear_claim(form(), "red 20 broken, refund 250")
    fewer = press_claim(filled.moved(filled.draft.asking(Step.UNITS)), Step.UNITS, "again")

    counted = hear_claim(fewer, "red 10")

    assert counted.draft.current is Step.PHOTOS
    assert rechecked(counted).draft.current is Step.AMOUNT
    assert isinstance(rechecked(counted).problem, AboveWorth)


def test_line_by_line_and_all_or_half_of_each() -> None:
    asked = form().moved(form().draft.asking(Step.UNITS))

    red = press_claim(press_claim(asked, Step.UNITS, "0"), Step.UNITS, "half")
    both = press_claim(press_claim(red, Step.UNITS, "1"), Step.UNITS, "all")
    done = press_claim(both, Step.UNITS, "done")

    assert done.draft.lines == (Line(RED, 100), Line(BLUE, 300))
    assert done.draft.count == 400
    assert press_claim(asked, Step.UNITS, "7") == press_claim(asked, Step.UNITS, "half") == asked
    assert press_claim(asked, Step.KIND, "refund") == asked


def test_of_goods_on_their_way_only_units_words_and_amount_are_asked() -> None:
    late = form(OrderStatus.SHIPPED)

    assert late.draft.to_ask == (Step.UNITS, Step.WORDS, Step.AMOUNT)
    assert (late.draft.kind, late.draft.reason) == (ClaimKind.REFUND, ClaimReason.LATE)


def test_who_pays_the_way_back_is_asked_of_a_return_only() -> None:
    back = press_claim(form(), Step.KIND, "return")
    kept = press_claim(back.moved(back.draft.asking(Step.KIND)), Step.KIND, "refund")

    assert Step.FREIGHT in back.draft.to_ask
    assert Step.FREIGHT not in kept.draft.to_ask
    assert (
        press_claim(back.moved(back.draft.asking(Step.FREIGHT)), Step.FREIGHT, "seller").draft.freight
        is Side.SELLER
    )
