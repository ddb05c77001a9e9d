"""The drawn pages and tables: where each lies, and what draws it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bot.drawings import conversations, holidays, lifecycles

ROOT: Final = Path(__file__).parents[2]
DOCS: Final = ROOT / "docs"

PAGES: Final[Mapping[Path, Callable[[], str]]] = {
    DOCS / "lifecycles.md": lifecycles.page,
    DOCS / "conversations.md": conversations.page,
    ROOT / "domain" / "holidays.tsv": holidays.page,
}
