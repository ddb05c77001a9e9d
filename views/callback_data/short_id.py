"""The short ids by which buttons name what a conversation remembers."""

from typing import Annotated

from pydantic import StringConstraints

ShortId = Annotated[str, StringConstraints(max_length=8)]
"""A forged one that is longer would leave no room on the buttons that lead back by it."""
