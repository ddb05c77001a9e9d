"""The file store keeps bytes under keys that no one can choose, in a folder and in a bucket alike."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from storage.bucket import UnusableBucket
from storage.files import FileStore, UnknownFile, UnusableFilesUrl, is_whole, name_of
from storage.folder import Folder

KEYS = "region=us-east-1&access_key_id=one&secret_access_key=two"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A real S3-compatible server with one bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    url = "http://{}:{}".format(*server.get_host_and_port())
    urllib.request.urlopen(urllib.request.Request(f"{url}/evidence", method="PUT")).close()
    yield url
    server.stop()


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    """An empty store of either kind."""
    if request.param == "folder":
        return FileStore(str(tmp_path))
    endpoint = request.getfixturevalue("endpoint")
    return FileStore(f"s3://evidence/{tmp_path.name}?endpoint={endpoint}&{KEYS}")


def left_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_the_same_bytes_are_kept_once_and_read_back(store: FileStore) -> None:
    keys = {await store.put(b"a picture", "png"), await store.put(b"a picture", "png")}

    key = keys.pop()
    assert not keys
    assert key.endswith(".png")
    assert await store.read(key) == b"a picture"
    assert is_whole(key, await store.read(key))


async def test_twenty_megabytes_of_nothing_in_particular_come_back_whole(store: FileStore) -> None:
    content = os.urandom(1 << 20) * 20

    assert await store.read(await store.put(content)) == content


@pytest.mark.parametrize(
    "key", ["../secret", "", "/etc/passwd", "a" * 64 + "/../x", "A" * 64, "a" * 64 + "\n"]
)
async def test_what_is_no_key_is_never_looked_up(tmp_path: Path, key: str) -> None:
    with pytest.raises(UnknownFile):
        await FileStore(str(tmp_path)).read(key)


async def test_a_key_without_a_file_is_refused(store: FileStore) -> None:
    with pytest.raises(UnknownFile):
        await store.read("a" * 64)


async def test_a_folder_without_room_keeps_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        await FileStore(str(tmp_path)).put(b"a picture")

    assert left_in(tmp_path) == []


def test_an_address_is_a_folder_or_a_bucket_and_any_other_is_refused() -> None:
    shelf = FileStore("file:///var/yijia%20files").shelf
    assert isinstance(shelf, Folder)
    assert shelf.path / name_of("a" * 64) == Path("/var/yijia files/aa") / ("a" * 64)
    for url in ("ftp://somewhere", "s3:///nowhere"):
        with pytest.raises(UnusableFilesUrl):
            FileStore(url)
    with pytest.raises(UnusableBucket):
        FileStore("s3://evidence?endpoit=http://127.0.0.1:1")


def test_a_bucket_takes_its_keys_from_the_environment_and_a_folder_loads_no_client(endpoint: str) -> None:
    asked = """
import asyncio, json, sys
from storage.files import FileStore
FileStore("var/files")
before = "obstore" in sys.modules
store = FileStore("s3://evidence/elsewhere")
key = asyncio.run(store.put(b"a picture"))
print(json.dumps([before, asyncio.run(store.read(key)).decode()]))
"""
    variables = {
        "AWS_ENDPOINT": endpoint,
        "AWS_ACCESS_KEY_ID": "one",
        "AWS_SECRET_ACCESS_KEY": "two",
        "AWS_REGION": "us-east-1",
    }
    found = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, **variables},
        capture_output=True,
        check=True,
        timeout=60,
    )

    assert json.loads(found.stdout) == [False, "a picture"]
