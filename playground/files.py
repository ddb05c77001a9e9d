"""Files in memory: uploaded by bots and people, named by file ids that belong to one bot each."""

import hashlib
import itertools
import secrets
from dataclasses import dataclass, field

PREFIXES = {
    "photo": "AgAC",
    "document": "BQAC",
    "video": "BAAC",
    "video_note": "DQAC",
    "voice": "AwAC",
    "audio": "CQAC",
    "animation": "CgAC",
    "sticker": "CAAC",
}
FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "video": "videos",
    "video_note": "video_notes",
    "voice": "voice",
    "audio": "music",
    "animation": "animations",
    "sticker": "stickers",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """Bytes as they came in, with the sender's name and type for them."""

    data: bytes
    name: str = "file"
    content_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Stored bytes of one kind; `unique_id` is the same for the same bytes everywhere."""

    kind: str
    upload: Upload
    unique_id: str
    path: str

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.upload.data)


@dataclass(slots=True)
class Files:
    """Stored files by path, and the ids under which each bot knows them."""

    by_path: dict[str, StoredFile] = field(default_factory=dict)
    _by_id: dict[tuple[int, str], StoredFile] = field(default_factory=dict)
    _ids: dict[tuple[int, str], str] = field(default_factory=dict)
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    def store(self, kind: str, upload: Upload) -> StoredFile:
        """Keep the bytes of an upload."""
        digest = hashlib.sha256(kind.encode() + upload.data).hexdigest()
        suffix = upload.name.rpartition(".")[2].lower() if "." in upload.name else "bin"
        suffix = suffix if suffix.isalnum() and len(suffix) < 6 else "bin"
        path = f"{FOLDERS[kind]}/file_{next(self._numbers)}.{suffix}"
        file = StoredFile(kind, upload, f"AQAD{digest[:12]}", path)
        self.by_path[path] = file
        return file

    def id_for(self, bot_id: int, file: StoredFile) -> str:
        """The file id by which this bot may name the file."""
        known = self._ids.get((bot_id, file.path))
        if known is None:
            known = PREFIXES[file.kind] + secrets.token_urlsafe(36)
            self._ids[bot_id, file.path] = known
            self._by_id[bot_id, known] = file
        return known

    def find(self, bot_id: int, file_id: str) -> StoredFile | None:
        """The file of this id, if the id is this bot's."""
        return self._by_id.get((bot_id, file_id))
