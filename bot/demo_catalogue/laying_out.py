"""Laying out the demo's catalogue as a seller would send it: one CSV file with its pictures beside it."""

import csv
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

from bot.demo_catalogue.drawing.kinds import draw


def lay_out(folder: Path) -> Path:
    """Writes the catalogue into `folder`, draws the pictures that are missing, and returns the CSV's path.

    A picture's name says what it shows: `mug-terracotta.jpg` is a mug in terracotta.
    """
    listed = files("bot.demo_catalogue").joinpath("products.csv").read_text(encoding="utf-8")
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    paths = {folder / row["image"] for row in csv.DictReader(listed.splitlines())}
    with ThreadPoolExecutor(max_workers=2) as hands:
        list(hands.map(_draw_into, sorted(path for path in paths if not path.exists())))
    catalogue = folder / "catalogue.csv"
    catalogue.write_text(listed, encoding="utf-8")
    return catalogue


def _draw_into(path: Path) -> None:
    kind, colour = path.stem.split("-")
    draft = path.with_suffix(".draft")
    draft.write_bytes(draw(kind, colour))
    draft.replace(path)
