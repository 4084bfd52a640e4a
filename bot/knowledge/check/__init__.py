"""The rules that content obeys: many small ones, each adds problems, none stops at the first."""

from collections.abc import Iterator

from bot.domain.problem import Problem, Severity
from bot.knowledge.check import dates, facts, lengths, letters, links, names, parity, places, style, terms, wording
from bot.knowledge.check.subject import Rule, Subject

RULES: tuple[Rule, ...] = (
    *names.RULES,
    *parity.RULES,
    *lengths.RULES,
    *facts.RULES,
    *dates.RULES,
    *places.RULES,
    *links.RULES,
    *wording.RULES,
    *letters.RULES,
    *style.RULES,
    *terms.RULES,
)


def run_rules(subject: Subject, *, thorough: bool = True) -> Iterator[Problem]:
    """Everything that any rule finds; not ``thorough``: only what forbids serving, in half the time."""
    for rule in RULES:
        if thorough or rule.severity is Severity.ERROR:
            yield from rule.problems(subject)


__all__ = ["RULES", "Subject", "run_rules"]
