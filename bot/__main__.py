"""``python -m bot`` is the command ``latarnia``."""

from bot.cli.main import main

main()
