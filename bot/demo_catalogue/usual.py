"""What the demo's suppliers usually ask, and where they are paid, so that nothing there is empty."""

from dataclasses import replace

from domain.catalogue import Qualification, Supplier
from domain.money import Money
from domain.payment_account import alipay_account, bank_account, cards
from domain.sample_policy import NO_POLICY, SamplePolicy
from domain.terms import PaymentMethod, QualityStandard, TermsDraft
from services.usual_clauses import freight_choices

ACCOUNTS = (
    bank_account(["中国银行义乌分行", "示例贸易有限公司", "6217 8500 0000 1234 567", "BKCHCNBJ92H"]),
    alipay_account("demo@example.com"),
    cards(taken=True),
)
"""Where every supplier of the demo is paid; made up."""
_PLAIN = TermsDraft(payment=PaymentMethod.TRANSFER, deposit_percent=30, quality=QualityStandard.AS_SAMPLE)
_VERIFIED = replace(
    _PLAIN, quality=QualityStandard.AQL_2_5, late_percent_per_day=50, late_cap_percent=10, valid_days=7
)


_SAMPLES = SamplePolicy(True, Money(3000, "CNY"), Money(4000, "CNY"), days=5, is_refundable=True)


def samples_of(supplier: Supplier) -> SamplePolicy:
    """A verified factory gives samples on standing terms; the others are asked."""
    return _SAMPLES if supplier.qualification is Qualification.VERIFIED_FACTORY else NO_POLICY


def usual_for(supplier: Supplier) -> TermsDraft:
    """FOB the usual port and 30 % deposit; a verified factory also stands in for quality and delay."""
    fob = next(part for part in freight_choices(supplier) if part.trade_term == "FOB")
    is_verified = supplier.qualification is Qualification.VERIFIED_FACTORY
    return (_VERIFIED if is_verified else _PLAIN).filled_from(fob)
