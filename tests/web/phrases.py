"""The shipped catalogue, with the phrases of the web room laid over it as they stand in their YAML file."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog as Messages
from babel.messages.pofile import read_po, write_po

from bot.domain.language import Language
from bot.i18n.catalog import Catalog

ROOT = Path(__file__).parents[2] / "translations"
_FORMS = {
    Language.PL: ("one", "few", "many"),
    Language.UK: ("one", "few", "many"),
    Language.RU: ("one", "few", "many"),
    Language.EN: ("one", "other"),
}


@cache
def keys() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "web.keys.yaml").read_text())
    return loaded


@cache
def catalog() -> Catalog:
    return Catalog({language: _source(language) for language in Language})


def _source(language: Language) -> bytes:
    messages = read_po(BytesIO((ROOT / language / "LC_MESSAGES" / "latarnia.po").read_bytes()), locale=language.value)
    for key, texts in keys().items():
        _put(messages, key, texts[language.value], language)
    out = BytesIO()
    write_po(out, messages)
    return out.getvalue()


def _put(messages: Messages, key: str, text: str | dict[str, str], language: Language) -> None:
    messages.delete(key)
    if isinstance(text, str):
        messages.add(key, text)
    else:
        messages.add((key, key), tuple(text[form] for form in _FORMS[language]))
