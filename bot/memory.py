"""The garbage collector's hours: none while the bot starts, few afterwards."""

import gc

# Objects made before a young collection: an update makes a few hundred and nearly all die by themselves.
YOUNG = 20_000


def hold() -> None:
    """Call first of all: what a start makes will stay, and looking for litter there costs a tenth of it."""
    gc.disable()


def settle() -> None:
    """Call when everything is built: sweep once, then never look at what is there again.

    aiogram's types, the tables and the catalogues are hundreds of thousands of objects that live as long as
    the process; otherwise each full collection walks them all, and an update costs half as much again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 50)
    gc.enable()
