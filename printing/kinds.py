"""What can be made: each kind and its maker. A new picture or document is a template and a row here."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

Maker = Callable[[dict[str, Any]], bytes]


def _picture(template: str, data: dict[str, Any]) -> bytes:
    from printing.typeset import picture

    return picture(template, data)


def _side_by_side(data: dict[str, Any]) -> bytes:
    from printing.framing import framed
    from printing.typeset import picture

    return picture("side_by_side", {**data, "pictures": [framed(each) for each in data["pictures"]]})


def _agreement(data: dict[str, Any]) -> bytes:
    from printing.paper import agreement

    return agreement(data)


def _case_file(data: dict[str, Any]) -> bytes:
    from printing.paper import case_file

    return case_file(data)


def _csv(data: dict[str, Any]) -> bytes:
    from printing.delimited import delimited
    from printing.table import Table

    return delimited(Table.of(data))


def _json(data: dict[str, Any]) -> bytes:
    from printing.structured import structured
    from printing.table import Table

    return structured(data["keys"], Table.of(data))


def _xlsx(data: dict[str, Any]) -> bytes:
    from printing.table import Table
    from printing.workbook import workbook

    return workbook(Table.of(data))


MAKERS: Final[Mapping[str, Maker]] = {
    "price_chart": partial(_picture, "price_chart"),
    "comparison": partial(_picture, "comparison"),
    "side_by_side": _side_by_side,
    "agreement": _agreement,
    "agreement_draft": _agreement,
    "case_file": _case_file,
    "csv": _csv,
    "json": _json,
    "xlsx": _xlsx,
}
"""Each imports its library when it is asked for: the others would only cost time."""
