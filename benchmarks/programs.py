"""The programs of a benchmark as processes of their own: playground, bots, and what they cost."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import IO

import psutil

TOKEN = "4242:benchmark"
MEGABYTE = 1 << 20
LONGEST_LINE = 2_000


@dataclass(frozen=True)
class Program:
    """A running process; `ready_seconds` and `ready_cpu` are what it took to say that it is ready."""

    process: psutil.Process
    ready_seconds: float
    ready_cpu: float

    @property
    def cpu(self) -> float:
        """Seconds of CPU used so far, in user and system mode."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    @property
    def memory(self) -> float:
        """Resident memory in MB."""
        return float(self.process.memory_info().rss) / MEGABYTE


@contextmanager
def playground() -> Iterator[str]:
    """A playground; yields its address."""
    with _started(["playground", "--token", TOKEN], {}, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]


@contextmanager
def bot(module: str, settings: Mapping[str, str], *arguments: str) -> Iterator[Program]:
    """A bot that logs the event `ready`; yields it then, and stops it at the end."""
    began = time.perf_counter()
    with _started([module, *arguments], settings, stderr=subprocess.PIPE) as process:
        watched = psutil.Process(process.pid)
        assert process.stderr is not None
        _wait_for_ready(process.stderr)
        times = watched.cpu_times()
        Thread(target=_show_problems, args=[process.stderr], daemon=True).start()
        yield Program(watched, time.perf_counter() - began, times.user + times.system)


def _wait_for_ready(log: IO[str]) -> None:
    lines = []
    for line in log:
        lines.append(line)
        if '"ready"' in line:
            return
    raise RuntimeError(f"the bot did not start:\n{''.join(lines)}")


def _show_problems(log: IO[str]) -> None:
    for line in log:
        if '"level":"info"' not in line:
            print(line[:LONGEST_LINE], end="", file=sys.stderr)


@contextmanager
def _started(
    arguments: list[str], settings: Mapping[str, str], **streams: object
) -> Iterator[subprocess.Popen[str]]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        env={**environment, "BOT_TOKEN": TOKEN, "PORT": "0", **settings},
        text=True,
        **streams,  # type: ignore[call-overload]
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
