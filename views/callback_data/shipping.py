"""Buttons of an order on its way: production, shipping, receipt, and cancelling together."""

from aiogram.filters.callback_data import CallbackData

from domain.carriers import Carrier
from domain.milestone import Stage


class StartProduction(CallbackData, prefix="produce"):
    """The seller begins to make the goods."""

    order_id: int
    revision: int


class ReportProgress(CallbackData, prefix="progress"):
    """Shows the stages that can be reported."""

    order_id: int
    revision: int


class PickStage(CallbackData, prefix="stage"):
    """Begins to report a stage, with photos."""

    order_id: int
    revision: int
    stage: Stage


class SendReport(CallbackData, prefix="report"):
    """The report of this stage is complete."""

    order_id: int
    stage: Stage


class ShipGoods(CallbackData, prefix="shipgoods"):
    """Begins to fill in what leaves."""

    order_id: int
    revision: int


class CorrectWaybill(CallbackData, prefix="waybill"):
    """Begins to give another carrier or number for a consignment."""

    order_id: int
    number: int


class PickCarrier(CallbackData, prefix="carrier"):
    """The carrier of the consignment."""

    order_id: int
    carrier: Carrier


class ShipAll(CallbackData, prefix="shipall"):
    """All that is left leaves."""

    order_id: int


class SkipQuestion(CallbackData, prefix="shipskip"):
    """Leaves the present question of the form open, or ends the photos."""

    order_id: int


class SendConsignment(CallbackData, prefix="shipsend"):
    """What was looked over is right: `token` names what the form said."""

    order_id: int
    token: str


class TrackOrder(CallbackData, prefix="track"):
    """Shows everything that happened to the order: a page, counted from 1; 0 is the latest."""

    order_id: int
    page: int = 0


class ShowStagePhoto(CallbackData, prefix="stagepic"):
    """A photo of a stage, counted from 1."""

    milestone_id: int
    place: int


class ShowPackingPhoto(CallbackData, prefix="packpic"):
    """A photo of the packing list of a consignment, counted from 1."""

    order_id: int
    number: int
    place: int


class ReceiveGoods(CallbackData, prefix="receive"):
    """The goods are there; not `sure` yet asks once more."""

    order_id: int
    revision: int
    sure: bool = False


class NotArrivedYet(CallbackData, prefix="notyet"):
    """The buyer waits longer for the goods."""

    order_id: int
    revision: int


class CompleteOrder(CallbackData, prefix="complete"):
    """The buyer closes the order; not `sure` yet asks once more."""

    order_id: int
    revision: int
    sure: bool = False


class AskToCancel(CallbackData, prefix="askcancel"):
    """Asks for the reason to cancel an order that was paid for."""

    order_id: int
    revision: int


class AnswerCancel(CallbackData, prefix="anscancel"):
    """Agrees to end the order, or refuses; not `sure` yet asks once more before agreeing."""

    order_id: int
    revision: int
    agrees: bool
    sure: bool = False
