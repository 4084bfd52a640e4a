"""``latarnia bench search``: how long understanding one message takes, beside rapidfuzz alone on the same data."""

import gc
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import process

from bot.bootstrap import served_content
from bot.cli.bench.load import percentile
from bot.cli.bench.process import memory_mb
from bot.config import Config
from bot.content import trained
from bot.domain.language import Language
from bot.understanding.reading import Context

PEER_QUESTIONS = 200
"""The peer is slow: a sample is enough for its median."""


def run(config: Config, questions: Sequence[str], cache: Path) -> dict[str, float]:
    """Milliseconds for one message (median, p99), cold and warm start in seconds, memory in MB, and the peer's median."""
    content = served_content(config)
    content.load()
    knowledge, understanding = content.current.knowledge, content.current.understanding
    context = Context(Language.UK)
    times = _time(lambda text: understanding.read(text, context), questions)
    started = time.perf_counter()
    trained.kept(knowledge, cache)
    warm = time.perf_counter() - started
    gc.collect()
    memory = memory_mb(os.getpid())  # before training, which a serving process leaves to another one
    started = time.perf_counter()
    trained.build(knowledge)
    cold = time.perf_counter() - started
    wordings = [
        wording for entry in knowledge.entries.values() for _, many in entry.questions.items() for wording in many
    ]
    peer = _time(lambda text: process.extractOne(text, wordings), questions[:PEER_QUESTIONS])
    median, peer_median = percentile(times, 0.5), percentile(peer, 0.5)
    return {
        "messages": len(questions),
        "median_ms": round(median, 3),
        "p99_ms": round(percentile(times, 0.99), 3),
        "warm_start_s": round(warm, 2),
        "cold_training_s": round(cold, 2),
        "memory_mb": round(memory, 1),
        "rapidfuzz_median_ms": round(peer_median, 3),
        "ratio_to_rapidfuzz": round(median / peer_median, 4),
    }


def _time(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    for text in texts[:50]:
        work(text)
    times = []
    for text in texts:
        started = time.perf_counter()
        work(text)
        times.append((time.perf_counter() - started) * 1000)
    return times
