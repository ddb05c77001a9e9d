"""The card of a list of changes: what is wanted, what the seller says to each, and what comes next."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import ChangesStatus
from domain.order_facts import order_number
from domain.people import Side
from domain.wanted_changes import MAX_WORDS, Verdict, WishAnswer
from services.changes_case import ChangesCase
from services.mail import Card
from services.moves import Subject
from views.callback_data.golden import ShowChanges, WithdrawChanges
from views.changes_buttons import changes_buttons
from views.fitting import MESSAGE_LENGTH, shortened, visible_length
from views.markup import Html, bold, escape, italic, lines, paragraphs
from views.negotiation import counterparty
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.titles import title
from views.translation import machine_translation

_Sentence = Callable[[Reader], Html]
_S: Final = ChangesStatus
_SHORT: Final = 120
"""So much of each text fits ten times into one message, with the answers."""
_HEADS: Final[Mapping[tuple[ChangesStatus, Side], _Sentence]] = {
    (_S.AWAITING_SELLER, Side.SELLER): lambda reader: reader.say(
        "🔔 Your turn: the buyer wants changes of the sample"
    ),
    (_S.AWAITING_SELLER, Side.BUYER): lambda reader: reader.say("⏳ Waiting for the seller's answer"),
    (_S.ANSWERED, Side.SELLER): lambda reader: reader.say("✅ You answered. It is the buyer's turn"),
    (_S.ANSWERED, Side.BUYER): lambda reader: reader.say("🔔 The seller answered the changes you want"),
    (_S.WITHDRAWN, Side.SELLER): lambda reader: reader.say("↩️ The buyer took the list back"),
    (_S.WITHDRAWN, Side.BUYER): lambda reader: reader.say("↩️ You took the list back"),
    (_S.UNANSWERED, Side.SELLER): lambda reader: reader.say("⌛ The list was not answered in time"),
    (_S.UNANSWERED, Side.BUYER): lambda reader: reader.say("⌛ The seller did not answer in time"),
}
_NEXT: Final[Mapping[tuple[ChangesStatus, Side], _Sentence]] = {
    (_S.ANSWERED, Side.BUYER): lambda reader: reader.say(
        "Next: ask for a second sample, or choose another way on the sample's card."
    ),
    (_S.UNANSWERED, Side.BUYER): lambda reader: reader.say(
        "You may send the list again, or press Other suppliers on the sample's card."
    ),
    (_S.UNANSWERED, Side.SELLER): lambda reader: reader.say("Better you write to the buyer: press Message."),
}


def changes_card(reader: Reader, case: ChangesCase, above: Html | str = "") -> Screen:
    """The list as this side sees it now; `above` is said first."""
    for most in (MAX_WORDS, _SHORT):
        text = _text(reader, case, above, most)
        if visible_length(text) <= MESSAGE_LENGTH:
            break
    translation = machine_translation(reader, case.translation, text)
    return Screen(paragraphs(text, translation), changes_buttons(reader, case), card=card_of(case))


def card_of(case: ChangesCase) -> Card:
    """What a message that shows the list is about; the list itself is written once."""
    return Card(Subject.CHANGES, case.changes.id, 1)


def head(reader: Reader, case: ChangesCase) -> Html:
    """Which list it is, of which sample, and who the other side is."""
    named = reader.say(
        "Changes wanted of sample {number} · list {list}",
        number=case.order.number,
        list=case.changes.number,
    )
    return lines(bold(named), title(reader, case.order.goods), counterparty(reader, case.side, case.supplier))


def sure_to_withdraw(reader: Reader, case: ChangesCase) -> Screen:
    """Asks once more."""
    question = bold(reader.say("Take back the changes wanted of sample {number}?", number=case.order.number))
    yes = WithdrawChanges(changes_id=case.changes.id, sure=True)
    no = ShowChanges(changes_id=case.changes.id)
    answers = [
        Button(reader.word("Yes"), yes.pack(), Style.DANGER),
        Button(reader.word("No"), no.pack()),
    ]
    return Screen(paragraphs(question, head(reader, case)), rows(answers), card=card_of(case))


def ask_reason(reader: Reader, case: ChangesCase, place: int, problem: str = "") -> Screen:
    """Why a change is not possible: what is typed is the answer."""
    words = case.changes.wishes[place - 1].words or reader.word("see the photos")
    wanted = reader.say("{number}. {words}", number=place, words=words)
    question = reader.say("Why is that not possible? Your next message goes to the buyer.")
    leave = Button(reader.word("Cancel"), ShowChanges(changes_id=case.changes.id).pack())
    text = paragraphs(problem, head(reader, case), wanted, bold(question))
    return Screen(text, rows([leave]), card=card_of(case))


def _text(reader: Reader, case: ChangesCase, above: Html | str, most: int) -> Html:
    turn = bold(_HEADS[case.changes.status, case.side](reader))
    items = [_item(reader, case, place, most) for place in range(1, len(case.changes.wishes) + 1)]
    return paragraphs(above, lines(turn, head(reader, case)), *items, _foot(reader, case))


def _item(reader: Reader, case: ChangesCase, place: int, most: int) -> Html:
    wish, photos = case.changes.wishes[place - 1], case.photos[place - 1]
    words = shortened(wish.words, most) or reader.word("see the photos")
    said = reader.say("{number}. {words}", number=place, words=words)
    shown = reader.say_many("🖼 {count} photo", "🖼 {count} photos", photos) if photos else ""
    return lines(
        said, shown, answer_line(reader, case.changes.answer_to(place), most), _tick(reader, case, place)
    )


def answer_line(reader: Reader, answer: WishAnswer | None, most: int) -> Html:
    """What the seller says to one change."""
    if answer is None:
        return Html()
    if answer.verdict is Verdict.WILL:
        return bold(reader.say("→ ✅ Will change"))
    reason = escape(shortened(answer.reason, most))
    return bold(reader.say("→ ✖️ Cannot, because: {reason}", reason=reason))


def _tick(reader: Reader, case: ChangesCase, place: int) -> Html:
    """Once there is a second sample: whether the change is on it."""
    if not case.changes.next_order_id:
        return Html()
    if place in case.changes.checked:
        return reader.say("☑ checked on the second sample")
    return reader.say("☐ to be checked on the second sample")


def _foot(reader: Reader, case: ChangesCase) -> Html:
    changes = case.changes
    if changes.next_order_id:
        number = order_number(changes.next_order_id)
        return italic(reader.say("Second sample: order {number}", number=number))
    if changes.is_open:
        until = reader.say("To be answered by {moment}.", moment=reader.moment(changes.expires_at))
        default = reader.say("Without an answer it ends, and the buyer may look for other suppliers.")
        return lines(until, default)
    sentence = _NEXT.get((changes.status, case.side))
    return sentence(reader) if sentence else Html()
