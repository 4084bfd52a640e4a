"""A message as Telegram shows it: HTML with every written text escaped, an inline keyboard, parts within 4096 characters. Pure."""

from dataclasses import dataclass
from html import escape

from bot.domain.messages import Kind, Rendered, RenderedBlock, Style

MAX_UNITS = 4096
"""Telegram counts UTF-16 code units after the markup is parsed."""
_MARGIN = 96

Keyboard = dict[str, list[list[dict[str, str]]]]
"""Telegram's ``InlineKeyboardMarkup`` as JSON."""


@dataclass(frozen=True, slots=True)
class Part:
    """One Telegram message: the same text with markup and without, for the case that the markup is refused."""

    html: str
    plain: str
    keyboard: Keyboard | None


def render(message: Rendered, heading: str = "") -> tuple[Part, ...]:
    """``heading``: the line that names the advisor who speaks, empty for the bot."""
    blocks = [RenderedBlock(Style.TITLE, heading), *message.blocks] if heading else list(message.blocks)
    parts = _split(blocks)
    keyboard = _keyboard(message)
    last = len(parts) - 1
    return tuple(
        Part(
            _join(message, [_html(block) for block in part]),
            _join(message, [block.text for block in part]),
            keyboard if i == last else None,
        )
        for i, part in enumerate(parts)
    )


def settled(message: Rendered, chosen: str) -> Part:
    """The message after its choice: a menu becomes the path that was taken, a question gains the answer."""
    if message.kind is Kind.MENU:
        return Part(escape(chosen, quote=False), chosen, None)
    text = render(message)[-1]
    return Part(f"{text.html}\n\n✓ {escape(chosen, quote=False)}", f"{text.plain}\n\n✓ {chosen}", None)


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def _html(block: RenderedBlock) -> str:
    text = escape(block.text, quote=False)
    match block.style:
        case Style.TITLE:
            return f"<b>{text}</b>"
        case Style.FOOT:
            return f"<i>{text}</i>"
        case _:
            return text


def _join(message: Rendered, texts: list[str]) -> str:
    return ("\n" if message.kind is Kind.STATUS else "\n\n").join(texts)


def _keyboard(message: Rendered) -> Keyboard | None:
    if not message.rows:
        return None
    rows = [[{"text": f"{c.sign} {c.label}".strip(), "callback_data": c.data} for c in row] for row in message.rows]
    return {"inline_keyboard": rows}


def _split(blocks: list[RenderedBlock]) -> list[list[RenderedBlock]]:
    """Whole blocks as long as they fit; a block too long for one message is cut between its lines or words."""
    room = MAX_UNITS - _MARGIN
    parts: list[list[RenderedBlock]] = [[]]
    used = 0
    for block in blocks:
        for piece in _pieces(block, room):
            size = units(piece.text) + 2
            if parts[-1] and used + size > room:
                parts.append([])
                used = 0
            parts[-1].append(piece)
            used += size
    return parts


def _pieces(block: RenderedBlock, room: int) -> list[RenderedBlock]:
    pieces: list[RenderedBlock] = []
    text = block.text
    while units(text) > room:
        cut = _cut_at(text, room)
        pieces.append(RenderedBlock(block.style, text[:cut].rstrip()))
        text = text[cut:].lstrip()
    return [*pieces, RenderedBlock(block.style, text)] if text or not pieces else pieces


def _cut_at(text: str, room: int) -> int:
    """The best place to cut: a paragraph, a line, a sentence, a word, or the last sign that fits."""
    fits, used = 0, 0
    for character in text:
        used += 2 if ord(character) > 0xFFFF else 1
        if used > room:
            break
        fits += 1
    for border in ("\n\n", "\n", ". ", " "):
        found = text.rfind(border, fits // 2, fits)
        if found > 0:
            return found + len(border)
    return fits
