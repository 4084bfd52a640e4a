"""Messages into words of one language."""

from bot.domain.language import Language
from bot.domain.messages import Message, Rendered, RenderedBlock, RenderedChoice
from bot.i18n.catalog import Catalog


def render(message: Message, language: Language, catalog: Catalog) -> Rendered:
    """Every catalogue phrase of the message as text; written texts stay as they are."""
    return Rendered(
        kind=message.kind,
        language=language,
        blocks=tuple(RenderedBlock(block.style, catalog.text(block.words, language)) for block in message.blocks),
        rows=tuple(
            tuple(RenderedChoice(c.data, catalog.text(c.label, language), str(c.sign), c.decides) for c in row)
            for row in message.rows
        ),
        receipt=message.receipt,
        speaker=message.speaker,
        silent=message.silent,
        replaces=message.replaces,
    )
