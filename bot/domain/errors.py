"""The error tree. Errors carry data; text is made at the edge."""


class LatarniaError(Exception):
    """Base of everything that we raise on purpose."""


class NotFound(LatarniaError):
    """The thing does not exist, or this advisor may not know that it does."""


class NotAllowed(LatarniaError):
    """The role lacks the right."""


class Conflict(LatarniaError):
    """Somebody else was faster. ``holder`` names who holds the case."""

    def __init__(self, holder: str = "") -> None:
        super().__init__(holder)
        self.holder = holder


class StorageAway(LatarniaError):
    """The database cannot be reached now; the caller may try again."""


class SchemaMismatch(LatarniaError):
    """The database was not migrated to this version of the code."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"{found or 'empty'} != {expected}")
        self.found, self.expected = found, expected
