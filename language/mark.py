"""The marks a scanned line consists of, and the token that carries one."""

from enum import StrEnum, auto
from typing import Final, NamedTuple

from domain.quantity import Unit
from domain.terms import BalanceDue, Custom, FeeBasis, PaymentMethod, QualityStandard, Shipping, TradeTerm
from language.figure import Figure


class Mark(StrEnum):
    """What a token does in the grammar of offers."""

    NUMBER = auto()
    WORD = auto()  # unknown, kept for the rest
    MODEL = auto()  # letters and digits grown together, dates, phone numbers
    STOP = auto()  # ends a sentence
    QUESTION = auto()
    COMMA = auto()  # ends a clause
    COLON = auto()
    SLASH = auto()
    DASH = auto()
    TIMES = auto()
    PLUS = auto()
    PERCENT = auto()
    PARTS = auto()  # 百分之, 千分之: of so many parts
    FOOT = auto()  # ' and " behind a figure: feet and inches
    UNIT = auto()
    CURRENCY = auto()
    PER = auto()
    EACH = auto()
    DAY = auto()
    WORKDAY = auto()
    AND_A_HALF = auto()  # 个半月: of that many months and a half
    MULTIPLE = auto()  # gross: of so many pieces
    MEASURE = auto()
    QUALITY = auto()
    AQL = auto()
    CUSTOM = auto()
    FEE = auto()
    ONCE = auto()
    FREE = auto()
    INCLUDED = auto()
    SHIPPING = auto()
    FREIGHT = auto()  # its cost
    SIDE_COST = auto()  # samples, tests, duty: what costs something beside the goods
    FREIGHT_BY = auto()  # who pays it, in one phrase
    PARTY = auto()  # who pays something
    TRADE_TERM = auto()
    PLACE = auto()  # of the trade term
    PAYMENT = auto()
    DEPOSIT = auto()
    BALANCE = auto()
    STAGED = auto()  # 三七付款: so many percent first
    DUE = auto()  # when the balance is paid
    IN_FULL = auto()
    LEAD = auto()
    NOT_LEAD = auto()
    MONTH = auto()  # by its name
    BEFORE = auto()
    VALID = auto()  # how long an offer stands
    LATE = auto()
    CAP = auto()  # the most that lateness costs
    TOTAL = auto()
    MINIMUM = auto()
    FROM = auto()  # 起: at least, after a quantity
    PRICE = auto()  # the word, not the figure
    OFF = auto()
    CUT = auto()  # reduce, cut: by how much follows
    RISE = auto()
    FOLD = auto()  # 折: tenths of the listed price
    TENTHS = auto()  # 成 as in 三成
    TO = auto()
    OR = auto()
    AT_MOST = auto()
    AT_LEAST = auto()
    ABOUT = auto()
    LIMIT = auto()
    LESS = auto()
    AS_FAR = auto()  # as low as: with a cannot before it no bound, but a price refused
    MORE = auto()
    CANNOT = auto()
    TOO = auto()
    PROPOSE = auto()
    AT = auto()
    FOR = auto()
    OF = auto()
    BY = auto()
    IS = auto()
    BUY = auto()
    SETTLE = auto()  # said after a price: "and we have a deal"
    LISTED = auto()
    PAST = auto()
    IF = auto()
    SINCE = auto()  # because, when: a reason follows
    BUT = auto()
    NOT = auto()
    VAGUE = auto()  # 几, 多: part of an inexact number
    FILLER = auto()


class Cue(StrEnum):
    """What a phrase says about the writer's intent."""

    AGREE = auto()  # plain enough to accept by itself
    OKAY = auto()  # accepts only a price on the table
    REFUSE = auto()
    HAGGLE = auto()
    ASK = auto()
    FITS = auto()  # accepts a price on the table, whatever is said besides
    SPLIT = auto()  # proposes to meet halfway
    CHECK = auto()  # asks whether a price is as it was understood
    TAG = auto()  # a question that puts what was said forward: how about, 怎么样
    REPORT = auto()  # repeats what the other side said: we have received your offer of
    YIELD = auto()  # gives in to the price named in the same breath
    TALK = auto()  # courtesy that asks for nothing


class Payer(StrEnum):
    """Who pays, as it is said: by name, or from the writer's side."""

    BUYER = "buyer"
    SELLER = "seller"
    ME = "me"
    YOU = "you"


class CurrencyMark(NamedTuple):
    """A currency and how many hundredths of its major unit the word stands for: 毛 is 10.

    `is_sign` when several currencies share it, `is_after` when it only stands behind its figure.
    """

    code: str
    hundredths: int
    is_sign: bool = False
    is_after: bool = False


Choice = Shipping | PaymentMethod | BalanceDue | TradeTerm | QualityStandard | Custom | FeeBasis | Payer
Value = Unit | Choice | CurrencyMark | Figure | str | int | None


class Token(NamedTuple):
    """One mark of the line, from `start` up to `end`; the kind of `value` depends on the mark."""

    mark: Mark
    value: Value
    start: int
    end: int


EQUALS: Final = "="
"""The value of the IS that a sign stands for, and not a word."""

EDGE: Final = Token(Mark.STOP, None, -1, -1)
"""What stands before the first and after the last token."""
