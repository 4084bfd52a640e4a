"""Expected failures in one line each, with the remedy."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console

from bot.config import ConfigError
from bot.content.serving import ContentRefused
from bot.domain.errors import SchemaMismatch, StorageAway

USAGE = 2
"""Exit code for settings or content that cannot be used; 1 is for a check that found something."""

_console = Console(stderr=True, soft_wrap=True, highlight=False)


def fail(what: str, remedy: str, code: int = USAGE) -> None:
    """Say what is wrong and what to do, and end the command."""
    _console.print(f"[red]✗[/red] {what}", markup=True)
    _console.print(f"  → {remedy}", markup=False)
    sys.exit(code)


@contextmanager
def explained() -> Iterator[None]:
    """Turn the failures that a user can mend into words."""
    try:
        yield
    except ExceptionGroup as group:
        _explain(_first(group))
    except (ConfigError, ContentRefused, SchemaMismatch, StorageAway, OSError, KeyboardInterrupt) as error:
        _explain(error)


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The loops of a process end together; the first failure tells why."""
    error = group.exceptions[0]
    return _first(error) if isinstance(error, BaseExceptionGroup) else error


def _explain(error: BaseException) -> None:
    match error:
        case ConfigError():
            _list("The settings cannot be used:", error.problems)
        case ContentRefused():
            _list("The content has errors:", error.problems, "Run `latarnia check` for all of them.")
        case SchemaMismatch() if not error.found:
            fail("The database is empty.", "Run `latarnia db upgrade`.")
        case SchemaMismatch():
            fail(
                f"The database is at version {error.found}, this code needs {error.expected}.",
                "Run `latarnia db upgrade`.",
            )
        case StorageAway():
            fail("The database cannot be reached.", "Check database.url in config.yaml, and that the server runs.")
        case OSError() if error.errno == 98 or "address already in use" in str(error).lower():
            fail(
                f"The port is taken: {error.strerror or error}",
                "Stop the other program, or set another web.port in config.yaml.",
            )
        case OSError():
            fail(
                f"{error.strerror or error}: {error.filename or ''}".rstrip(": "), "Check the path and its permissions."
            )
        case KeyboardInterrupt():
            sys.exit(130)
        case _:
            raise error


def _list(what: str, problems: Sequence[object], remedy: str = "") -> None:
    _console.print(f"[red]✗[/red] {what}")
    for problem in problems[:30]:
        _console.print(f"  {problem}", markup=False)
    if len(problems) > 30:
        _console.print(f"  … and {len(problems) - 30} more")
    if remedy:
        _console.print(f"  → {remedy}", markup=False)
    sys.exit(USAGE)
