"""What was wrong with the last answer in the offer form, and the readings to choose from."""

from domain.negotiation import UnitDiffers
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from domain.terms import TermsDraft
from language.doubt import TwoReadings
from services.drafting import Form, Unread
from services.offer_fields import Field
from views.doubts import Option, options
from views.doubts import question as doubt_question
from views.markup import Html
from views.reader import Reader
from views.refusals import refusal_text
from views.terms import plain
from views.units import unit_word


def said_problem(reader: Reader, filled: Form) -> Html:
    """The broken rule, the doubt, or that nothing was understood; empty if all is well."""
    problem = filled.problem
    if problem is None:
        return Html()
    if isinstance(problem, UnitDiffers) and (meant := _same_count(reader, filled, problem)):
        return reader.say(
            "⚠️ This product is sold by the {unit}. Do you mean {quantity}?",
            unit=unit_word(reader, Unit(filled.matter.goods.unit)),
            quantity=meant[0].label,
        )
    if isinstance(problem, Refusal):
        return reader.say("⚠️ {problem}", problem=refusal_text(reader, problem))
    if isinstance(problem, Unread):
        return reader.say("⚠️ I found no terms in “{text}”.", text=problem.text)
    only = options(reader, problem, filled.matter.goods)
    if isinstance(problem, TwoReadings) and len(only) == 1:
        return reader.say("⚠️ Do you mean {reading}?", reading=only[0].label)
    return reader.say("⚠️ {problem}", problem=doubt_question(reader, problem))


def doubt_options(reader: Reader, filled: Form) -> list[Option]:
    """The readings to choose from, if the last answer left two."""
    problem = filled.problem
    if isinstance(problem, UnitDiffers):
        return _same_count(reader, filled, problem)
    if problem is None or isinstance(problem, Refusal | Unread):
        return []
    return options(reader, problem, filled.matter.goods)


def _same_count(reader: Reader, filled: Form, differs: UnitDiffers) -> list[Option]:
    """The same number in the unit that the goods are sold in, unless it is below the MOQ."""
    goods, count = filled.matter.goods, int(str(differs.facts["count"]))
    if count < goods.moq:
        return []
    label = plain(reader, Field.QUANTITY, TermsDraft(quantity=Quantity(count, Unit(goods.unit))))
    return [Option(label, Field.QUANTITY, str(count))]
