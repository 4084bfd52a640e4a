"""The four languages people write in."""

from enum import StrEnum


class Language(StrEnum):
    """ISO 639-1 code. The order of the members is the order used in content files."""

    PL = "pl"
    UK = "uk"
    RU = "ru"
    EN = "en"

    @classmethod
    def from_tag(cls, tag: str | None) -> "Language | None":
        """The language of an IETF tag such as ``uk`` or ``en-GB``; None for a language we do not speak."""
        code = (tag or "").replace("_", "-").split("-", 1)[0].lower()
        return cls(code) if code in set(cls) else None


MENU_ORDER = (Language.UK, Language.RU, Language.EN, Language.PL)
"""The order in which languages are offered to a person."""
