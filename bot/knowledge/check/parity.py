"""The four languages say the same: numbers, dates, phones, links, facts, list items, lines."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from bot.domain.language import Language
from bot.knowledge.check import values
from bot.knowledge.check.subject import Finding, Rule, Subject, error, warning
from bot.knowledge.check.texts import Role, groups

_COMPARED = (Role.TITLE, Role.SECTION, Role.CARD, Role.NOTE, Role.FACT)
_ITEM = re.compile(r"^[ \t]*(?:[•\-–*]|\d{1,2}[.)])\s", re.MULTILINE)


def _compare(subject: Subject, extract: values.Extract, what: str, remedy: str) -> Iterator[Finding]:
    """One finding for each language that deviates, naming all its missing and surplus values."""
    for group in groups(subject, *_COMPARED):
        found = {language: extract(text, language) for language, text in group.texts.items()}
        if len({frozenset(values_) for values_ in found.values()}) == 1:
            continue
        for language, own in found.items():
            missing, surplus = _deviation(language, found)
            if missing or surplus:
                offset = min((own[value] for value in surplus), default=0)
                said = [f"lacks {', '.join(missing)}"] if missing else []
                said += [f"alone has {', '.join(surplus)}"] if surplus else []
                message = f"{what}: the {language} text of `{group.called}` {' and '.join(said)}."
                yield Finding(group.at(language, offset), message, remedy)


def _deviation(language: Language, found: Mapping[Language, values.Found]) -> tuple[list[str], list[str]]:
    """What two or more sister languages have and this one has not; what only this one has."""
    own = found[language]
    holders = Counter(value for values_ in found.values() for value in values_)
    missing = sorted(value for value, count in holders.items() if value not in own and count >= 2)
    return missing, sorted(value for value in own if holders[value] == 1)


def parity_names(subject: Subject) -> Iterator[Finding]:
    """Every language names the same facts and places."""
    return _compare(subject, values.names, "facts and places differ", "Name the same facts in all four languages.")


def parity_numbers(subject: Subject) -> Iterator[Finding]:
    """Every language gives the same numbers."""
    return _compare(
        subject, values.numbers, "numbers differ", "Write the same numbers, as digits, in all four languages."
    )


def parity_dates(subject: Subject) -> Iterator[Finding]:
    """Every language gives the same dates."""
    return _compare(subject, values.dates, "dates differ", "Write day, month in words and year in all four languages.")


def parity_phones(subject: Subject) -> Iterator[Finding]:
    """Every language gives the same phones."""
    return _compare(subject, values.phones, "phones differ", "Give the same phones, best as facts.")


def parity_links(subject: Subject) -> Iterator[Finding]:
    """Every language gives the same links and e-mails."""

    def both(text: str, language: Language) -> values.Found:
        return values.links(text, language) | values.emails(text, language)

    return _compare(subject, both, "links differ", "Give the same links, best as facts.")


def _count(subject: Subject, count: Callable[[str], int], what: str, remedy: str) -> Iterator[Finding]:
    """The language whose count is not that of most."""
    for group in groups(subject, Role.SECTION, Role.CARD):
        counts = {language: count(text) for language, text in group.texts.items()}
        usual = _usual(counts)
        for language, own in counts.items():
            if own != usual:
                message = f"{what}: {own} in the {language} text of `{group.called}`, {usual} in the others."
                yield Finding(group.at(language), message, remedy)


def _usual(counts: Mapping[Language, int]) -> int:
    """The commonest count; in a tie that of the Polish text, from which the others are made."""
    commonest = Counter(counts.values()).most_common()
    tied = [value for value, times in commonest if times == commonest[0][1]]
    return counts[Language.PL] if counts[Language.PL] in tied else tied[0]


def parity_items(subject: Subject) -> Iterator[Finding]:
    """Every language has the same number of list items and steps."""
    return _count(subject, lambda text: len(_ITEM.findall(text)), "list items differ", "Give the same steps and items.")


def parity_lines(subject: Subject) -> Iterator[Finding]:
    """Every language has the same number of lines."""
    return _count(
        subject, lambda text: text.strip().count("\n") + 1, "lines differ", "Break the text at the same places."
    )


def parity_copy(subject: Subject) -> Iterator[Finding]:
    """No two languages hold the same sentence: one of them was not translated."""
    for group in groups(subject, Role.TITLE, Role.SECTION, Role.CARD):
        seen: dict[str, Language] = {}
        for language, text in group.texts.items():
            words = re.findall(r"[^\W\d_]{3,}", _without_names(text))
            if len(words) >= 4 and text in seen:
                message = f"the {language} text of `{group.called}` is the same as the {seen[text]} text."
                yield Finding(group.at(language), message, "Translate it.")
            seen.setdefault(text, language)


def _without_names(text: str) -> str:
    return re.sub(r"\{[^{}]*\}|https?://\S+", " ", text)


RULES: tuple[Rule, ...] = (
    error("parity-names", parity_names),
    error("parity-numbers", parity_numbers),
    error("parity-dates", parity_dates),
    error("parity-phones", parity_phones),
    error("parity-links", parity_links),
    error("parity-items", parity_items),
    warning("parity-lines", parity_lines),
    error("parity-copy", parity_copy),
)
