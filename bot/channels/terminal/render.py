"""A message as plain text with numbered choices, and a typed number as the choice it stands for. Pure."""

from bot.domain.messages import Kind, Rendered, RenderedChoice, Style

NAME = "terminal"


def render(message: Rendered, heading: str = "") -> str:
    """Blocks as paragraphs, choices below as ``1 Label``; ``heading`` names the advisor who speaks."""
    parts = [heading] if heading else []
    parts += [_underlined(block.text) if block.style is Style.TITLE else block.text for block in message.blocks]
    text = ("\n" if message.kind is Kind.STATUS else "\n\n").join(parts)
    numbered = [f"{number:>3} {f'{c.sign} {c.label}'.strip()}" for number, c in enumerate(message.choices, 1)]
    return text + ("\n\n" + "\n".join(numbered) if numbered else "")


def picked(typed: str, choices: tuple[RenderedChoice, ...]) -> RenderedChoice | None:
    """The choice behind a typed number, or None for words."""
    typed = typed.strip().rstrip(".)")
    if not typed.isdecimal() or not 1 <= int(typed) <= len(choices):
        return None
    return choices[int(typed) - 1]


def _underlined(title: str) -> str:
    return f"{title}\n{'-' * min(len(title), 60)}"
