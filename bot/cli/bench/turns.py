"""``latarnia bench turns``: the whole road, HTTP in, core, database, outbox, HTTP out to a local platform server."""

import socket
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import uvloop
import yaml

from bot.channels.telegram.webhook import PATH
from bot.cli.bench.bot_api import TOKEN, LocalBotApi
from bot.cli.bench.load import Load, People, hammer, percentile
from bot.cli.bench.local_postgres import fresh_database, postgres_server
from bot.cli.bench.process import cpu_seconds, memory_mb, python
from bot.cli.bench.servers import READY
from bot.storage import schema

SECRET = "bench-secret"  # noqa: S105 - between two processes of one benchmark
CONVERSATIONS = 64
STEADY_RATE = 100.0
WARM_UP_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Figures:
    """One line of the report. Times in milliseconds, memory in MB; ``ratio`` is turns/s against the bare endpoint."""

    database: str
    turns_per_second: float
    p50: float
    p95: float
    p99: float
    steady_p50: float
    steady_p95: float
    steady_p99: float
    cpu_ms_per_turn: float
    memory_mb: float
    failed: int
    bare_per_second: float
    ratio: float


async def measure(kind: str, root: Path, seconds: float) -> Figures:
    """``kind``: sqlite or postgres; ``root``: the folder with ``knowledge`` and ``translations``."""
    with tempfile.TemporaryDirectory(prefix="latarnia-bench-") as folder, database(kind, Path(folder)) as prepare:
        url = await prepare()
        await schema.upgrade(url)
        async with AsyncExitStack() as stack:
            api = LocalBotApi(keep_calls=False)
            platform = await api.start()
            stack.push_async_callback(api.stop)
            bare = await stack.enter_async_context(python("-m", "bot.cli.bench.servers", ready=READY, environment={}))
            config, port = settings_file(Path(folder), root, url, platform)
            secrets = {"LATARNIA_TELEGRAM_TOKEN": TOKEN, "LATARNIA_TELEGRAM_WEBHOOK_SECRET": SECRET}
            serving = python("-m", "bot", "serve", "-c", str(config), ready="Serving", environment=secrets)
            bot = await stack.enter_async_context(serving)
            headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
            people = People(api, f"http://127.0.0.1:{port}{PATH}", headers)
            await people.talk(WARM_UP_SECONDS, CONVERSATIONS)
            before = cpu_seconds(bot.pid)
            full = await people.talk(seconds, CONVERSATIONS)
            cpu = cpu_seconds(bot.pid) - before
            steady = await people.talk(seconds, CONVERSATIONS, STEADY_RATE)
            baseline = await hammer(bare.line.split()[1], min(seconds, 5.0), CONVERSATIONS)
            return _figures(kind, full, steady, baseline, cpu, memory_mb(bot.pid))


def _figures(kind: str, full: Load, steady: Load, baseline: Load, cpu: float, memory: float) -> Figures:
    rate, bare = full.sent / full.seconds, baseline.sent / baseline.seconds
    return Figures(
        database=kind,
        turns_per_second=round(rate, 1),
        p50=round(percentile(full.answered, 0.50), 1),
        p95=round(percentile(full.answered, 0.95), 1),
        p99=round(percentile(full.answered, 0.99), 1),
        steady_p50=round(percentile(steady.answered, 0.50), 1),
        steady_p95=round(percentile(steady.answered, 0.95), 1),
        steady_p99=round(percentile(steady.answered, 0.99), 1),
        cpu_ms_per_turn=round(cpu * 1000 / max(1, full.sent), 2),
        memory_mb=round(memory, 1),
        failed=full.failed + steady.failed,
        bare_per_second=round(bare, 1),
        ratio=round(rate / bare, 3),
    )


@contextmanager
def database(kind: str, folder: Path) -> Iterator[Callable[[], Awaitable[str]]]:
    if kind == "sqlite":

        async def file() -> str:
            return f"sqlite:///{folder / 'bench.db'}"

        yield file
        return
    with postgres_server() as server:

        async def fresh() -> str:
            return await fresh_database(server)

        yield fresh


def settings_file(folder: Path, root: Path, url: str, platform: str) -> tuple[Path, int]:
    """A settings file for the run, and the port that it names."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {
        "database": {"url": url},
        "web": {"port": port, "public_url": f"http://127.0.0.1:{port}"},
        "knowledge": {"path": str(root / "knowledge"), "serve": "drafts", "reload": False},
        "translations": {"path": str(root / "translations")},
        "telegram": {"mode": "webhook", "base_url": platform},
        "log": {"level": "warning"},
    }
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return path, port


def run(kinds: list[str], root: Path, seconds: float) -> list[dict[str, object]]:
    return [asdict(uvloop.run(measure(kind, root, seconds))) for kind in kinds]
