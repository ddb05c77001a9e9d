"""Tracking: everything that happened to an order, and the photos that came with it."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from services.journey import timeline_of
from services.ordering import Ordering
from services.photos import Photo, Photos
from services.refusals import NotFound
from views import track as views
from views.callback_data.shipping import ShowPackingPhoto, ShowStagePhoto, TrackOrder
from views.producing import Proof, stage_photo

router = Router(name="tracking")


@router.callback_query(Pressed(TrackOrder))
async def show(query: CallbackQuery, desk: Desk, pressed: TrackOrder) -> Reply:
    """The timeline below the card; its pages turn in place."""
    timeline = await timeline_of(desk.books, desk.person, pressed.order_id)
    reply = Reply(views.track(desk.reader, timeline, pressed.page))
    return reply if pressed.page else replace(reply, place=Place.BELOW)


@router.callback_query(Pressed(ShowStagePhoto))
async def show_stage(query: CallbackQuery, desk: Desk, pressed: ShowStagePhoto) -> Reply:
    """A photo of a stage."""
    milestone = await desk.books.milestones.get(pressed.milestone_id)
    if milestone is None:
        raise NotFound(what="milestone")
    order, _ = await Ordering(desk.books, desk.person).see(milestone.order_id)
    photo = _at(await desk.books.milestones.photos(milestone.id), pressed.place)
    proof = Proof(milestone, photo, pressed.place)
    return Reply(stage_photo(desk.reader, order, proof), place=Place.BELOW)


@router.callback_query(Pressed(ShowPackingPhoto))
async def show_packing(query: CallbackQuery, desk: Desk, pressed: ShowPackingPhoto) -> Reply:
    """A photo of a packing list."""
    order, _ = await Ordering(desk.books, desk.person).see(pressed.order_id)
    photos = await desk.books.consignments.photos(order.id, pressed.number)
    shown = views.Packing(pressed.number, _at(photos, pressed.place), pressed.place, len(photos))
    return Reply(views.packing_photo(desk.reader, order, shown), place=Place.BELOW)


def _at(photos: Photos, place: int) -> Photo:
    """The photo at a place counted from 1. Raises NotFound."""
    if not 0 < place <= len(photos):
        raise NotFound(what="photo")
    return photos[place - 1]
