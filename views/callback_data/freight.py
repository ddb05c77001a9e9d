"""Buttons about freight; they name the product or the negotiation, the other id is 0, and the quantity."""

from aiogram.filters.callback_data import CallbackData

from domain.terms import Shipping


class BringFreight(CallbackData, prefix="bringfr"):
    """Sends the freight of a negotiation or a draft; the card with the button stays."""

    product_id: int = 0
    negotiation_id: int = 0
    count: int = 0


class ShowFreight(CallbackData, prefix="fr"):
    """Shows freight in place; `search` names the search to go back to, empty if there was none."""

    product_id: int = 0
    negotiation_id: int = 0
    count: int = 0
    search: str = ""


class AskDestination(CallbackData, prefix="where"):
    """Asks for another country."""

    product_id: int
    negotiation_id: int
    count: int


class ChooseDestination(CallbackData, prefix="to"):
    """Has goods sent to the country from now on."""

    product_id: int
    negotiation_id: int
    count: int
    country: str


class ShipBy(CallbackData, prefix="ship"):
    """Puts a way to ship into the offer under way, or into a new one."""

    product_id: int
    negotiation_id: int
    count: int
    method: Shipping


class StateFreight(CallbackData, prefix="fig"):
    """Says what freight costs, in minor units of the goods' currency, for the quantity of a version."""

    negotiation_id: int
    version: int
    method: Shipping
    minor: int
