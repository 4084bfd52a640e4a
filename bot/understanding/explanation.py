"""Why a message was understood as it was: everything that ``latarnia ask`` and the editor pages show."""

from dataclasses import dataclass

from bot.domain.language import Language
from bot.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class Explanation:
    """``languages``: share of each language. ``outside``: probability that we have no entry. ``labels``: the best labels of
    all kinds, also the ones that are no entries (``@outside``, ``@human``, ``@talk:…``)."""

    reading: Reading
    repaired: str
    languages: dict[Language, float]
    labels: tuple[tuple[str, float], ...]
    danger: dict[str, float]
    sentences: tuple[str, ...]
