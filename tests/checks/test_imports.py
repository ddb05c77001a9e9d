"""What the import contracts cannot say: which rooms do without anything foreign."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def imported_by(room: str) -> Iterator[str]:
    """The first part of every name that a room imports."""
    for file in (ROOT / room).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def test_the_domain_takes_only_the_standard_library() -> None:
    foreign = set(imported_by("domain")) - sys.stdlib_module_names - {"domain"}

    assert foreign == set()


def test_services_and_views_wait_for_nothing_outside() -> None:
    allowed = sys.stdlib_module_names | {"services", "language", "domain"}

    assert set(imported_by("services")) - allowed == set()
    assert set(imported_by("views")) - allowed - {"views", "aiogram", "babel"} == set()


def test_views_await_nothing() -> None:
    waiting = [
        file.name
        for file in (ROOT / "views").rglob("*.py")
        if any(
            isinstance(node, ast.AsyncFunctionDef | ast.Await)
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        )
    ]

    assert waiting == []
