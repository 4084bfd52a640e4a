"""``latarnia serve``: production."""

import uvloop
from rich.console import Console

from bot import config as settings
from bot import log
from bot.bootstrap import Application, served_content
from bot.cli.options import DEFAULT_CONFIG, ConfigOption
from bot.config import Config
from bot.service.runner import stop_on_signal

_console = Console(stderr=True, highlight=False)


def serve(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Serve people and advisors until stopped.

    Needs a migrated database (`latarnia db upgrade`) and sound content (`latarnia check`).

    [bold]Example[/bold]: LATARNIA_TELEGRAM_TOKEN=… latarnia serve -c /etc/latarnia/config.yaml
    """
    loaded = settings.load(config)
    log.set_up(loaded.log.level, loaded.log.format)
    content = served_content(loaded)
    content.load(
        on_training=lambda: _console.print("Learning from the questions of the content; done once for each change…")
    )
    uvloop.run(_serve(Application(loaded, content), loaded))


async def _serve(application: Application, loaded: Config) -> None:
    stop = stop_on_signal()
    await application.serve(stop, lambda: _console.print(f"Serving on {loaded.web.public_url}"))
