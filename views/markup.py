"""Telegram HTML: the one place where text becomes markup, and everything else is escaped."""

from html import escape as _escape


class Html(str):
    """Text that is already safe as Telegram HTML."""

    __slots__ = ()


def escape(value: object) -> Html:
    """Any value as text in which nothing is markup; Html stays as it is."""
    return value if isinstance(value, Html) else Html(_escape(str(value), quote=False))


def fill(template: str, values: dict[str, object]) -> Html:
    """A translated template with its placeholders filled by escaped values."""
    return Html(template.format(**{name: escape(value) for name, value in values.items()}))


def bold(value: object) -> Html:
    """Bold text."""
    return Html(f"<b>{escape(value)}</b>")


def italic(value: object) -> Html:
    """Italic text."""
    return Html(f"<i>{escape(value)}</i>")


def strike(value: object) -> Html:
    """Struck text: what was and is no more."""
    return Html(f"<s>{escape(value)}</s>")


def quote(value: object) -> Html:
    """Somebody's words."""
    return Html(f"<blockquote>{escape(value)}</blockquote>")


def folded(text: Html) -> Html:
    """Text of which a reader sees the beginning and opens the rest; words quoted in it lose their frame."""
    inside = text.replace("<blockquote>", "").replace("</blockquote>", "")
    return Html(f"<blockquote expandable>{inside}</blockquote>") if inside else Html()


def lines(*parts: object) -> Html:
    """Parts one below the other; empty ones are left out."""
    return Html("\n".join(escape(part) for part in parts if part))


def paragraphs(*parts: object) -> Html:
    """Parts with an empty line between; empty ones are left out."""
    return Html("\n\n".join(escape(part) for part in parts if part))
