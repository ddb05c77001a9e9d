"""A new listing in the making: what is asked next, what an answer changes, and what goes back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from services.importing.problems import Problem
from services.importing.words import is_address
from services.listing_answers import answer_cells
from services.listing_check import problems_in
from services.listing_fields import ASKED, COLUMNS_OF, LAST, NEEDED, ListingField

TOKEN_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class ListingDraft:
    """The cells so far and the fields that were answered or skipped, in that order.

    `again` is a field that is asked once more from the preview.
    """

    supplier_id: int
    cells: tuple[tuple[str, str], ...] = ()
    passed: tuple[ListingField, ...] = ()
    again: ListingField | None = None

    @property
    def written(self) -> dict[str, str]:
        """The cells by their columns."""
        return dict(self.cells)

    @property
    def current(self) -> ListingField | None:
        """What is asked now; None: the preview."""
        return self.again or next((field for field in ASKED if field not in self.passed), None)

    @property
    def is_at_start(self) -> bool:
        """Whether nothing was asked before."""
        return not self.passed

    @property
    def may_skip(self) -> bool:
        """Whether the field that is asked may stay empty."""
        return self.current not in NEEDED

    @property
    def may_skip_all(self) -> bool:
        """Whether all that is still asked may stay empty."""
        return self.again is None and self.current in ASKED[LAST:]

    @property
    def token(self) -> str:
        """The same for the same cells."""
        said = json.dumps(sorted(self.cells), ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:TOKEN_LENGTH]

    def take(self, cells: Mapping[str, str]) -> "ListingDraft":
        """Cells are filled: what they answer is not asked again."""
        written = {**self.written, **cells}
        now = replace(self, cells=tuple((name, cell) for name, cell in written.items() if cell), again=None)
        answered = [field for field in ASKED if set(COLUMNS_OF[field]) & set(cells)]
        current = [self.current] if self.current else []
        return now._pass(*current, *answered)

    def show(self, image: str) -> "ListingDraft":
        """A photo, whenever it comes; what is asked otherwise stays asked."""
        photo = ListingField.PHOTO
        if self.current is photo:
            return self.take({"image": image})
        return replace(self, cells=tuple({**self.written, "image": image}.items()))._pass(photo)

    def skip(self) -> "ListingDraft":
        """The field stays as it is; the MOQ is the count of the first price."""
        if self.current is ListingField.MOQ:
            return self.take({"moq": self.first_count})
        return self if self.current in NEEDED else self._passed()

    def skip_all(self) -> "ListingDraft":
        """Nothing more is asked."""
        return self._pass(*ASKED) if self.may_skip_all else self

    def back(self) -> "ListingDraft":
        """The question before."""
        if self.again or not self.passed:
            return replace(self, again=None)
        earlier = replace(self, passed=self.passed[:-1])
        return earlier.back() if earlier.current is self.current else earlier

    def ask(self, field: ListingField) -> "ListingDraft":
        """A field is asked once more."""
        return replace(self, again=field)

    @property
    def first_count(self) -> str:
        """The count from which the first price holds."""
        return self.written.get("price_tiers", "1").partition(":")[0]

    def _passed(self) -> "ListingDraft":
        again = replace(self, again=None)
        return again if self.again or self.current is None else again._pass(self.current)

    def _pass(self, *fields: ListingField) -> "ListingDraft":
        fresh = tuple(dict.fromkeys(field for field in fields if field not in self.passed))
        return replace(self, passed=(*self.passed, *fresh))


def heard(draft: ListingDraft, text: str) -> tuple[ListingDraft, list[Problem]]:
    """The draft with an answer to what is asked, unless it breaks a rule; and what is wrong or warned of.

    Words where a photo is asked are the title already. Raises AnswerUnread.
    """
    field = draft.current
    if field is None:
        return draft, []
    if field is ListingField.PHOTO and not is_address(text):
        field = ListingField.TITLE if not draft.again else field
    cells = answer_cells(field, text, draft.written)
    problems = problems_in({**draft.written, **cells}, tuple(cells))
    is_refused = any(not problem.is_warning for problem in problems)
    return (draft if is_refused else draft.take(cells)), problems


def draft_record(draft: ListingDraft) -> dict[str, Any]:
    """As JSON."""
    return asdict(draft)


def draft_of(record: Mapping[str, Any]) -> ListingDraft:
    """The draft that `draft_record` wrote."""
    return ListingDraft(
        record["supplier_id"],
        tuple((name, cell) for name, cell in record["cells"]),
        tuple(ListingField(field) for field in record["passed"]),
        ListingField(record["again"]) if record["again"] else None,
    )
