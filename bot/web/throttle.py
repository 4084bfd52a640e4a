"""Token buckets in memory: a burst is welcome, a flood is not."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

MAX_BUCKETS = 20_000
"""Oldest ones are forgotten first: a forgotten bucket is a full one."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: datetime


class Throttle:
    def __init__(self) -> None:
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, key: str, now: datetime, burst: int, rate: float) -> float:
        """Take one token; returns 0, or the seconds until the next one."""
        bucket = self._buckets.pop(key, None) or _Bucket(burst, now)
        elapsed = max(0.0, (now - bucket.at).total_seconds())
        bucket.tokens = min(float(burst), bucket.tokens + elapsed * rate)
        bucket.at = now
        self._buckets[key] = bucket
        if len(self._buckets) > MAX_BUCKETS:
            self._buckets.popitem(last=False)
        if bucket.tokens < 1:
            return (1 - bucket.tokens) / rate
        bucket.tokens -= 1
        return 0.0
