"""The draft of an order: what is asked next, what was answered, and how it is kept between two updates."""

from dataclasses import astuple, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from domain.details import Delivery, Details, Line, from_record, to_record
from domain.terms.record import Record
from services.negotiating import Target
from services.order_deeds import OrderTarget
from services.sampling import SampleTarget


class Step(StrEnum):
    """What the form asks; the values are stored and on buttons."""

    QUANTITY = "qty"
    SPECS = "spec"
    ADDRESS = "addr"
    COUNTRY = "land"
    PHONE = "tel"
    WANTED = "day"
    NOTE = "note"


OF_ADDRESS = (Step.COUNTRY, Step.PHONE)
"""Asked on the card of an order, and only while its address leaves them open."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What the form leads to: the agreed version ordered, a product as listed, or an order edited.

    `is_sample`: a sample of the product is ordered by its policy; with `request_id` one at the quote
    `version` of that request. The ids of the others are 0.
    """

    negotiation_id: int = 0
    version: int = 0
    product_id: int = 0
    order_id: int = 0
    revision: int = 0
    request_id: int = 0
    is_sample: bool = False

    @property
    def key(self) -> str:
        """The same in a few characters, for buttons."""
        if self.order_id:
            return f"o{self.order_id}r{self.revision}"
        if self.request_id:
            return f"q{self.request_id}v{self.version}"
        if self.is_sample:
            return f"s{self.product_id}"
        return f"p{self.product_id}" if self.product_id else f"n{self.negotiation_id}v{self.version}"

    @property
    def target(self) -> Target:
        """The agreed version."""
        return Target(self.negotiation_id, self.version)

    @property
    def sample(self) -> SampleTarget:
        """The quote of a sample."""
        return SampleTarget(self.request_id, self.version)

    @property
    def order(self) -> OrderTarget:
        """The order that is edited."""
        return OrderTarget(self.order_id, self.revision)


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """An order in the making.

    `count` is only what is ordered as listed; `listed` are the terms that were shown for it. `lines` may not
    add up yet; `picked` are the values of the next one, and `is_same` gives it all units. The address is
    `typed` if it comes from no book; `bad_phone` is what it says as a phone and is none.
    """

    aim: Aim
    to_ask: tuple[Step, ...] = ()
    asked: tuple[Step, ...] = ()
    count: int = 0
    lines: tuple[Line, ...] = ()
    picked: tuple[tuple[str, str], ...] = ()
    is_same: bool = False
    delivery: Delivery | None = None
    typed: bool = False
    bad_phone: str = ""
    wanted_on: date | None = None
    note: str = ""
    listed: Record = field(default_factory=dict)

    @property
    def current(self) -> Step | None:
        """What is asked now."""
        return self.to_ask[0] if self.to_ask else None

    @property
    def is_at_start(self) -> bool:
        """Whether nothing was answered yet."""
        return not self.asked

    @property
    def is_on_card(self) -> bool:
        """Whether the question stands on the card of an order that exists."""
        return self.current in OF_ADDRESS

    def passed(self) -> "OrderDraft":
        """The current question is answered, or skipped."""
        return replace(self, to_ask=self.to_ask[1:], asked=(*self.asked, *self.to_ask[:1]))

    def back(self) -> "OrderDraft":
        """The question before, once more."""
        *earlier, last = self.asked
        return replace(self, to_ask=(last, *self.to_ask), asked=tuple(earlier)).reopened(last)

    def reopened(self, step: Step) -> "OrderDraft":
        """Without what was answered to it, where an answer is put together of several."""
        return replace(self, lines=(), picked=(), is_same=False) if step is Step.SPECS else self

    def going_to(self, delivery: Delivery) -> "OrderDraft":
        """An address is known."""
        return replace(self, delivery=delivery).passed()

    def changed(self, before: Details) -> Details:
        """The details of an order with what this draft says of them; what was asked replaces what stood."""
        return Details(
            delivery=self.delivery or before.delivery,
            lines=self.lines if Step.SPECS in self.asked else before.lines,
            wanted_on=self.wanted_on if Step.WANTED in self.asked else before.wanted_on,
            note=self.note if Step.NOTE in self.asked else before.note,
        )


_NOWHERE: Final = Delivery("-")
"""Stands in a record whose draft has no address yet."""


def draft_record(draft: OrderDraft) -> dict[str, Any]:
    """A draft as JSON."""
    aim = draft.aim
    details = Details(draft.delivery or _NOWHERE, draft.lines, draft.wanted_on, draft.note)
    return {
        "aim": list(astuple(aim)),
        "to_ask": list(draft.to_ask),
        "asked": list(draft.asked),
        "count": draft.count,
        "details": to_record(details),
        "picked": [list(spec) for spec in draft.picked],
        "is_same": draft.is_same,
        "is_going": draft.delivery is not None,
        "typed": draft.typed,
        "bad_phone": draft.bad_phone,
        "listed": draft.listed,
    }


def draft_of(record: dict[str, Any]) -> OrderDraft:
    """The draft that `draft_record` wrote."""
    details = from_record(record["details"])
    return OrderDraft(
        aim=Aim(*record["aim"]),
        to_ask=tuple(Step(step) for step in record["to_ask"]),
        asked=tuple(Step(step) for step in record["asked"]),
        count=record["count"],
        lines=details.lines,
        picked=tuple((name, value) for name, value in record["picked"]),
        is_same=record["is_same"],
        delivery=details.delivery if record["is_going"] else None,
        typed=record["typed"],
        bad_phone=record["bad_phone"],
        wanted_on=details.wanted_on,
        note=details.note,
        listed=record["listed"],
    )
