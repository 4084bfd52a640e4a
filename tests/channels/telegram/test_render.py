"""What Telegram is asked to show: markup that cannot be broken by any text, within its limits."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.render import MAX_UNITS, render, settled, units
from bot.domain.language import Language
from bot.domain.messages import Kind, Rendered, RenderedBlock, RenderedChoice, Style

HOSTILE = "a < b & c > d _x_ *y* </b><script>"


def message(*blocks: tuple[Style, str], kind: Kind = Kind.ANSWER, rows: object = ()) -> Rendered:
    return Rendered(kind, Language.EN, tuple(RenderedBlock(*block) for block in blocks), rows)  # type: ignore[arg-type]


class Visible(HTMLParser):
    """What a client shows of the markup, and the tags that it met."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags = "", []  # type: tuple[str, list[str]]
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def test_title_is_bold_foot_is_italic_and_text_is_escaped() -> None:
    (part,) = render(message((Style.TITLE, "Fees"), (Style.BODY, HOSTILE), (Style.FOOT, "Source")))
    assert part.html.startswith("<b>Fees</b>\n\na &lt; b &amp; c")
    assert part.html.endswith("<i>Source</i>")
    assert Visible(part.html).text == part.plain
    assert Visible(part.html).tags == ["b", "i"]


def test_buttons_bear_sign_and_word() -> None:
    rows = ((RenderedChoice("v1:menu::", "Menu", "🏠"), RenderedChoice("v1:human::", "A person")),)
    (part,) = render(message((Style.BODY, "x"), rows=rows))
    assert part.keyboard is not None
    assert [[b["text"] for b in row] for row in part.keyboard["inline_keyboard"]] == [["🏠 Menu", "A person"]]


def test_the_advisors_line_comes_first() -> None:
    (part,) = render(message((Style.BODY, "Good afternoon"), kind=Kind.ADVISOR), "👤 Olena, advisor")
    assert part.html == "<b>👤 Olena, advisor</b>\n\nGood afternoon"


def test_a_settled_question_gains_the_choice_and_a_menu_becomes_the_path() -> None:
    question = settled(message((Style.BODY, "Which one?"), kind=Kind.CLARIFY), "Fees <b>")
    assert question.html == "Which one?\n\n✓ Fees &lt;b&gt;"
    assert settled(message((Style.BODY, "Choose"), kind=Kind.MENU), "📂 Residence › Fees").html == "📂 Residence › Fees"


def test_the_keyboard_stands_under_the_last_part() -> None:
    rows = ((RenderedChoice("v1:menu::", "Menu"),),)
    parts = render(message((Style.BODY, "word " * 2000), rows=rows))
    assert len(parts) == 3
    assert [part.keyboard is not None for part in parts] == [False, False, True]


@given(st.lists(st.tuples(st.sampled_from(Style), st.text(max_size=6000)), min_size=1, max_size=4))
def test_every_part_fits_and_no_word_is_lost(blocks: list[tuple[Style, str]]) -> None:
    parts = render(message(*blocks))
    assert all(units(Visible(part.html).text) <= MAX_UNITS for part in parts)
    sent = "".join("".join(part.plain.split()) for part in parts)
    assert sent == "".join("".join(text.split()) for _, text in blocks)
