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


class Stocking(StatesGroup):
    """A supplier's own products: looked through, a new one listed, a field changed, days off told."""

    open = State()
    listing = State()
    field = State()
    holiday = State()


class Asking(StatesGroup):
    """The talk with the other side of a negotiation is open: whatever is said goes there."""

    message = State()


class Sharing(StatesGroup):
    """The buyer agreed to give his phone number and is asked for it."""

    number = State()


class Phrasing(StatesGroup):
    """A phrase is being said; typed words are the value of its next slot."""

    slot = State()


class Paying(StatesGroup):
    """A buyer says he has paid: slips are sent, or another amount is typed."""

    slip = State()


class Receiving(StatesGroup):
    """A seller is asked what he received: an amount, or a reason why nothing, may be typed."""

    amount = State()
    reason = State()


class SettingAccount(StatesGroup):
    """A supplier's payment account is being entered."""

    account = State()


class Ordering(StatesGroup):
    """An order is being filled in, or it is chosen what to change in one."""

    form = State()
    menu = State()


class KeepingAddresses(StatesGroup):
    """Another address is being written in place of one in the address book."""

    entry = State()


class Listing(StatesGroup):
    """The list of orders is open: a number typed alone opens one; other words mean what they always do."""

    orders = State()


class Reviewing(StatesGroup):
    """A review is being written, or the answer to one; words and photos belong to it."""

    words = State()
    photos = State()
    answer = State()


class Reporting(StatesGroup):
    """A stage of production is reported: photos and words are collected until Done."""

    stage = State()


class Shipping(StatesGroup):
    """What leaves is filled in: typed words or photos answer the present question."""

    form = State()


class Cancelling(StatesGroup):
    """The reason for a request to cancel is being written."""

    reason = State()


class AnsweringClaim(StatesGroup):
    """A claim is answered: a proposal is made, a return's address or the reason of a refusal is typed."""

    proposal = State()
    address = State()
    refusal = State()


class Gathering(StatesGroup):
    """Evidence is gathered: every photo or document is kept as it comes, until Done."""

    files = State()


class MakingClaim(StatesGroup):
    """A claim on goods is filled in: typed words answer it, and photos are gathered until Done."""

    form = State()
    photos = State()


class Returning(StatesGroup):
    """For a claim goods travel or money goes back: waybill, what is wrong, or the amount may be typed."""

    parcel = State()
    contest = State()
    amount = State()


class Applying(StatesGroup):
    """A supplier applies for a qualification: company, credit code and photos are asked for in turn."""

    company = State()
    code = State()
    photos = State()


class Administering(StatesGroup):
    """An operator looks for a supplier by its name, or writes why an application is refused."""

    supplier = State()
    reason = State()


class Amending(StatesGroup):
    """A binding order is being changed: typed words say what."""

    line = State()


class Sampling(StatesGroup):
    """A sample is asked for, quoted, asked about or declined: typed words are wishes, figures or a reason."""

    wishes = State()
    quote = State()
    question = State()
    reason = State()


class Verifying(StatesGroup):
    """The file or the hash of an agreement is asked for."""

    open = State()


class ApprovingSample(StatesGroup):
    """A sample is approved: the agreed standard is written, or Yes is waited for; photos may still come."""

    standard = State()
    sure = State()


class WantingChanges(StatesGroup):
    """Changes of a sample are listed, with photos; or a seller writes why one is not possible."""

    items = State()
    reason = State()
