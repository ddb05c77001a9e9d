"""What the stages of production are called."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.milestone import Stage
from views.reader import Reader

_STAGES: Final[Mapping[Stage, Callable[[Reader], str]]] = {
    Stage.MATERIALS: lambda reader: reader.word("Materials ready"),
    Stage.HALF: lambda reader: reader.word("Half done"),
    Stage.FINISHED: lambda reader: reader.word("Production finished"),
    Stage.CHECKED: lambda reader: reader.word("Quality checked"),
    Stage.PACKED: lambda reader: reader.word("Packed"),
}


def stage_name(reader: Reader, stage: Stage) -> str:
    """The stage in a word or two; it may stand on a button."""
    return _STAGES[stage](reader)
