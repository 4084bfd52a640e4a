"""The gettext catalogues: ``translations/<language>/LC_MESSAGES/latarnia.po``, compiled in memory when loaded, so none is ever stale.

Message ids are keys (``greeting.privacy``), never English sentences: English is a translation like the others.
Placeholders are ``{name}``. A phrase with a plural is chosen by its parameter ``n``.
"""

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.domain.language import Language
from bot.domain.messages import Param, Text, Words
from bot.i18n.values import Values

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class UnknownPhrase(KeyError):
    """No catalogue has this key: a mistake of ours, found by the tests that walk all keys used in the code."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One key in one language: its forms and the placeholders it uses."""

    forms: tuple[str, ...]

    @property
    def placeholders(self) -> frozenset[str]:
        return frozenset(name for form in self.forms for name in _PLACEHOLDER.findall(form))


class Catalog:
    """All phrases in all languages. Immutable."""

    def __init__(self, sources: Mapping[Language, bytes]) -> None:
        """``sources``: the bytes of each language's .po file."""
        self.values = Values()
        self._phrases: dict[Language, dict[str, Phrase]] = {}
        self._translations: dict[Language, gettext.GNUTranslations] = {}
        for language, source in sources.items():
            messages = read_po(BytesIO(source), locale=language.value)
            self._phrases[language] = {
                _first(message.id): Phrase(_forms(message.string)) for message in messages if message.id
            }
            compiled = BytesIO()
            write_mo(compiled, messages)
            compiled.seek(0)
            self._translations[language] = gettext.GNUTranslations(compiled)

    @property
    def phrases(self) -> Mapping[Language, Mapping[str, Phrase]]:
        """For checks: every key with its forms."""
        return self._phrases

    def say(self, key: str, language: Language, **params: Param) -> str:
        """The phrase in words. Raises UnknownPhrase for a key that no catalogue has."""
        template = self._template(key, language, params.get("n"))
        if "{" not in template:
            return template
        return _PLACEHOLDER.sub(lambda match: self._value(params.get(match[1], match[0]), language), template)

    def text(self, words: Words, language: Language) -> str:
        """Catalogue phrase or written text, as text."""
        return words if isinstance(words, str) else self.say(words.key, language, **words.params)

    def _template(self, key: str, language: Language, n: Param | None) -> str:
        phrase = self._phrases[language].get(key)
        if phrase is None:
            raise UnknownPhrase(key)
        if len(phrase.forms) > 1 and isinstance(n, int):
            return self._translations[language].ngettext(key, key, n)
        return phrase.forms[0]

    def _value(self, value: Param, language: Language) -> str:
        if isinstance(value, Text):
            return self.text(value, language)
        if isinstance(value, datetime):
            return self.values.moment(value, language)
        if isinstance(value, date):
            return self.values.date(value, language)
        return str(value)


def _forms(string: object) -> tuple[str, ...]:
    """Babel gives one string, or a sequence of plural forms."""
    return (string,) if isinstance(string, str) else tuple(str(form) for form in string)  # type: ignore[attr-defined]


def _first(message_id: object) -> str:
    """The key: with plurals Babel repeats it."""
    return _forms(message_id)[0]
