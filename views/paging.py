"""Long things as pages: which page of how many, the way to the others, and entries that fit on one."""

from collections.abc import Callable, Sequence

from views.fitting import visible_length
from views.markup import Html
from views.reader import Reader
from views.screen import Button


def page_line(reader: Reader, page: int, pages: int) -> Html:
    """The page, counted from 1; nothing where there is only one."""
    if pages < 2:
        return Html()
    return reader.say("Page {page} of {pages}", page=reader.number(page), pages=reader.number(pages))


def page_buttons(page: int, pages: int, turn: Callable[[int], str]) -> list[Button]:
    """◀ and ▶ where they lead somewhere; pages count from 0, `turn` is the data that opens one."""
    earlier = [Button("◀", turn(page - 1))] if page else []
    later = [Button("▶", turn(page + 1))] if page + 1 < pages else []
    return [*earlier, *later]


def parted(entries: Sequence[Html], most: int, units: int) -> list[range]:
    """Which entries stand on which page: at most `most`, of so many UTF-16 units; one longer stands alone.

    The last page is filled first, because it is the one that is looked at.
    """
    pages: list[range] = []
    last, used = len(entries), 0
    for index in range(len(entries) - 1, -1, -1):
        length = visible_length(entries[index])
        if index + 1 < last and (last - index > most or used + length > units):
            pages.append(range(index + 1, last))
            last, used = index + 1, 0
        used += length
    return [range(0, last), *reversed(pages)]
