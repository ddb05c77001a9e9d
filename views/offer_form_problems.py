"""What was wrong with the last answer in the offer form, and the readings to choose from."""

from domain.refusal import Refusal
from services.drafting import Form, Unread
from views.doubts import Option, options
from views.doubts import question as doubt_question
from views.markup import Html
from views.reader import Reader
from views.refusals import refusal_text


def said_problem(reader: Reader, filled: Form) -> Html:
    """The broken rule, the doubt, or that nothing was understood; empty if all is well."""
    problem = filled.problem
    if problem is None:
        return Html()
    if isinstance(problem, Refusal):
        return reader.say("⚠️ {problem}", problem=refusal_text(reader, problem))
    if isinstance(problem, Unread):
        return reader.say("⚠️ I found no terms in “{text}”.", text=problem.text)
    return reader.say("⚠️ {problem}", problem=doubt_question(reader, problem))


def doubt_options(reader: Reader, filled: Form) -> list[Option]:
    """The readings to choose from, if the last answer left two."""
    problem = filled.problem
    if problem is None or isinstance(problem, Refusal | Unread):
        return []
    return options(reader, problem, filled.matter.goods)
