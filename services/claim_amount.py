"""The amount of a claim in the making: a sum or a share, never above what the affected units are worth."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from domain.claim_bounds import AboveWorth, OtherCurrency
from domain.money import Money, exponent
from domain.refusal import Refusal
from domain.worth import share
from language.claim_line import ClaimSaid
from language.sum_line import SumSaid
from services.claim_draft import Step
from services.claim_matter import ClaimForm


def wished(form: ClaimForm, said: ClaimSaid) -> ClaimForm:
    """The sum that is asked for; before the units are known it is remembered, and a share is not heard."""
    if form.problem or Step.AMOUNT not in form.draft.to_ask:
        return form
    wanted, is_counted = said.amount, bool(form.draft.count)
    if wanted and is_counted:
        return checked(form, lambda: summed(form, wanted))
    if wanted:
        return checked(form, lambda: form.moved(replace(form.draft, minor=_money(form, wanted).minor)))
    return amounted(form, share(form.most, said.share)) if said.share and is_counted else form


def remembered(before: ClaimForm, form: ClaimForm) -> ClaimForm:
    """With the sum that was said before the units were known; one that is too much for them is asked anew."""
    is_due = Step.UNITS in before.draft.to_ask and Step.UNITS not in form.draft.to_ask
    if not (is_due and form.draft.minor and Step.AMOUNT in form.draft.to_ask):
        return form
    try:
        return amounted(form, Money(form.draft.minor, form.most.currency))
    except AboveWorth:
        return form.moved(replace(form.draft, minor=0))


def summed(form: ClaimForm, said: SumSaid) -> ClaimForm:
    """Raises OtherCurrency and AboveWorth."""
    return amounted(form, _money(form, said))


def amounted(form: ClaimForm, amount: Money) -> ClaimForm:
    """Raises AboveWorth."""
    form.matter.claimable.check_amount(amount, form.draft.count or form.matter.claimable.count)
    return form.moved(form.draft.answered(Step.AMOUNT, minor=amount.minor))


def _money(form: ClaimForm, said: SumSaid) -> Money:
    """Raises OtherCurrency and AboveWorth, also for what is finer than the minor unit."""
    currency = form.most.currency
    if said.currency not in (None, currency):
        raise OtherCurrency(currency=currency)
    minor = said.amount.scaleb(exponent(currency))
    if minor != minor.to_integral_value() or minor > Decimal(form.most.minor):
        raise AboveWorth(worth=form.most)
    return Money(int(minor), currency)


def checked(form: ClaimForm, answered: Callable[[], ClaimForm]) -> ClaimForm:
    """The form as answered, or with the refusal as its problem."""
    try:
        return answered()
    except Refusal as refusal:
        return form.failed(refusal)
