"""The draft of an application between two updates, kept with the conversation's state."""

from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from aiogram.fsm.context import FSMContext

from domain.application import MOST_PHOTOS, Company, PhotosMissing
from domain.catalogue import Qualification
from services.photos import Photo, photos_from, photos_record
from services.qualifying import Request
from services.refusals import DraftGone
from services.said import Kind, Said

_KEY: Final = "application"
_IMAGES: Final = ("image/", "application/pdf")


@dataclass(frozen=True, slots=True)
class Draft:
    """What was answered so far; `album` is the album of the last photo."""

    supplier_id: int
    kind: Qualification
    name: str = ""
    code: str = ""
    proofs: tuple[Photo, ...] = ()
    album: str = ""

    @property
    def is_full(self) -> bool:
        """Whether no more photos fit."""
        return len(self.proofs) >= MOST_PHOTOS

    def with_proof(self, proof: Photo, album: str) -> "Draft":
        """One photo more; the same one counts once."""
        known = {each.file.unique_id for each in self.proofs}
        more = () if proof.file.unique_id in known else (proof,)
        return replace(self, proofs=self.proofs + more, album=album)

    def request(self) -> Request:
        """The application as it would be sent. Raises PhotosMissing."""
        if not self.proofs:
            raise PhotosMissing(most=MOST_PHOTOS)
        return Request(self.supplier_id, self.kind, Company(self.name, self.code), self.proofs)


def proof_in(said: Said) -> Photo | None:
    """The photo in a message, also one sent as a file; None for anything else."""
    is_photo = said.kind is Kind.PHOTO
    is_file = said.kind is Kind.DOCUMENT and said.file and said.file.mime.startswith(_IMAGES)
    return Photo(said.kind, said.file) if said.file and (is_photo or is_file) else None


async def keep_draft(state: FSMContext, draft: Draft) -> None:
    """Keeps the draft for the next update."""
    record = {**asdict(draft), "kind": draft.kind.value, "proofs": photos_record(draft.proofs)}
    await state.update_data({_KEY: record})


async def draft_in(state: FSMContext, supplier_id: int = 0) -> Draft:
    """The draft under way. Raises DraftGone when there is none, or it is another supplier's than this one."""
    record: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if record is None or supplier_id not in (0, record["supplier_id"]):
        raise DraftGone()
    kind = Qualification(record["kind"])
    return Draft(**{**record, "kind": kind, "proofs": photos_from(record["proofs"])})


async def drop_draft(state: FSMContext) -> None:
    """It was sent, or given up."""
    data = await state.get_data()
    if data.pop(_KEY, None) is not None:
        await state.set_data(data)
