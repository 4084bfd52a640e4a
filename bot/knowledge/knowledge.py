"""The whole reviewed content as one immutable snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.knowledge.model import Area, Concept, DangerCategory, Entry, Fact, Offer, Phrases, Place, TextLists


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything under ``knowledge/``, by id. ``version`` is a hash of all files: the same version gives the same answers."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    """The menu, in the order shown."""
    glossary: Mapping[str, Concept] = field(default_factory=dict)
    danger: Mapping[str, DangerCategory] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=lambda: Phrases(commands={}, small_talk={}))
    off_topic: Mapping[str, TextLists] = field(default_factory=dict)
    """Things that people ask and no entry may answer, by kind; may be empty."""
    words: Mapping[str, TextLists] = field(default_factory=dict)
    """Everyday words that mean the same in the four languages; serves retrieval, shown to nobody; may be empty."""
    version: str = ""
