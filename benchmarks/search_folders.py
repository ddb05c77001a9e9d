"""The folders of the search benchmark, in which what was loaded once may be kept for the next run."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_COMPLETE = "complete"


@contextmanager
def parent_folder(kept: Path | None) -> Iterator[Path]:
    """The folder to keep things in, or one that is removed at the end."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="yijia-search-") as name:
        yield Path(name)


def folder_of(parent: Path, name: str) -> Path:
    """The folder of this name; what a run that was broken off left in it is removed."""
    folder = parent / name
    if not is_complete(folder):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    return folder


def is_complete(folder: Path) -> bool:
    """Whether an earlier run loaded everything."""
    return (folder / _COMPLETE).exists()


def complete(folder: Path) -> None:
    """Notes that everything is loaded."""
    (folder / _COMPLETE).touch()
