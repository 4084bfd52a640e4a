"""check, schema, export, status: what they print, what they write, and their exit codes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.check import check
from bot.cli.export import export
from bot.cli.schema import schema
from bot.cli.status import status
from bot.content.report import content_report
from bot.domain.language import Language
from tests.content.tree import TODAY, Tree


def _run(command: Callable[..., None], *arguments: object) -> Any:
    app = typer.Typer()
    app.command()(command)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_check_of_good_content_says_so_and_succeeds(tree: Tree) -> None:
    result = _run(check, tree.root)
    assert (result.exit_code, result.stdout) == (0, "2 entries, 9 facts, 1 places, 1 offers: no problem.\n")


def test_check_prints_place_rule_and_remedy_and_fails(tree: Tree) -> None:
    tree.change("residence/fees.yaml", "kosztuje {fee.card}", "kosztuje {fee.cart}")
    result = _run(check, tree.root)
    assert result.exit_code == 1
    assert (
        "knowledge/residence/fees.yaml:18: unknown-name: there is no fact {fee.cart}. Did you mean {fee.card}?"
        in result.stdout
    )
    assert "the old content keeps serving" in result.stdout


def test_check_lets_warnings_pass_unless_strict(tree: Tree) -> None:
    tree.change("residence/fees.yaml", "1. Take 2 photos.", "1. Take 2 photos!")
    assert _run(check, tree.root).exit_code == 0
    assert _run(check, tree.root, "--strict").exit_code == 1


def test_check_as_json_is_data(tree: Tree) -> None:
    tree.change("residence/fees.yaml", "1. Take 2 photos.", "1. Take 2 photos!")
    data = json.loads(_run(check, tree.root, "--json").stdout)
    assert (data["ok"], data["errors"], data["warnings"]) == (True, 0, 1)
    assert data["problems"][0] == {
        "file": "knowledge/residence/fees.yaml",
        "line": 40,
        "rule": "exclamation-mark",
        "message": "an exclamation mark.",
        "remedy": "End the sentence with a full stop.",
        "severity": "warning",
    }


def test_check_lists_its_rules(tree: Tree) -> None:
    assert "parity-numbers" in _run(check, "--rules").stdout
    assert {"rule", "severity", "about"} == set(json.loads(_run(check, "--rules", "--json").stdout)[0])


def test_schema_writes_once_and_tells_when_it_is_not_current(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    assert _run(schema, folder, "--check").exit_code == 1
    assert "entry.schema.json: written." in _run(schema, folder).stdout
    assert _run(schema, folder, "--check").exit_code == 0
    (folder / "menu.schema.json").write_text("{}")
    (folder / "old.schema.json").write_text("{}")
    assert _run(schema, folder, "--check").exit_code == 1
    _run(schema, folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "danger.schema.json", "entry.schema.json", "facts.schema.json", "glossary.schema.json", "menu.schema.json",
        "off-topic.schema.json", "offers.schema.json", "phrases.schema.json", "places.schema.json", "words.schema.json",
    ]  # fmt: skip


def test_the_schemas_in_the_repository_are_current() -> None:
    assert _run(schema, Path(__file__).parents[2] / "schemas", "--check").exit_code == 0


def test_export_fills_facts_in_each_language(tree: Tree, tmp_path: Path) -> None:
    file = tmp_path / "content.json"
    assert _run(export, file, "--knowledge", tree.root, "--day", "2027-01-02").exit_code == 0
    data = json.loads(file.read_text("utf-8"))
    assert list(data) == ["version", "day", "serve", "entries", "flows", "facts", "places", "offers"]
    entry = data["entries"][0]
    assert {"id", "title", "questions", "answer", "sources", "review", "servable"} <= set(entry)
    assert entry["id"] == "residence.fees"
    assert entry["answer"]["summary"]["en"].startswith("A residence card (karta pobytu) costs 120\u00a0PLN.")
    assert entry["answer"]["summary"]["uk"].startswith("Посвідка на проживання (karta pobytu) коштує 120\u00a0zł.")
    assert entry["answer"]["steps"]["pl"].endswith("2. Idź tu: Urząd Wojewódzki, ul.\u00a0Okopowa 21, Gdańsk")
    assert entry["sources"][0]["checked"] == "2026-11-20"
    assert len(entry["questions"]["ru"]) == 30
    assert entry["servable"] == {"pl": False, "uk": False, "ru": False, "en": False}
    assert not any("{" in text for texts in entry["answer"].values() for text in texts.values())
    assert data["flows"] == []
    assert (data["places"][0]["id"], data["offers"][0]["id"]) == ("puw", "exam-2027")
    assert {fact["id"]: fact["text"]["en"] for fact in data["facts"]}["date.end"] == "4 March 2027"


def test_export_of_past_offers_leaves_them_out_and_drafts_may_be_servable(tree: Tree) -> None:
    result = _run(export, "-", "--knowledge", tree.root, "--day", "2027-02-22", "--serve", "drafts")
    data = json.loads(result.stdout)
    assert data["offers"] == []
    assert data["entries"][0]["servable"]["pl"] is True


def test_export_refuses_broken_content_and_an_unwritable_file_in_one_line(tree: Tree, tmp_path: Path) -> None:
    result = _run(export, tmp_path / "no" / "file.json", "--knowledge", tree.root)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    tree.change("residence/fees.yaml", "{fee.card}", "{fee.cart}")
    result = _run(export, tmp_path / "content.json", "--knowledge", tree.root)
    assert (result.exit_code, "latarnia check" in result.stderr) == (1, True)
    assert not (tmp_path / "content.json").exists()


def test_status_counts_states_by_language(tree: Tree) -> None:
    data = json.loads(_run(status, "--knowledge", tree.root, "--json", "--day", "2028-01-01").stdout)
    assert data["entries"][0]["states"] == dict.fromkeys(Language, "expired")
    assert data["totals"]["uk"] == {
        "reviewed": 0, "draft": 1, "stale": 0, "overdue": 0, "expired": 1, "not-yet-valid": 0,
    }  # fmt: skip
    table = _run(status, "--knowledge", tree.root)
    assert table.exit_code == 0
    assert "residence.fees" in table.stdout


def test_status_says_that_broken_entries_are_not_counted(tree: Tree) -> None:
    tree.change("work/permit.yaml", "risk: low", "risk: lo")
    result = _run(status, "--knowledge", tree.root, "--json")
    assert result.exit_code == 1
    assert "1 entries could not be read" in result.stderr


def test_the_report_is_written_and_tells_what_to_verify(tree: Tree, tmp_path: Path) -> None:
    tree.change("work/permit.yaml", "sources:", 'verify: ["Confirm the rule in the act."]\nsources:')
    tree.change("facts/common.yaml", 'note: "Last day"', 'note: "Last day"\n  confidence: low')
    file = tmp_path / "content.md"
    _run(status, "--knowledge", tree.root, "--report", file)
    text = file.read_text("utf-8")
    assert "## Reading ease" in text
    assert "- **work.permit**\n  - Confirm the rule in the act." in text
    assert "| date.end | low | Last day | isap.sejm.gov.pl |" in text


def test_the_report_is_the_same_for_the_same_content_and_day(tree: Tree) -> None:
    assert content_report(tree.compile().knowledge, TODAY) == content_report(tree.compile().knowledge, TODAY)


@pytest.mark.parametrize("command", [check, schema, export, status])
def test_every_command_shows_examples_in_its_help(command: Callable[..., None]) -> None:
    assert "Examples: latarnia" in " ".join(_run(command, "--help").stdout.split())
