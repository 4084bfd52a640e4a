"""Which section of an answer a question asks for: cost, documents, time, place, conditions, steps. The cues are content."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.knowledge.model import Section, TextLists
from bot.understanding.skeleton import skeleton

_ORDER = (Section.CAREFUL, Section.STEPS, Section.TIME, Section.COST, Section.DOCUMENTS, Section.WHERE, Section.WHO)
"""The more telling cue wins: "how long and where" asks for the time."""
_NAMES = frozenset(section.value for section in _ORDER)
_SHORT = 4
"""Words of a message in which a bare noun is a question: "documents?"."""
_GAP = r"(?: \w+){0,2} "
"""Small words may stand between those of a cue: "how much *does it* cost"."""
_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class _Cues:
    """``asked`` finds a section's cues in asking sentences, one a line; ``brief`` in a very short message."""

    asked: re.Pattern[str]
    brief: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Facets:
    """The cues of each section, in the order in which sections are tried."""

    cues: Mapping[Section, _Cues]
    patterns: Mapping[str, tuple[str, str]]
    """The same, for keeping."""
    words: tuple[str, ...]
    """Folded words of the cues, which are no typing errors of others."""

    @classmethod
    def of(cls, facets: Mapping[str, TextLists]) -> "Facets":
        known = {name: list(_texts(lists)) for name, lists in facets.items() if name in _NAMES}
        words = {word for texts in known.values() for text in texts for word in _whole_words(text)}
        return cls.load({"patterns": {name: _patterns(texts) for name, texts in known.items()}, "words": sorted(words)})

    @classmethod
    def load(cls, kept: Mapping[str, Any]) -> "Facets":
        patterns = {name: (asked, brief) for name, (asked, brief) in kept["patterns"].items()}
        cues = {
            section: _Cues(*(re.compile(pattern, re.MULTILINE) for pattern in patterns[section]))
            for section in _ORDER
            if section in patterns
        }
        return cls(cues, patterns, tuple(kept["words"]))

    def dump(self) -> dict[str, Any]:
        return {"patterns": self.patterns, "words": self.words}

    def facet(self, asking: str) -> Section | None:
        """The section that the folded asking sentences (one a line) want, or None where they are about the whole topic."""
        brief = asking.count(" ") + asking.count("\n") < _SHORT
        for section, cues in self.cues.items():
            if (cues.brief if brief else cues.asked).search(asking):
                return section
        return None

    def without_cues(self, folded: str) -> str:
        """What is left of a question when the words that ask for a section are taken out."""
        for cues in self.cues.values():
            folded = cues.brief.sub(" ", folded)
        return " ".join(folded.split())


def _texts(lists: TextLists) -> Iterator[str]:
    for _, texts in lists.items():
        yield from texts


def _whole_words(cue: str) -> list[str]:
    return [skeleton(word) for word in cue.rstrip("?").split() if not word.endswith("*")]


def _patterns(cues: Iterable[str]) -> tuple[str, str]:
    """For asking sentences: several words anywhere, one word near the beginning. For a short message: any cue anywhere."""
    several, single, brief = set(), set(), set()
    for cue in cues:
        if pattern := _pattern(cue.rstrip("?")):
            if cue.endswith("?"):
                brief.add(pattern)
            elif " " in cue:
                several.add(pattern)
            else:
                single.add(pattern)
    asked = [rf"\b(?:{_any(several)})", rf"^(?:\w+ ){{0,2}}(?:{_any(single)})"]
    return "|".join(asked), rf"\b(?:{_any(several | single | brief)})"


def _any(patterns: set[str]) -> str:
    return "|".join(sorted(patterns)) or _NEVER


def _pattern(cue: str) -> str:
    folded = _GAP.join(re.escape(word) for word in skeleton(cue.rstrip("*")).split())
    return folded and folded + ("" if cue.endswith("*") else r"\b")
