"""The shipped catalogue, and the keys in it that belong to the web room."""

from functools import cache
from pathlib import Path

from bot.domain.language import Language
from bot.i18n.catalog import Catalog

ROOT = Path(__file__).parents[2] / "translations"


@cache
def catalog() -> Catalog:
    return Catalog({language: (ROOT / language / "LC_MESSAGES" / "latarnia.po").read_bytes() for language in Language})


def keys() -> set[str]:
    return {key for key in catalog().phrases[Language.EN] if key.startswith(("web.", "desk."))}
