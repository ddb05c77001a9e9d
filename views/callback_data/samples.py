"""Buttons of samples; those of a request name the version of the quote, 0 while there is none."""

from aiogram.filters.callback_data import CallbackData

from services.sample_draft import Part


class RequestSample(CallbackData, prefix="sample"):
    """Asks for a sample of a product, perhaps in a negotiation."""

    product_id: int
    negotiation_id: int = 0


class CountSample(CallbackData, prefix="samplen"):
    """So many pieces are wanted of what no policy answers."""

    product_id: int
    count: int
    negotiation_id: int = 0


class SendRequest(CallbackData, prefix="samplego"):
    """Sends the request without wishes."""

    product_id: int
    count: int
    negotiation_id: int = 0


class OthersOf(CallbackData, prefix="othersof"):
    """Lists other suppliers of such goods."""

    product_id: int


class ShowSample(CallbackData, prefix="smp"):
    """Opens the card of a request as it stands now."""

    request_id: int


class BringSample(CallbackData, prefix="bringsmp"):
    """Sends the card of a request as it stands now; what has the button stays."""

    request_id: int


class ListSamples(CallbackData, prefix="samples"):
    """Shows a page (from 0) of requests and sample orders."""

    page: int = 0


class QuoteSample(CallbackData, prefix="smpquote"):
    """Begins to say what the sample costs."""

    request_id: int
    version: int


class OrderSample(CallbackData, prefix="smporder"):
    """Begins to order at the quote."""

    request_id: int
    version: int


class AskSample(CallbackData, prefix="smpask"):
    """Asks for a question about the quote."""

    request_id: int
    version: int


class DeclineSample(CallbackData, prefix="smpno"):
    """Declines; `plainly` without a reason."""

    request_id: int
    version: int
    plainly: bool = False


class WithdrawSample(CallbackData, prefix="smpback"):
    """Takes the request, or the quote, back."""

    request_id: int
    version: int


class SetPart(CallbackData, prefix="smpset"):
    """Answers a part of what is being said of a sample; an empty value opens it again."""

    about: str
    part: Part
    value: str = ""


class KeepDraft(CallbackData, prefix="smpkeep"):
    """Sends the quote, or keeps the policy."""

    about: str


class DropDraft(CallbackData, prefix="smpdrop"):
    """Gives it up."""

    about: str


class SetPolicy(CallbackData, prefix="smppolicy"):
    """Shows on which terms samples are given: of a product, or of all of a supplier's."""

    product_id: int = 0
    supplier_id: int = 0


class ListPolicies(CallbackData, prefix="smppolicies"):
    """Shows whom the person sells for, by pages from 0."""

    page: int = 0
