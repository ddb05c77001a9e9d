"""Part J: workers are replaced by new ones while people go on writing."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from typing import Final

from tests.faults.rig import ailments, ask, dead, on_postgresql, rest, said, suffer
from tests.faults.workers import Workshop

RESTARTS: Final = 2
TALKERS: Final = (9101, 9102, 9103, 9104)
SOUGHT: Final = re.compile(r"zzz\d+x\d+")


@on_postgresql
async def test_workers_are_replaced_while_people_write_and_each_is_answered_once(workshop: Workshop) -> None:
    await suffer(workshop, {"kind": "slow", "method": "sendMessage", "seconds": 0.2})
    enough = asyncio.Event()
    worker = await started(workshop)

    talking = [asyncio.create_task(talk(workshop, person, enough)) for person in TALKERS]
    for _ in range(RESTARTS):
        old, worker = worker, await started(workshop)
        assert await stopped(old) == 0
    enough.set()
    written = [words for each in await asyncio.gather(*talking) for words in each]
    await rest(workshop, workshop.database_url)

    assert await stopped(worker) == 0
    answers = Counter(SOUGHT.findall(str([each["params"]["text"] for each in await said(workshop)])))
    assert set(answers) == set(written)
    assert answers.total() == len(answers)
    assert (await dead(workshop.database_url), await ailments(workshop.database_url)) == ((0, 0), [])


async def started(workshop: Workshop) -> Process:
    """A worker as a process of its own, when it says that it is ready."""
    program = (sys.executable, "-m", "benchmarks.unhurried_bot")
    environment = {**os.environ, **workshop.environment()}
    process = await asyncio.create_subprocess_exec(*program, env=environment, stderr=PIPE)
    assert process.stderr is not None
    async for line in process.stderr:
        if b'"ready"' in line:
            return process
    raise AssertionError("the worker did not start")


async def stopped(worker: Process) -> int | None:
    """Stops a worker as an operator does; returns its exit code."""
    worker.send_signal(signal.SIGTERM)
    await worker.communicate()
    return worker.returncode


async def talk(workshop: Workshop, person: int, enough: asyncio.Event) -> list[str]:
    """Somebody searches for one thing after another, none of which exists; returns them."""
    await ask(workshop, "POST", "/people", {"id": person, "first_name": "P", "language_code": "en"})
    sought: list[str] = []
    while not enough.is_set():
        sought.append(f"zzz{person}x{len(sought)}")
        await ask(workshop, "POST", f"/chats/{person}/messages", {"text": sought[-1]})
        await asyncio.sleep(0.2)
    return sought
