"""Formatted text as HTML that a page may show without fear."""

from html import escape
from itertools import pairwise

from playground.entities import utf16
from playground.wire import Json

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "bot_command": ('<span class="command">', "</span>"),
    "hashtag": ('<span class="hashtag">', "</span>"),
    "cashtag": ('<span class="hashtag">', "</span>"),
    "mention": ('<span class="mention">', "</span>"),
    "text_mention": ('<span class="mention">', "</span>"),
}
_SCHEMES = ("http://", "https://", "tg://", "mailto:")


def render(text: str, entities: list[Json]) -> str:
    """The text with entities as tags; everything else escaped, line breaks kept as they are."""
    positions = utf16.starts(text)
    edges = {0, positions[-1]}
    for entity in entities:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    marks = sorted(edges)
    pieces = (_piece(text, positions, entities, span) for span in pairwise(marks))
    return "".join(pieces)


def _piece(text: str, positions: list[int], entities: list[Json], span: tuple[int, int]) -> str:
    """One stretch between edges with all its tags around; crossing entities stay well-formed."""
    start, end = span
    inner = [e for e in entities if e["offset"] <= start and end <= e["offset"] + e["length"]]
    shown = escape(utf16.cut(text, positions, start, end - start))
    for entity in reversed(inner):
        opening, closing = _tags(text, positions, entity)
        shown = f"{opening}{shown}{closing}"
    return shown


def _tags(text: str, positions: list[int], entity: Json) -> tuple[str, str]:
    url = entity.get("url")
    if entity["type"] in ("url", "email"):
        words = utf16.cut(text, positions, entity["offset"], entity["length"])
        url = f"mailto:{words}" if entity["type"] == "email" else words
        url = url if ":" in url else f"http://{url}"
    if url is not None:
        safe = url if url.lower().startswith(_SCHEMES) else "#"
        return f'<a href="{escape(safe)}" rel="noopener noreferrer" target="_blank">', "</a>"
    return _TAGS.get(entity["type"], ("", ""))
