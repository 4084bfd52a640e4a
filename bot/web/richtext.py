"""Plain text into safe HTML: escape first, then paragraphs, lists, links, phone numbers and words of another language."""

import re
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

from bot.domain.language import Language

_LINK = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)"
    r"|(?P<mail>[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<tel>(?<![\w+])(?:"
    r"\+\d{2}(?: ?\d){8,11}"
    r"|\d{3} \d{3} \d{3}"
    r"|[1-9]\d \d{3} \d{2} \d{2}"
    r"|116 \d{3}"
    r"|112|99[789]"
    r")(?!\w| \d|[\u00a0 ](?:zł|PLN|грн|%)))"
)
_TRAILING = ".,;:!?)»”’'\"]"
_BULLET = re.compile(r"^\s*[•☐–-]\s+")
_NUMBER = re.compile(r"^\s*(\d{1,2})[.)]\s+")
_POLISH_IN_CYRILLIC = re.compile(r"\((?=[^()]*[A-Za-zĄąĆćĘęŁłŃńÓóŚśŹźŻż]{3})[^()А-Яа-яЁёІіЇїЄєҐґ]+\)")
_POLISH_IN_ENGLISH = re.compile(r"\([^()]*[ĄąĆćĘęŁłŃńÓóŚśŹźŻż][^()]*\)")


def inline(text: str, language: Language | None = None) -> Markup:
    """One line: links, phones, and Polish terms marked for screen readers."""
    return Markup("").join(_pieces(text, language))


def _pieces(text: str, language: Language | None) -> Iterator[Markup]:
    end = 0
    for match in _LINK.finditer(text):
        found = match[0]
        if match["url"]:
            found = found.rstrip(_TRAILING)
        yield _foreign(text[end : match.start()], language)
        yield _anchor(match.lastgroup or "", found)
        end = match.start() + len(found)
    yield _foreign(text[end:], language)


def _anchor(group: str, found: str) -> Markup:
    if group == "url":
        return Markup('<a href="{}" rel="noopener noreferrer external">{}</a>').format(found, found)
    if group == "mail":
        return Markup('<a href="mailto:{}">{}</a>').format(found, found)
    return Markup('<a class="tel" href="tel:{}">{}</a>').format(found.replace(" ", ""), found)


def _foreign(text: str, language: Language | None) -> Markup:
    pattern = {
        Language.UK: _POLISH_IN_CYRILLIC,
        Language.RU: _POLISH_IN_CYRILLIC,
        Language.EN: _POLISH_IN_ENGLISH,
    }.get(language or Language.PL)
    if pattern is None:
        return escape(text)
    done, end = Markup(""), 0
    for match in pattern.finditer(text):
        done += escape(text[end : match.start()]) + Markup('(<span lang="pl">{}</span>)').format(match[0][1:-1])
        end = match.end()
    return done + escape(text[end:])


def rich(text: str, language: Language | None = None) -> Markup:
    """Paragraphs, bullet and numbered lists."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    return Markup("").join(_group(kind, list(group), language) for kind, group in groupby(lines, _kind))


def _kind(line: str) -> str:
    if _BULLET.match(line):
        return "ul"
    return "ol" if _NUMBER.match(line) else "p"


def _group(kind: str, lines: list[str], language: Language | None) -> Markup:
    if kind == "p":
        return Markup("").join(Markup("<p>{}</p>").format(inline(line, language)) for line in lines)
    marker = _BULLET if kind == "ul" else _NUMBER
    items = Markup("").join(
        Markup("<li>{}</li>").format(inline(marker.sub("", line, count=1), language)) for line in lines
    )
    if kind == "ul":
        return Markup("<ul>{}</ul>").format(items)
    first = _NUMBER.match(lines[0])
    return Markup('<ol start="{}">{}</ol>').format(first[1] if first else "1", items)


def typed(text: str) -> Markup:
    """What a person or an advisor typed: isolated, its own direction, line breaks kept, links only for phones and https."""
    lines = Markup("<br>").join(inline(line) for line in text.splitlines())
    return Markup('<div class="typed" dir="auto">{}</div>').format(lines)
