"""Why a message was understood as it was: everything that ``latarnia ask`` and the editor pages show."""

from dataclasses import dataclass

from bot.domain.language import Language
from bot.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class Explanation:
    """``repaired``: the text in the keyboard layout that was meant. ``ours``: probability that the message is about one of our
    topics; ``right``: that the first candidate is the right one. ``labels``: the best scores of all kinds, also of the labels
    that are no entries (``@outside``, ``@human``, ``@talk:…``)."""

    reading: Reading
    repaired: str
    languages: dict[Language, float]
    ours: float
    right: float
    labels: tuple[tuple[str, float], ...]
    danger: dict[str, float]
