"""Writing a review step by step: stars, words, photos, and the card before it is sent."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.order import Order
from domain.review import MOST_PHOTOS, MOST_WORDS, STARS, Opinion, Review
from services.review_drafts import ReviewDraft
from services.reviewing import Reviewed
from views.callback_data.navigation import ShowOrder
from views.callback_data.reviews import GiveStars, ReviewStep, TakeReviewStep
from views.markup import Html, bold, lines, paragraphs, quote
from views.order import belongs_to_order
from views.reader import Reader
from views.reviews import from_where, starred
from views.screen import Button, Screen, Style, rows
from views.titles import title


def ask_stars(reader: Reader, reviewed: Reviewed) -> Screen:
    """How many stars."""
    number = reviewed.order.id
    stars = [Button(f"{count} ⭐", GiveStars(order_id=number, stars=count).pack()) for count in STARS]
    text = paragraphs(
        about(reader, reviewed.order),
        lines(
            bold(reader.say("⭐ How was it?")),
            reader.say("5 stars are the best. Words and photos may follow."),
        ),
    )
    return Screen(text, rows(stars, [_cancel(reader, number)]), card=belongs_to_order(reviewed.order))


def ask_words(reader: Reader, draft: ReviewDraft, order: Order, problem: Html | str = "") -> Screen:
    """What else there is to say."""
    most = reader.number(MOST_WORDS)
    text = paragraphs(
        about(reader, order),
        problem,
        starred(reader, draft.stars),
        quote(draft.words) if draft.words else "",
        bold(reader.say("✍️ What should other buyers know?")),
        reader.say("Write it in up to {most} characters, or press Skip.", most=most),
    )
    return Screen(
        text,
        rows([_step(reader, draft.order_id, ReviewStep.SKIP)], [_cancel(reader, order.id)]),
        card=belongs_to_order(order),
    )


def ask_photos(reader: Reader, draft: ReviewDraft, order: Order, problem: Html | str = "") -> Screen:
    """Photos, one after another or together, until Done."""
    so_far = _so_far(reader, draft)
    clear = [_step(reader, draft.order_id, ReviewStep.CLEAR)] if draft.photos else []
    text = paragraphs(
        about(reader, order),
        problem,
        bold(reader.say("📷 Do you have photos of the goods?")),
        reader.say("Send up to {most}, then press Done.", most=reader.number(MOST_PHOTOS)),
        so_far,
    )
    return Screen(
        text,
        rows([_step(reader, draft.order_id, ReviewStep.DONE), *clear], [_cancel(reader, order.id)]),
        card=belongs_to_order(order),
    )


def _so_far(reader: Reader, draft: ReviewDraft) -> Html:
    """Photos sent together are answered once, at the first: how many they are shows on the card."""
    if not draft.photos:
        return Html()
    if draft.album:
        return reader.say("📷 Your photos are coming in.")
    count = len(draft.photos)
    return reader.say_many("📷 {count} photo so far.", "📷 {count} photos so far.", count)


def review_card(reader: Reader, draft: ReviewDraft, order: Order) -> Screen:
    """The whole review before it is sent."""
    country = order.details.delivery.country
    text = paragraphs(
        about(reader, order),
        opinion(reader, draft.opinion),
        reader.say("Others see it under the product, signed: {buyer}.", buyer=from_where(reader, country)),
        bold(reader.say("Nothing is sent yet.")),
    )
    send, edit = (_step(reader, draft.order_id, step) for step in (ReviewStep.SEND, ReviewStep.EDIT))
    return Screen(text, rows([send], [edit, _cancel(reader, order.id)]), card=belongs_to_order(order))


def ask_answer(reader: Reader, order: Order, review: Review, problem: Html | str = "") -> Screen:
    """The seller is asked for his answer, which he gives once."""
    text = paragraphs(
        about(reader, order),
        opinion(reader, review.opinion),
        problem,
        bold(reader.say("↩️ What do you answer?")),
        reader.say(
            "You can answer once, in up to {most} characters. Everybody who looks at the product reads it.",
            most=reader.number(MOST_WORDS),
        ),
    )
    return Screen(text, rows([_cancel(reader, order.id)]), card=belongs_to_order(order))


def answer_card(reader: Reader, order: Order, words: str) -> Screen:
    """The answer before it is sent."""
    text = paragraphs(
        about(reader, order),
        lines(reader.say("Your answer to the review:"), quote(words)),
        bold(reader.say("Nothing is sent yet, and it cannot be changed afterwards.")),
    )
    send, edit = (_step(reader, order.id, step) for step in (ReviewStep.SEND_ANSWER, ReviewStep.ANSWER))
    return Screen(text, rows([send], [edit, _cancel(reader, order.id)]), card=belongs_to_order(order))


def published(reader: Reader) -> Html:
    """Said above the review that was just sent."""
    return reader.say("Thank you, your review is published.")


def answered(reader: Reader) -> Html:
    """Said above the review that was just answered."""
    return reader.say("Your answer is published.")


def only_photos(reader: Reader) -> Html:
    """Why something else than a photo was not taken."""
    return reader.say("Only photos can be shown here. Please send it as a photo.")


def about(reader: Reader, order: Order) -> Html:
    """Which order it is."""
    return reader.say("Order {number}: {title}", number=order.number, title=title(reader, order.goods))


def opinion(reader: Reader, said: Opinion) -> Html:
    """Stars, words and the number of photos."""
    count = len(said.photos)
    return lines(
        starred(reader, said.stars),
        quote(said.words) if said.words else "",
        reader.say_many("📷 {count} photo", "📷 {count} photos", count) if count else "",
    )


_WORDS: Final[Mapping[ReviewStep, Callable[[Reader], str]]] = {
    ReviewStep.SKIP: lambda reader: reader.word("Skip"),
    ReviewStep.CLEAR: lambda reader: reader.word("Clear"),
    ReviewStep.DONE: lambda reader: reader.word("Done"),
    ReviewStep.SEND: lambda reader: reader.word("📨 Send"),
    ReviewStep.EDIT: lambda reader: reader.word("✏️ Edit"),
    ReviewStep.ANSWER: lambda reader: reader.word("✏️ Edit"),
    ReviewStep.SEND_ANSWER: lambda reader: reader.word("📨 Send"),
}
_SENDS: Final = (ReviewStep.SEND, ReviewStep.SEND_ANSWER)


def _step(reader: Reader, order_id: int, step: ReviewStep) -> Button:
    press = TakeReviewStep(order_id=order_id, step=step)
    return Button(_WORDS[step](reader), press.pack(), Style.SUCCESS if step in _SENDS else Style.PLAIN)


def _cancel(reader: Reader, order_id: int) -> Button:
    return Button(reader.word("Cancel"), ShowOrder(order_id=order_id).pack())
