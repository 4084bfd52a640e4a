"""Accounts of the desk: passwords (argon2), one-time links, sessions that can be ended, throttled sign-in."""

import asyncio
import hashlib
from collections import defaultdict
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from bot.domain.errors import LatarniaError, NotAllowed
from bot.service.ports import Advisor, Clock, Ids, Store

SESSION_LASTS = timedelta(hours=12)
LINK_LASTS = timedelta(hours=24)
FREE_TRIES = 5
"""Wrong passwords in a row, per login and per source, before a pause."""
PAUSE = timedelta(minutes=5)


class Throttled(LatarniaError):
    """Too many wrong tries; ``until`` says when the next is possible."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until


class Accounts:
    """Signing in and out. Tokens are kept as hashes: the database alone opens no door."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids
        self._hasher = PasswordHasher()
        self._wrong: defaultdict[str, list[datetime]] = defaultdict(list)
        self._decoy = self._hasher.hash(ids.secret())

    async def sign_in(self, login: str, password: str, source: str) -> str:
        """A session token. Raises NotAllowed, or Throttled after too many wrong tries."""
        keys = (f"login:{login}", f"source:{source}")
        self._check_throttle(keys)
        found = await self._store.advisor(login)
        right = await asyncio.to_thread(self._verify, found[1] if found else self._decoy, password)
        if found is None or not right or not found[0].active:
            for key in keys:
                self._wrong[key].append(self._clock.now())
            raise NotAllowed
        for key in keys:
            self._wrong.pop(key, None)
        return await self._open_session(login)

    async def enter(self, link_token: str) -> str:
        """A session token for a one-time link, which is spent. Raises NotAllowed."""
        login = await self._store.use_link(_hash(link_token), self._clock.now())
        found = await self._store.advisor(login) if login else None
        if found is None or not found[0].active:
            raise NotAllowed
        return await self._open_session(found[0].login)

    async def who(self, session_token: str) -> Advisor | None:
        login = await self._store.session(_hash(session_token), self._clock.now()) if session_token else None
        found = await self._store.advisor(login) if login else None
        return found[0] if found and found[0].active else None

    async def sign_out(self, session_token: str) -> None:
        await self._store.end_session(_hash(session_token))

    async def create_link(self, login: str) -> str:
        """A token for ``/desk/enter/<token>``, good once within a day."""
        token = self._ids.secret()
        await self._store.add_session(_hash(token), login, self._clock.now() + LINK_LASTS, one_time=True)
        return token

    async def add(self, advisor: Advisor, password: str) -> None:
        """Make or replace an account."""
        await self._store.add_advisor(advisor, await asyncio.to_thread(self._hasher.hash, password))

    async def _open_session(self, login: str) -> str:
        token = self._ids.secret()
        await self._store.add_session(_hash(token), login, self._clock.now() + SESSION_LASTS, one_time=False)
        return token

    def _check_throttle(self, keys: tuple[str, ...]) -> None:
        now = self._clock.now()
        for key in keys:
            recent = [at for at in self._wrong.get(key, ()) if now - at < PAUSE]
            if recent:
                self._wrong[key] = recent
            if len(recent) >= FREE_TRIES:
                raise Throttled(recent[-FREE_TRIES] + PAUSE)

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerifyMismatchError, InvalidHashError):
            return False


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
