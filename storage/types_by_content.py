"""The type of a file by its first bytes: of the few types that evidence has."""

from typing import Final

PDF: Final = "application/pdf"
_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})


def type_of(content: bytes) -> str:
    """JPEG, PNG, WebP, HEIC or PDF; empty for all else, whatever its name says."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return "image/heic"
    return PDF if content.startswith(b"%PDF-") else ""
