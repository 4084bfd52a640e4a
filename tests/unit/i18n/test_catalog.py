"""The four catalogues say the same things: same keys, same placeholders, every key that the code uses."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.bootstrap import load_catalog
from bot.domain.language import Language
from bot.domain.messages import Text
from bot.i18n.catalog import Catalog, UnknownPhrase
from tests.conftest import ROOT

CATALOG = load_catalog(ROOT / "translations")
_USED = re.compile(r"""(?:Text|note|_system|say|switched|ref)\(\s*f?["']([a-z]+(?:[.-][a-z{}_-]+)+)["']""")


def used_keys() -> set[str]:
    """Keys written out in the rooms that speak to people."""
    rooms = [path for room in ("dialogue", "channels", "service") for path in (ROOT / "bot" / room).rglob("*.py")]
    return {key for path in rooms for key in _USED.findall(path.read_text(encoding="utf-8")) if "{" not in key}


def test_every_language_has_the_same_keys() -> None:
    keys = {language: set(phrases) for language, phrases in CATALOG.phrases.items()}
    assert keys[Language.PL] == keys[Language.UK] == keys[Language.RU] == keys[Language.EN]


@pytest.mark.parametrize("language", Language)
def test_no_phrase_is_empty_and_placeholders_agree_with_english(language: Language) -> None:
    for key, phrase in CATALOG.phrases[language].items():
        assert all(form.strip() for form in phrase.forms), key
        assert phrase.placeholders == CATALOG.phrases[Language.EN][key].placeholders, key


def test_every_key_that_the_code_names_exists() -> None:
    keys = used_keys()
    assert len(keys) > 50
    assert not keys - set(CATALOG.phrases[Language.EN])


def test_plurals_follow_each_language() -> None:
    def days(language: Language, n: int) -> str:
        return CATALOG.say("greeting.privacy", language, n=n)

    assert "22 дні" in days(Language.UK, 22)
    assert "22 дня" in days(Language.RU, 22)
    assert "21 дней" not in days(Language.RU, 21)
    assert "1 day." in days(Language.EN, 1)


def test_values_are_put_in_as_the_language_writes_them() -> None:
    said = CATALOG.say("notice.overdue-low", Language.PL, checked=date(2027, 3, 4))
    assert "4 marca 2027" in said
    inside = CATALOG.say("answer.section-title", Language.UK, title="X", section=Text("section.cost"))
    assert inside == f"X · {CATALOG.say('section.cost', Language.UK)}"


def test_a_hostile_value_is_text_and_never_a_placeholder() -> None:
    assert "{title}" in CATALOG.say("answer.section-title", Language.EN, title="{title}", section="{0.__class__}")


def test_an_unknown_key_is_our_mistake() -> None:
    with pytest.raises(UnknownPhrase):
        CATALOG.say("no.such-key", Language.EN)


def test_a_catalogue_of_one_phrase_can_be_read(tmp_path: Path) -> None:
    source = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "a.b"\nmsgstr "ї"\n'
    assert Catalog(dict.fromkeys(Language, source.encode())).say("a.b", Language.UK) == "ї"
