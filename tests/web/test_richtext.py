"""Plain text into safe HTML."""

import pytest

from bot.domain.language import Language
from bot.web.richtext import inline, rich, typed


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("112", '<a class="tel" href="tel:112">112</a>'),
        ("call 112.", 'call <a class="tel" href="tel:112">112</a>.'),
        ("800 120 002", '<a class="tel" href="tel:800120002">800 120 002</a>'),
        ("+48 797 909 112", '<a class="tel" href="tel:+48797909112">+48 797 909 112</a>'),
        ("58 500 45 00", '<a class="tel" href="tel:585004500">58 500 45 00</a>'),
        ("116 111", '<a class="tel" href="tel:116111">116 111</a>'),
        ("112\u00a0zł", "112\u00a0zł"),
        ("112 zł", "112 zł"),
        ("1112", "1112"),
        ("112 000 zł", "112 000 zł"),
        ("13\u00a0355,34\u00a0zł", "13\u00a0355,34\u00a0zł"),
        ("K7F-112X", "K7F-112X"),
        ("a@b.pl", '<a href="mailto:a@b.pl">a@b.pl</a>'),
    ],
)
def test_phones_and_mail_become_links_and_amounts_do_not(text: str, html: str) -> None:
    assert inline(text) == html


def test_a_link_leaves_the_full_stop_outside() -> None:
    assert inline("See https://gov.pl/a?b=1&c=2.") == (
        'See <a href="https://gov.pl/a?b=1&amp;c=2" rel="noopener noreferrer external">https://gov.pl/a?b=1&amp;c=2</a>.'
    )


@pytest.mark.parametrize("text", ["javascript:alert(1)", "data:text/html,x", "http:x", "ftp://x.y"])
def test_only_web_addresses_become_links(text: str) -> None:
    assert "<a" not in inline(text)


@pytest.mark.parametrize(
    "text",
    ['<img src=x onerror="a()">', "https://x.y/<script>", 'https://x.y/"onmouseover="a()', "a@b.c<svg>", "</p></li>"],
)
def test_nothing_of_the_text_becomes_markup(text: str) -> None:
    for html in (inline(text), rich(text), typed(text)):
        assert "<img" not in html
        assert "<script" not in html
        assert "<svg" not in html
        assert '"onmouseover' not in html
        assert "</li>" not in html


def test_lists_and_paragraphs() -> None:
    text = "First.\n\n• one\n• two\nThen:\n3. three\n4. four"
    assert rich(text) == (
        '<p>First.</p><ul><li>one</li><li>two</li></ul><p>Then:</p><ol start="3"><li>three</li><li>four</li></ol>'
    )


def test_polish_terms_are_marked_inside_other_languages() -> None:
    assert '(<span lang="pl">karta pobytu</span>)' in inline("посвідка (karta pobytu)", Language.UK)
    assert '(<span lang="pl">wezwanie do zapłaty</span>)' in inline("a summons (wezwanie do zapłaty)", Language.EN)
    assert "<span" not in inline("karta (karta pobytu)", Language.PL)
    assert "<span" not in inline("(або ні)", Language.UK)


def test_typed_words_are_isolated_and_keep_their_lines() -> None:
    assert typed("a\nb") == '<div class="typed" dir="auto">a<br>b</div>'
