"""What was wrong with the last answer in the offer form, and the readings to choose from."""

from domain.negotiation import BelowMoq, UnitDiffers
from domain.refusal import Refusal
from domain.terms import FeeBasis, TermsDraft
from language.doubt import PerWhichUnit, TwoReadings
from services.drafting import Form, Unread, WhichFee
from services.offer_fields import Field
from services.offer_values import value_of
from views.doubts import Option, options
from views.doubts import question as doubt_question
from views.fitting import QUOTED, shortened
from views.markup import Html
from views.other_units import count_options, count_question, price_options, price_question, too_few
from views.reader import Reader
from views.refusals import refusal_text
from views.term_values import fee


def said_problem(reader: Reader, filled: Form) -> Html:
    """The broken rule, the doubt, or that nothing was understood; empty if all is well."""
    problem = filled.problem
    if problem is None:
        return Html()
    if isinstance(problem, UnitDiffers) and count_options(reader, filled, problem):
        return count_question(reader, filled, problem)
    if isinstance(problem, UnitDiffers):
        problem = too_few(filled, problem) or problem
    if isinstance(problem, PerWhichUnit | WhichFee):
        return reader.say("⚠️ {problem}", problem=_price_question(reader, filled, problem))
    if isinstance(problem, Refusal):
        return reader.say("⚠️ {problem}", problem=refusal_text(reader, problem))
    if isinstance(problem, Unread):
        return reader.say("⚠️ I found no terms in “{text}”.", text=shortened(problem.text, QUOTED))
    only = options(reader, problem, filled.matter.goods)
    if isinstance(problem, TwoReadings) and len(only) == 1:
        return reader.say("⚠️ Do you mean {reading}?", reading=only[0].label)
    return reader.say("⚠️ {problem}", problem=doubt_question(reader, problem))


def _price_question(reader: Reader, filled: Form, problem: PerWhichUnit | WhichFee) -> Html:
    if isinstance(problem, PerWhichUnit):
        return price_question(reader, filled, problem)
    price = reader.price(problem.fee)
    return reader.say("Is {price} the fee for each piece, or once for the whole order?", price=price)


def doubt_options(reader: Reader, filled: Form) -> list[Option]:
    """The readings to choose from, if the last answer left two."""
    problem = filled.problem
    if isinstance(problem, UnitDiffers):
        return count_options(reader, filled, problem)
    if isinstance(problem, PerWhichUnit):
        return price_options(reader, filled, problem)
    if isinstance(problem, WhichFee):
        return [_fee_option(reader, filled, problem, basis) for basis in FeeBasis]
    if problem is None or isinstance(problem, Refusal | Unread):
        return []
    return options(reader, problem, filled.matter.goods)


def below_moq(filled: Form) -> int | None:
    """How many were asked for, where that is too few to be ordered and may be asked for as the MOQ."""
    problem = filled.problem
    if isinstance(problem, UnitDiffers):
        problem = too_few(filled, problem)
    if not isinstance(problem, BelowMoq) or filled.draft.current is not Field.QUANTITY:
        return None
    count = problem.facts["count"]
    return count if isinstance(count, int) else None


def _fee_option(reader: Reader, filled: Form, problem: WhichFee, basis: FeeBasis) -> Option:
    part = TermsDraft(custom_fee=problem.fee, custom_fee_basis=basis)
    label = fee(reader, problem.fee, basis, filled.whole.quantity)
    return Option(label, Field.CUSTOMIZATION, value_of(Field.CUSTOMIZATION, part))
