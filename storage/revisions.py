"""The migrations there are: where they lie, and which is the newest."""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "migrations"


def newest_revision() -> str:
    """The revision that "head" means: the greatest number among the files of migrations."""
    return max(path.name.partition("_")[0] for path in (FOLDER / "versions").glob("*.py"))
