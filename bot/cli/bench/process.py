"""Processes of a benchmark and what they cost: CPU seconds and memory, read from /proc."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
STOP_SECONDS = 15


def cpu_seconds(pid: int) -> float:
    """User and system time of a process, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory_mb(pid: int) -> float:
    """Resident memory in MB (10^6 bytes), without what is shared with others through files."""
    values = dict(
        line.split(":", 1)
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
        if ":" in line
    )
    return int(values["RssAnon"].split()[0]) * 1024 / 1e6


@asynccontextmanager
async def python(*arguments: str, ready: str, environment: Mapping[str, str]) -> AsyncIterator["Running"]:
    """A Python process; entered when it printed a line that starts with ``ready``, terminated at the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        env={**os.environ, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    printed: list[str] = []
    while True:
        line = (await process.stdout.readline()).decode(errors="replace").strip()
        if not line and process.stdout.at_eof():
            raise RuntimeError("the process ended before it was ready:\n" + "\n".join(printed[-20:]))
        printed.append(line)
        if line.startswith(ready):
            break
    drain = asyncio.ensure_future(_drain(process.stdout, printed))
    try:
        yield Running(process, line, printed)
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                async with asyncio.timeout(STOP_SECONDS):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()
        await drain


async def _drain(stream: asyncio.StreamReader, printed: list[str]) -> None:
    while line := await stream.readline():
        printed.append(line.decode(errors="replace").rstrip())


class Running:
    """A process that is ready; ``line`` is what it said."""

    def __init__(self, process: asyncio.subprocess.Process, line: str, printed: list[str]) -> None:
        self.process, self.line, self.printed = process, line, printed

    @property
    def pid(self) -> int:
        return self.process.pid

    def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        self.process.kill()
