"""Words of the phrases about the price."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

PRICE: Final[Mapping[str, Wording]] = {
    "best_price": lambda reader, values: reader.word("What is your best price for {quantity}?", **values),
    "can_you_do": lambda reader, values: reader.word("Can you do {price}?", **values),
    "if_i_take": lambda reader, values: reader.word("If I take {quantity}, can you do {price}?", **values),
    "target_price": lambda reader, values: reader.word(
        "My target price is {price}. How close can you come?", **values
    ),
    "price_covers_packing": lambda reader, values: reader.word("Does the price include packing?"),
    "price_covers_tax": lambda reader, values: reader.word("Does the price include tax and export papers?"),
    "take_off": lambda reader, values: reader.word("Could you take {percent} off the price?", **values),
    "lowest_price": lambda reader, values: reader.word("{price} is the lowest I can go.", **values),
    "from_quantity": lambda reader, values: reader.word("From {quantity} on I can do {price}.", **values),
    "dearer_material": lambda reader, values: reader.word(
        "Material has become dearer, so I cannot go any lower."
    ),
    "price_until": lambda reader, values: reader.word("This price holds until {date}.", **values),
    "first_order": lambda reader, values: reader.word(
        "On your first order I can give you {percent} off.", **values
    ),
}
