"""Which files go with a case file, under which names: ours, never those that people chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.case_file import CaseFile
from services.evidence import Exhibit

MOST_BYTES: Final = 45 * 1024 * 1024
"""Telegram takes 50 megabytes; the rest is left to the paper."""
PREVIEW_BYTES: Final = 300 * 1024
"""What a preview is counted as: nobody wrote down how large each is."""
_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class Bound:
    """A file of a case: its `name` within, its `key` in our store, and what it is the preview of."""

    name: str
    key: str
    exhibit_id: int = 0


def bound_files(case: CaseFile) -> Sequence[Bound]:
    """The agreement, the previews, for an operator the originals too: first to last, as many as fit."""
    files, left = [], MOST_BYTES
    for bound, size in _sized(case):
        if size <= left:
            files.append(bound)
            left -= size
    return files


def _sized(case: CaseFile) -> list[tuple[Bound, int]]:
    exhibits = list(enumerate((exhibit for _, exhibit in case.exhibits), start=1))
    previews = [(_preview(place, each), PREVIEW_BYTES) for place, each in exhibits if each.preview]
    originals = [(_original(place, each), each.size) for place, each in exhibits if each.sha256]
    return [*_agreement(case), *previews, *(originals if case.shows_originals else [])]


def _agreement(case: CaseFile) -> list[tuple[Bound, int]]:
    found = case.agreement
    if found is None:
        return []
    return [(Bound(f"agreement-r{found.revision}.pdf", f"{found.sha256}.pdf"), PREVIEW_BYTES)]


def _preview(place: int, exhibit: Exhibit) -> Bound:
    suffix = exhibit.preview.rpartition(".")[2]
    return Bound(f"photos/{place:03}-{exhibit.sha256[:_DIGITS]}.{suffix}", exhibit.preview, exhibit.id)


def _original(place: int, exhibit: Exhibit) -> Bound:
    return Bound(f"originals/{place:03}-{exhibit.sha256[:_DIGITS]}", exhibit.sha256)
