"""Where a person can stand in a conversation: every state on one page."""

from aiogram.fsm.state import State, StatesGroup


class Searching(StatesGroup):
    """A filter is open and may be answered by typing."""

    moq = State()
    price = State()


class Offering(StatesGroup):
    """An offer is being drafted; typed words answer the form or fill it in one line."""

    form = State()


class Freighting(StatesGroup):
    """Freight is looked at: a quantity, country, weight, size or a seller's figure may be typed."""

    open = State()
    country = State()


class SettingTerms(StatesGroup):
    """A supplier's usual terms are shown; typed words change them."""

    usual = State()


class Asking(StatesGroup):
    """The talk with the other side of a negotiation is open: whatever is said goes there."""

    message = State()


class Sharing(StatesGroup):
    """The buyer agreed to give his phone number and is asked for it."""

    number = State()


class Phrasing(StatesGroup):
    """A phrase is being said; typed words are the value of its next slot."""

    slot = State()


class Ordering(StatesGroup):
    """An order is being filled in, or it is chosen what to change in one."""

    form = State()
    menu = State()


class KeepingAddresses(StatesGroup):
    """Another address is being written in place of one in the address book."""

    entry = State()
