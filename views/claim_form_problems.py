"""What is wrong with an answer to the form of a claim, and what to do instead."""

from domain.refusal import Refusal
from language.split import SplitDoubt
from services.claim_matter import ClaimForm
from views.doubts import question as doubted
from views.markup import Html
from views.order_form_problems import split_doubt
from views.reader import Reader
from views.refusals import refusal_text


def said_wrong(reader: Reader, form: ClaimForm) -> Html:
    """The broken rule or what could not be read; nothing where all is well."""
    said: object
    match form.problem:
        case None:
            return Html()
        case Refusal() as refusal:
            said = refusal_text(reader, refusal)
        case SplitDoubt() as doubt:
            said = split_doubt(reader, doubt)
        case doubt:
            return doubted(reader, doubt) or reader.say("⚠️ I could not read that. Nothing has changed.")
    return reader.say("⚠️ {problem}", problem=said)
