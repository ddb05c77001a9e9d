"""Production as the seller reports it and the buyer is shown it."""

from dataclasses import dataclass

from domain.milestone import MOST_PHOTOS, Milestone, Stage
from domain.order import Order
from services.order_briefing import Reached
from services.photos import Photo
from services.said import Said
from views.callback_data.navigation import BringOrder, ShowOrder
from views.callback_data.shipping import PickStage, SendReport, ShowStagePhoto, TrackOrder
from views.markup import Html, bold, lines, paragraphs, quote
from views.order import belongs_to_order
from views.reader import Reader
from views.screen import Attached, Button, Screen, Style, rows
from views.stages import stage_name
from views.talk import not_shown
from views.titles import title


@dataclass(frozen=True, slots=True)
class Proof:
    """A photo of a stage: which of how many."""

    milestone: Milestone
    photo: Photo
    place: int


def choose_stage(reader: Reader, order: Order, reported: frozenset[Stage]) -> Screen:
    """Which stage was reached; those that were reported already are gone."""
    question = reader.say("📸 How far is order {number}? The buyer gets your photos.", number=order.number)
    stages = [
        [Button(stage_name(reader, stage), _pick(order, stage))] for stage in Stage if stage not in reported
    ]
    leave = Button(reader.word("◀ Back"), ShowOrder(order_id=order.id).pack())
    return Screen(bold(question), rows(*stages, [leave]), card=belongs_to_order(order))


def ask_photos(
    reader: Reader, order: Order, stage: Stage, problem: str = "", *, going_on: bool = False
) -> Screen:
    """Photos and words are collected until Done."""
    head = reader.say("{stage}, order {number}", stage=stage_name(reader, stage), number=order.number)
    how = reader.say(
        "Send up to {most} photos, and a few words if you like. Then press Done.", most=MOST_PHOTOS
    )
    kept = reader.say("Kept. Send more, or press Done.") if going_on else how
    send = Button(reader.word("Done"), SendReport(order_id=order.id, stage=stage).pack(), Style.SUCCESS)
    leave = Button(reader.word("Cancel"), ShowOrder(order_id=order.id).pack())
    return Screen(paragraphs(problem, bold(head), kept), rows([send, leave]))


def milestone_news(reader: Reader, reached: Reached) -> Screen:
    """What the buyer is told after the photos."""
    order, milestone = reached.case.order, reached.milestone
    stage = stage_name(reader, milestone.stage)
    head = reader.say("🏭 Order {number}: {stage}", number=order.number, stage=stage)
    note = quote(milestone.note) if milestone.note else ""
    track = Button(reader.word("📍 Track"), TrackOrder(order_id=order.id).pack())
    card = Button(reader.word("📦 Show order"), BringOrder(order_id=order.id).pack())
    text = paragraphs(lines(bold(head), title(reader, order.goods)), note)
    return Screen(text, rows([track, card]), card=belongs_to_order(order))


def photo_news(reader: Reader, reached: Reached) -> Screen:
    """One photo of a stage; the words follow in a message of their own."""
    assert reached.photo is not None, "only a photo is shown as one"
    text = _photo_words(reader, reached.case.order, Proof(reached.milestone, reached.photo, reached.place))
    card = belongs_to_order(reached.case.order)
    return Screen(text, card=card, attached=attached(reader, reached.photo, text))


def stage_photo(reader: Reader, order: Order, proof: Proof) -> Screen:
    """One photo; a button leads to the next."""
    text = _photo_words(reader, order, proof)
    after = ShowStagePhoto(milestone_id=proof.milestone.id, place=proof.place + 1)
    more = [Button("▶", after.pack())] if proof.place < proof.milestone.photos else []
    return Screen(
        text, rows(more), card=belongs_to_order(order), attached=attached(reader, proof.photo, text)
    )


def _photo_words(reader: Reader, order: Order, proof: Proof) -> Html:
    milestone = proof.milestone
    said = reader.say(
        "{stage}, order {number}: photo {place} of {count}",
        stage=stage_name(reader, milestone.stage),
        number=order.number,
        place=proof.place,
        count=milestone.photos,
    )
    return bold(said)


def attached(reader: Reader, photo: Photo, text: Html) -> Attached:
    """The file itself under the words."""
    return Attached(Said(kind=photo.kind, file=photo.file), lines(text, not_shown(reader)))


def _pick(order: Order, stage: Stage) -> str:
    return PickStage(order_id=order.id, revision=order.revision, stage=stage).pack()
