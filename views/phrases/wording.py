"""How the words of a phrase are said: by a reader, with the values of its slots already in his words."""

from collections.abc import Callable, Mapping

from views.reader import Reader

Wording = Callable[[Reader, Mapping[str, str]], str]
"""A phrase as plain text; the values are named as its slots."""
