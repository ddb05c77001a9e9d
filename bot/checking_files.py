"""Checking sellers' files: in a child process, which may neither grow nor last, whatever a file holds."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import orjson

from services.product_files import FileReport, report_of

PROGRAM: Final = "storage.product_file_child"
SECONDS: Final = 90.0
HANDED_ON: Final = ("PATH", "PYTHONPATH", "LANG", "LC_ALL")
"""Of the environment, nothing else: the token is none of the child's business."""
TOO_MUCH: Final = FileReport(refusal="FileTooLarge", facts={"most": 20})
"""What is said of a file that the child could not read within its limits."""


async def checked(path: Path, names: Sequence[str]) -> tuple[FileReport, bytes]:
    """What a file of the supplier of these names holds, and its listings as lines of JSON if all is well."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", PROGRAM, str(path), *names),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: os.environ[name] for name in HANDED_ON if name in os.environ},
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(SECONDS):
            said, _ = await child.communicate()
    except TimeoutError:
        return TOO_MUCH, b""
    finally:
        if child.returncode is None:
            os.killpg(child.pid, signal.SIGKILL)  # with the process of its own that opens a workbook
            await child.wait()
    if child.returncode or not said:
        return TOO_MUCH, b""
    report, _, listings = said.partition(b"\n")
    return report_of(orjson.loads(report)), listings
