"""The file store keeps bytes under keys that no one can choose."""

from pathlib import Path

import pytest

from storage.files import FileStore, UnknownFile, UnusableFilesUrl


def count_files(folder: Path) -> int:
    return len([path for path in folder.rglob("*") if path.is_file()])


async def test_the_same_bytes_are_kept_once_and_read_back(tmp_path: Path) -> None:
    store = FileStore(str(tmp_path))

    keys = {await store.put(b"a picture", "png"), await store.put(b"a picture", "png")}

    assert len(keys) == 1
    assert await store.read(keys.pop()) == b"a picture"
    assert count_files(tmp_path) == 1


@pytest.mark.parametrize(
    "key", ["../secret", "", "/etc/passwd", "a" * 64 + "/../x", "A" * 64, "a" * 64 + "\n"]
)
async def test_what_is_no_key_is_never_looked_up(tmp_path: Path, key: str) -> None:
    with pytest.raises(UnknownFile):
        await FileStore(str(tmp_path)).read(key)


async def test_a_key_without_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFile):
        await FileStore(str(tmp_path)).read("a" * 64)


def test_a_file_address_is_a_folder_and_any_other_is_refused() -> None:
    assert FileStore("file:///var/yijia%20files").folder == Path("/var/yijia files")
    with pytest.raises(UnusableFilesUrl):
        FileStore("s3://bucket")
