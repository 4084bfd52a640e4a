"""Everything that a user can get wrong is one clear line and a remedy, without a traceback, with an exit code."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT


def latarnia(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def write(folder: Path, **settings: object) -> None:
    paths = {"knowledge": {"path": str(ROOT / "knowledge")}, "translations": {"path": str(ROOT / "translations")}}
    (folder / "config.yaml").write_text(yaml.safe_dump({**paths, **settings}), encoding="utf-8")


def failing(result: subprocess.CompletedProcess[str]) -> str:
    said = result.stdout + result.stderr
    assert result.returncode == 2, said
    assert "Traceback" not in said
    assert "→" in said or "Did you mean" in said
    return said


def test_wrong_settings_are_all_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("web: {prt: 1, port: 99999}\nknowlege: {}\n", encoding="utf-8")
    said = latarnia("serve", folder=tmp_path).stderr
    assert "web.prt" in said
    assert "Did you mean `web.port`" in said
    assert "web.port`: " in said
    assert "Did you mean `knowledge`" in said
    assert "Traceback" not in said


def test_an_empty_database_names_the_command(tmp_path: Path) -> None:
    write(tmp_path)
    assert "latarnia db upgrade" in failing(latarnia("serve", folder=tmp_path))
    assert not (tmp_path / "var").exists(), "looking makes no database"


def test_a_database_that_is_away_is_one_line(tmp_path: Path) -> None:
    write(tmp_path, database={"url": "postgresql://nobody@127.0.0.1:1/none"})
    assert "cannot be reached" in failing(latarnia("advisor", "list", folder=tmp_path))


def test_a_port_in_use_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        write(
            tmp_path, web={"port": taken.getsockname()[1]}, knowledge={"path": str(ROOT / "knowledge"), "reload": False}
        )
        assert latarnia("db", "upgrade", folder=tmp_path).returncode == 0
        assert "port is taken" in failing(latarnia("serve", folder=tmp_path))


def test_broken_content_is_refused_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "menu.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    write(tmp_path, knowledge={"path": "knowledge"})
    said = failing(latarnia("chat", folder=tmp_path))
    assert "knowledge/menu.yaml:2" in said


def test_a_webhook_without_its_secret_is_named(tmp_path: Path) -> None:
    write(tmp_path, telegram={"mode": "webhook"})
    said = latarnia("serve", folder=tmp_path, LATARNIA_TELEGRAM_TOKEN="1:a").stderr
    assert "LATARNIA_TELEGRAM_WEBHOOK_SECRET" in said


@pytest.mark.parametrize("arguments", [("db", "upgrade"), ("doctor", "--json"), ("advisor", "list", "--json")])
def test_commands_for_scripts_succeed_on_a_fresh_database(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    write(tmp_path)
    assert latarnia("db", "upgrade", folder=tmp_path).returncode == 0
    result = latarnia(*arguments, folder=tmp_path)
    assert result.returncode == 0, result.stderr
