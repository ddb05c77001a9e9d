"""The tags that Telegram's HTML knows and the entities they become."""

from playground.wire import Json

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset(SIMPLE) | {"a", "tg-emoji", "pre", "code", "blockquote"}


def argument(tag: str, name: str, value: str) -> str | None:
    """What an attribute means to its tag; None when nothing."""
    if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id")):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    if (tag, name) == ("blockquote", "expandable"):
        return "1"
    return None


def entity(tag: str, value: str, inside: str) -> Json | None:
    """The entity of a closed tag with its argument and inner text, without its place."""
    if tag in SIMPLE:
        return {"type": SIMPLE[tag]}
    if tag == "a":
        return _link(value or inside)
    if tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": value}
    if tag == "blockquote":
        return {"type": "expandable_blockquote" if value else "blockquote"}
    return {"type": tag, "language": value} if value else {"type": tag}


def _link(url: str) -> Json | None:
    if url.startswith("tg://user?id=") and url[13:].isdigit():
        return {"type": "text_mention", "user_id": int(url[13:])}
    scheme, colon, rest = url.partition("://")
    if colon:
        known = scheme.lower() in ("http", "https", "tg", "ton", "tonsite") and rest.strip()
        return {"type": "text_link", "url": url} if known else None
    return {"type": "text_link", "url": f"http://{url}/"} if _is_host(url) else None


def _is_host(url: str) -> bool:
    host, _, zone = url.partition("/")[0].rpartition(".")
    return bool(host) and zone.isalpha() and " " not in url
