"""The phrasebook: every phrase there is, by theme; its words live in the views."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.people import Side
from domain.phrase import Kind, Phrase, Theme
from domain.ports import LANDING

_D, _Q, _P, _M, _C = Kind.DAYS, Kind.QUANTITY, Kind.PRICE, Kind.MONEY, Kind.PERCENT
_DATE, _PORT, _TERM = Kind.DATE, Kind.PORT, Kind.TERM
_BOTH: Final = (Side.BUYER, Side.SELLER)


def _buyer(theme: Theme, **slots: tuple[Kind, ...]) -> list[Phrase]:
    return [Phrase(name, theme, (Side.BUYER,), kinds) for name, kinds in slots.items()]


def _seller(theme: Theme, **slots: tuple[Kind, ...]) -> list[Phrase]:
    return [Phrase(name, theme, (Side.SELLER,), kinds) for name, kinds in slots.items()]


_ALL: Final[Sequence[Phrase]] = (
    *_buyer(
        Theme.PRICE,
        best_price=(_Q,),
        can_you_do=(_P,),
        if_i_take=(_Q, _P),
        target_price=(_P,),
        price_covers_packing=(),
        price_covers_tax=(),
    ),
    Phrase("take_off", Theme.PRICE, (Side.BUYER,), (_C,), usual=(3, 5, 8, 10)),
    *_seller(
        Theme.PRICE, lowest_price=(_P,), from_quantity=(_Q, _P), dearer_material=(), price_until=(_DATE,)
    ),
    Phrase("first_order", Theme.PRICE, (Side.SELLER,), (_C,), usual=(2, 3, 5, 8)),
    *_buyer(Theme.MOQ, lower_moq=(_Q,), trial_order=(_Q,), may_i_mix=(), in_stock=(_Q,)),
    *_seller(Theme.MOQ, our_moq=(_Q,), trial_is_fine=(_Q,), you_may_mix=(), small_price=(_Q, _P)),
    *_buyer(Theme.TIME, ship_within=(_D,), lead_time_for=(_Q,), need_by=(_DATE,), holidays_delay=()),
    *_seller(
        Theme.TIME,
        takes_days=(_D,),
        ready_by=(_DATE,),
        need_more=(_D,),
        closed_until=(_DATE,),
        leaves_in=(_D,),
    ),
    Phrase("deposit_of", Theme.PAYMENT, (Side.BUYER,), (_C,), usual=(10, 20, 30, 50)),
    *_buyer(Theme.PAYMENT, balance_after_report=(), proforma=(), deposit_paid=()),
    Phrase("start_after", Theme.PAYMENT, (Side.SELLER,), (_C,), usual=(30, 40, 50)),
    *_seller(Theme.PAYMENT, balance_before=(), not_received=(), bank_charges=()),
    Phrase("freight_to", Theme.SHIPPING, (Side.BUYER,), (_PORT,), ports=LANDING),
    Phrase("days_by_sea", Theme.SHIPPING, (Side.BUYER,), (_PORT,), ports=LANDING),
    *_buyer(
        Theme.SHIPPING,
        quote_term=(_TERM, _PORT),
        to_forwarder=(_PORT,),
        carton_facts=(),
    ),
    Phrase("freight_is", Theme.SHIPPING, (Side.SELLER,), (_PORT, _M), ports=LANDING),
    *_seller(
        Theme.SHIPPING,
        term_included=(_TERM, _PORT),
        leaves_port=(_PORT, _DATE),
        your_forwarder=(),
    ),
    *_buyer(Theme.QUALITY, photos_first=(), third_party=(), certificates=(), like_sample=()),
    Phrase("if_defective", Theme.QUALITY, (Side.BUYER,), (_C,), usual=(1, 2, 3, 5)),
    *_seller(Theme.QUALITY, same_as_sample=(), come_inspect=(_DATE,), every_piece=()),
    Phrase("make_again", Theme.QUALITY, (Side.SELLER,), (_C,), usual=(1, 2, 3, 5)),
    *_buyer(Theme.CUSTOMIZATION, print_logo=(), own_colour=(), own_packing=(), see_proof=()),
    Phrase("logo_costs", Theme.CUSTOMIZATION, (Side.SELLER,), (_P,), usual=(2, 3, 5, 10)),
    *_seller(Theme.CUSTOMIZATION, setup_fee=(_M,), custom_from=(_Q,), send_vector=()),
    *_buyer(Theme.SAMPLES, sample_first=(), sample_cost=(), sample_refund=(), sample_when=()),
    *_seller(Theme.SAMPLES, sample_fee=(_M, _Q), sample_within=(_D,), sample_free=(), sample_sent=(_DATE,)),
    *(
        Phrase(name, Theme.COURTESY, _BOTH)
        for name in ("hello", "thanks", "will_check", "long_term", "any_news")
    ),
    *_buyer(Theme.COURTESY, think_over=(_D,), other_supplier=()),
    *_seller(Theme.COURTESY, thanks_interest=(), busy_until=(_DATE,)),
)

PHRASES: Final[Mapping[str, Phrase]] = {phrase.id: phrase for phrase in _ALL}
"""Every phrase by its id; the ids are stored and on buttons."""


def phrases_of(side: Side, theme: Theme) -> list[Phrase]:
    """What a side may say about a theme."""
    return [phrase for phrase in _ALL if phrase.theme is theme and side in phrase.sides]
