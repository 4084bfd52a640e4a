"""What Telegram shows of the bot before anybody writes: commands and descriptions in each language."""

from collections.abc import Callable

from telegram import Bot, BotCommand

from bot.domain.language import Language

COMMANDS = ("menu", "human", "language", "privacy", "clear")


async def set_up(bot: Bot, say: Callable[[str, Language], str]) -> int:
    """Set what differs from what Telegram has; returns how many calls changed something.

    The default (empty) language code gets English: Telegram falls back to it for people whose app speaks another language.
    """
    changed = 0
    for language, code in [*((language, language.value) for language in Language), (Language.EN, "")]:
        commands = [BotCommand(name, say(f"telegram.command.{name}", language)) for name in COMMANDS]
        if list(await bot.get_my_commands(language_code=code)) != commands:
            await bot.set_my_commands(commands, language_code=code)
            changed += 1
        description = say("telegram.description", language)
        if (await bot.get_my_description(language_code=code)).description != description:
            await bot.set_my_description(description, language_code=code)
            changed += 1
        short = say("telegram.short-description", language)
        if (await bot.get_my_short_description(language_code=code)).short_description != short:
            await bot.set_my_short_description(short, language_code=code)
            changed += 1
    return changed
