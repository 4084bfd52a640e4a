"""``latarnia learn``: learn from the content's questions now, so that the next start need not."""

from rich.console import Console

from bot import config as settings
from bot import log
from bot.bootstrap import served_content
from bot.cli.options import DEFAULT_CONFIG, ConfigOption

_console = Console(stderr=True, highlight=False)


def learn(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Learn from the questions of the content and keep the result; some seconds, and nothing to do if the wording is unchanged.

    A start does the same by itself. [bold]Example[/bold]: latarnia learn
    """
    log.set_up("error", "console")
    content = served_content(settings.load(config))
    with _console.status("Learning from the questions of the content…"):
        content.load()
    _console.print("Ready to understand.")
