"""What is wrong with an answer to the order form, and what to do instead."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.refusal import Refusal
from language.address_phone import example_phone
from language.split import SplitDoubt, Why
from services.order_draft import Step
from services.order_matter import NoCountry, NoDay, NoPhone, OrderForm
from views.doubts import question as doubted
from views.fitting import QUOTED, shortened
from views.markup import Html
from views.reader import Reader
from views.refusals import refusal_text
from views.specs import spec_word


def said_wrong(reader: Reader, form: OrderForm) -> Html:
    """The broken rule or what could not be read; nothing where all is well."""
    said: object
    match form.problem:
        case None:
            return _bad_phone(reader, form)
        case Refusal() as refusal:
            said = refusal_text(reader, refusal)
        case SplitDoubt() as doubt:
            said = split_doubt(reader, doubt)
        case NoPhone() | NoCountry() | NoDay() as unread:
            said = _UNREAD[type(unread)](reader, unread)
        case doubt:
            asked = doubted(reader, doubt)
            return asked or reader.say("⚠️ I could not read that. Nothing has changed.")
    return reader.say("⚠️ {problem}", problem=said)


def _bad_phone(reader: Reader, form: OrderForm) -> Html:
    """What the address says as a phone and is none."""
    draft = form.draft
    if draft.current is not Step.PHONE or not draft.bad_phone or draft.delivery is None:
        return Html()
    said = _phone(reader, NoPhone(draft.bad_phone, draft.delivery.country))
    return reader.say("⚠️ {problem}", problem=said)


def _phone(reader: Reader, problem: NoPhone) -> Html:
    return reader.say(
        "“{typed}” is no number I could call. Please write it like this: {example}",
        typed=shortened(problem.typed, QUOTED),
        example=example_phone(problem.country),
    )


def _country(reader: Reader, problem: NoCountry) -> Html:
    return reader.say("I know no country called “{words}”.", words=shortened(problem.typed, QUOTED))


def _day(reader: Reader, problem: NoDay) -> Html:
    if problem.is_past:
        return reader.say("That day is past. Please name one that is still to come.")
    if problem.days:
        return reader.say("Which day do you mean?")
    return reader.say("I found no date in “{text}”.", text=shortened(problem.typed, QUOTED))


def split_doubt(reader: Reader, problem: SplitDoubt) -> Html:
    """What keeps a line from being a split."""
    return _SPLIT[problem.why](reader, spec_word(reader, shortened(problem.word, QUOTED)))


_SPLIT: Final[Mapping[Why, Callable[[Reader, str], Html]]] = {
    Why.UNKNOWN: lambda reader, word: reader.say("“{word}” is none of the values below.", word=word),
    Why.NO_COUNT: lambda reader, word: (
        reader.say("How many of {word}? Please write a number beside it.", word=word)
        if word
        else reader.say("Please write a number beside each value.")
    ),
    Why.NO_SPEC: lambda reader, word: (
        reader.say("Please say also which {name}.", name=word)
        if word
        else reader.say("Please write a value beside each number.")
    ),
    Why.TWO_VALUES: lambda reader, word: reader.say(
        "How many of each? Please write a number beside {word}, too.", word=word
    ),
}
_UNREAD: Final[Mapping[type[NoPhone | NoCountry | NoDay], Callable[[Reader, Any], Html]]] = {
    NoPhone: _phone,
    NoCountry: _country,
    NoDay: _day,
}
