"""A problem in content or settings, with the place and the remedy."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    """The content may not be served."""
    WARNING = "warning"
    """Refused only by ``latarnia check --strict``."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """``file`` relative to the content root, ``line`` from 1 (0: the whole file), ``remedy`` says what to do."""

    file: str
    line: int
    rule: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.rule}: {self.message}" + (f" {self.remedy}" if self.remedy else "")
