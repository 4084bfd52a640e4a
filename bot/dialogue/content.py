"""One immutable snapshot of everything the core may say."""

from dataclasses import dataclass, field

from bot.i18n.catalog import Catalog
from bot.knowledge.knowledge import Knowledge
from bot.knowledge.serving import Mode
from bot.understanding.reading import Understanding


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation decides about the talk."""

    mode: Mode
    retention_days: int
    desk_hours: tuple[str | None, ...] = (None,) * 7
    """Opening hours of the advisors, Monday first, "9:00-17:00"; all None: not stated."""


@dataclass(frozen=True, slots=True)
class Content:
    """Swapped in whole when an editor saves; a turn sees one snapshot from start to end."""

    knowledge: Knowledge = field(repr=False)
    understanding: Understanding = field(repr=False)
    catalog: Catalog = field(repr=False)
    settings: Settings
