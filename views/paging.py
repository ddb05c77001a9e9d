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
    """Which entries stand on which page: at most `most`, of so many UTF-16 units; one longer stands alone."""
    pages: list[range] = []
    first = used = 0
    for index, entry in enumerate(entries):
        length = visible_length(entry)
        if index > first and (index - first == most or used + length > units):
            pages.append(range(first, index))
            first, used = index, 0
        used += length
    return [*pages, range(first, len(entries))]
