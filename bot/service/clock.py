"""The one real clock and the one source of ids: everything else is handed the time and codes that it needs."""

import secrets
from datetime import UTC, datetime

_READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0 O 1 I L, so that a code can be read out on the phone."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class RandomIds:
    def receipt(self) -> str:
        """Six of 31 signs: enough to find a line, not a secret."""
        code = "".join(secrets.choice(_READABLE) for _ in range(6))
        return f"{code[:3]}-{code[3:]}"

    def case(self) -> str:
        return secrets.token_hex(8)

    def alias(self) -> tuple[int, int]:
        return secrets.randbelow(1 << 16), 1 + secrets.randbelow(99)

    def secret(self) -> str:
        return secrets.token_urlsafe(32)
