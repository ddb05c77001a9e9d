"""Specs as people type them, 颜色:红,蓝 尺码:S,M, written as a catalogue file has them."""

import re
from typing import Final

_NAME: Final = re.compile(r"(?:^|(?<=[\s;；,，、]))([^\s:：=;；,，、|｜]+)\s*[:：=]")
_BETWEEN_VALUES: Final = re.compile(r"[,，、|｜/]")
_ENDS: Final = " \t\n;；,，、"


def specs_written(text: str) -> str:
    """colour=red|blue;size=S|M; text without a name stays as it is, to be refused by the rules."""
    names = list(_NAME.finditer(text))
    if not names or text[: names[0].start()].strip(_ENDS):
        return text
    ends = [*(name.start() for name in names[1:]), len(text)]
    return ";".join(
        f"{name[1]}={_values(text[name.end() : end])}" for name, end in zip(names, ends, strict=True)
    )


def _values(text: str) -> str:
    values = (value.strip() for value in _BETWEEN_VALUES.split(text.strip(_ENDS)))
    return "|".join(value for value in values if value)
