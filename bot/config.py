"""``config.yaml`` and the environment as one frozen :class:`Config`. Every wrong key is reported at once, with the nearest right one."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from rapidfuzz.process import extractOne

from bot.domain.problem import Problem
from bot.knowledge.model import Week

SECRETS = {
    "LATARNIA_TELEGRAM_TOKEN": ("telegram", "token"),
    "LATARNIA_TELEGRAM_WEBHOOK_SECRET": ("telegram", "webhook_secret"),
    "LATARNIA_DATABASE_URL": ("database", "url"),
}
"""Environment variables and the settings that they fill."""


class ConfigError(Exception):
    """The settings cannot be used; carries every problem."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Database(_Part):
    url: str = "sqlite:///var/latarnia.db"


class Web(_Part):
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)
    public_url: str = Field(default="http://127.0.0.1:8080", pattern=r"^https?://[^/]+$")
    exit_url: str = Field(default="https://www.google.com/search?q=pogoda", pattern=r"^https://")


class KnowledgeSettings(_Part):
    path: Path = Path("knowledge")
    serve: Literal["reviewed", "drafts"] = "reviewed"
    reload: bool = True


class Translations(_Part):
    path: Path = Path("translations")


class Telegram(_Part):
    mode: Literal["polling", "webhook"] = "polling"
    base_url: str = Field(default="https://api.telegram.org", pattern=r"^https?://")
    token: SecretStr = SecretStr("")
    webhook_secret: SecretStr = Field(default=SecretStr(""))


class DeskSettings(_Part):
    hours: Week = Week(mon="9:00-17:00", tue="9:00-17:00", wed="9:00-17:00", thu="9:00-17:00", fri="9:00-17:00")


class Privacy(_Part):
    retention_days: int = Field(default=30, ge=1, le=365)


class Log(_Part):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["console", "json"] = "console"


class Config(_Part):
    """All settings. Paths are relative to the folder of the file."""

    database: Database = Database()
    web: Web = Web()
    knowledge: KnowledgeSettings = KnowledgeSettings()
    translations: Translations = Translations()
    telegram: Telegram = Telegram()
    desk: DeskSettings = DeskSettings()
    privacy: Privacy = Privacy()
    log: Log = Log()


def load(path: Path, environment: Mapping[str, str] | None = None) -> Config:
    """Read the file (an absent one means the defaults) and the environment. Raises ConfigError with all problems."""
    data = _read(path)
    for variable, (part, key) in SECRETS.items():
        if value := (os.environ if environment is None else environment).get(variable):
            section = data.setdefault(part, {})
            if isinstance(section, dict):
                section[key] = value
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise ConfigError([_problem(path.name, one) for one in error.errors()]) from None
    if (
        config.telegram.mode == "webhook"
        and config.telegram.token.get_secret_value()
        and not config.telegram.webhook_secret.get_secret_value()
    ):
        missing = Problem(
            path.name, 0, "missing", "telegram.mode webhook needs a secret.", "Set LATARNIA_TELEGRAM_WEBHOOK_SECRET."
        )
        raise ConfigError([missing])
    return _anchored(config, path.parent)


def keys() -> list[str]:
    """Every setting as ``part.key``, without secrets: what the shipped file and its documentation must name."""
    hidden = {f"{part}.{key}" for part, key in SECRETS.values() if key != "url"}
    names = [
        f"{part}.{key}"
        for part, field in Config.model_fields.items()
        for key in field.annotation.model_fields  # type: ignore[union-attr]
    ]
    return [name for name in names if name not in hidden]


def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        what = getattr(error, "problem", None) or "is not UTF-8 text"
        raise ConfigError(
            [
                Problem(
                    path.name,
                    line,
                    "yaml",
                    f"cannot be read: {what}.",
                    "Mend the line or compare with the shipped file.",
                )
            ]
        ) from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ConfigError(
            [Problem(path.name, 1, "yaml", "is not a list of settings.", "Write `part:` and its keys indented below.")]
        )
    return data


def _problem(file: str, error: Any) -> Problem:
    place = [str(part) for part in error["loc"]]
    name = ".".join(place)
    if error["type"] == "extra_forbidden":
        known = [*Config.model_fields, *keys()]
        near = extractOne(name, known)
        return Problem(
            file, 0, "unknown-key", f"`{name}` is not a setting.", f"Did you mean `{near[0]}`?" if near else ""
        )
    return Problem(
        file, 0, "wrong-value", f"`{name}`: {error['msg']}.", "See the comment at this key in the shipped config.yaml."
    )


def _anchored(config: Config, folder: Path) -> Config:
    knowledge = config.knowledge.model_copy(update={"path": folder / config.knowledge.path})
    translations = config.translations.model_copy(update={"path": folder / config.translations.path})
    url = config.database.url
    if url.startswith("sqlite:///") and not url.startswith("sqlite:////"):
        url = f"sqlite:///{(folder / url.removeprefix('sqlite:///')).resolve()}"
    database = config.database.model_copy(update={"url": url})
    return config.model_copy(update={"knowledge": knowledge, "translations": translations, "database": database})
