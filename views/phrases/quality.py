"""Words of the phrases about quality."""

from collections.abc import Mapping
from typing import Final

from views.phrases.wording import Wording

QUALITY: Final[Mapping[str, Wording]] = {
    "photos_first": lambda reader, values: reader.word(
        "Please send me photos of the finished goods before you ship."
    ),
    "third_party": lambda reader, values: reader.word("May a third party inspect the goods before shipment?"),
    "certificates": lambda reader, values: reader.word("Which certificates does this product have?"),
    "like_sample": lambda reader, values: reader.word("The goods must be the same as the approved sample."),
    "if_defective": lambda reader, values: reader.word(
        "What if more than {percent} are defective?", **values
    ),
    "same_as_sample": lambda reader, values: reader.word(
        "The goods will be the same as the sample you approved."
    ),
    "come_inspect": lambda reader, values: reader.word(
        "You are welcome to inspect the goods from {date} on.", **values
    ),
    "every_piece": lambda reader, values: reader.word("We check everything before packing."),
    "make_again": lambda reader, values: reader.word(
        "If more than {percent} are defective, we make them again.", **values
    ),
}
