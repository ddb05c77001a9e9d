"""Which page of how many this is."""

from views.markup import Html
from views.reader import Reader


def page_line(reader: Reader, page: int, pages: int) -> Html:
    """The page, counted from 1; nothing where there is only one."""
    if pages < 2:
        return Html()
    return reader.say("Page {page} of {pages}", page=reader.number(page), pages=reader.number(pages))
