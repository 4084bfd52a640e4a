"""Docs and settings tell the truth: every setting is in the shipped file, every command and table in the docs."""

import re

import yaml
from typer.main import get_command

from bot import config
from bot.cli.main import app
from bot.storage.tables import metadata
from tests.conftest import ROOT


def test_the_shipped_settings_name_every_key_with_its_default() -> None:
    shipped = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    names = {f"{part}.{key}" for part, keys in shipped.items() for key in keys}
    assert names == set(config.keys())
    anchored = config.load(ROOT / "config.yaml", {})
    defaults = config.load(ROOT / "no-such-file.yaml", {})
    assert anchored == defaults


def test_every_setting_stands_below_a_comment() -> None:
    text = (ROOT / "config.yaml").read_text(encoding="utf-8")
    for variable in config.SECRETS:
        assert variable in text


def test_every_command_has_an_example_in_its_help() -> None:
    def leaves(command: object) -> list[object]:
        children = getattr(command, "commands", None)
        return [leaf for child in children.values() for leaf in leaves(child)] if children else [command]

    commands = leaves(get_command(app))
    assert len(commands) >= 15
    for command in commands:
        assert "xample" in (getattr(command, "help", "") or ""), getattr(command, "name", command)


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in get_command(app).commands:  # type: ignore[attr-defined]
        assert re.search(rf"latarnia {name}\b", readme), name


def test_the_architecture_page_names_every_table() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert not [table for table in metadata.tables if f"`{table}`" not in page]
