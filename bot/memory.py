"""Memory after the start: what was built to stay is taken out of the garbage collector's way."""

import gc

# Objects made before a young collection; a handled update makes a few hundred and frees them by itself.
YOUNG = 20_000


def settle() -> None:
    """Call once when everything is built: frees the start's litter and never looks at the rest again.

    aiogram's types, the routers and the catalogues are hundreds of thousands of objects that live as long as
    the process; without this each full collection walks all of them.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 50)
