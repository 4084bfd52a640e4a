"""Our own icons: 20 px, stroke 1.75, round ends, ``currentColor``. Always beside a word."""

from markupsafe import Markup

from bot.domain.actions import Action, Do
from bot.domain.messages import Sign

PATHS: dict[str, str] = {
    "who": '<circle cx="7.5" cy="6.5" r="2.75"/><path d="M2.5 16.5c0-3 2.2-5 5-5s5 2 5 5"/><path d="M12.5 4.2a2.75 2.75 0 0 1 0 4.9M14.4 12.1c1.9.6 3.1 2.2 3.1 4.4"/>',
    "documents": '<path d="M5 2.5h6.5l3.5 3.5v11.5H5z"/><path d="M11.5 2.5V6H15M7.5 10h5M7.5 13.5h5"/>',
    "steps": '<circle cx="4.5" cy="15" r="2"/><circle cx="15.5" cy="5" r="2"/><path d="M6.5 15h6a2.5 2.5 0 0 0 0-5h-5a2.5 2.5 0 0 1 0-5h6"/>',
    "cost": '<rect x="2.5" y="4.5" width="15" height="11" rx="2"/><path d="M2.5 8.5h15M5.5 12.5h3"/>',
    "time": '<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>',
    "where": '<path d="M10 18s6-5.4 6-10a6 6 0 0 0-12 0c0 4.6 6 10 6 10z"/><circle cx="10" cy="8" r="2.25"/>',
    "careful": '<path d="M10 3 18 16.5H2z"/><path d="M10 8.25v3.75M10 14.25v.01"/>',
    "summary": '<path d="M4 4.5h12M4 8.25h12M4 12h8M4 15.75h5"/>',
    "related": '<path d="M8.5 11.5a3.25 3.25 0 0 0 4.6 0l2.9-2.9A3.25 3.25 0 0 0 11.4 4L10 5.4"/><path d="M11.5 8.5a3.25 3.25 0 0 0-4.6 0L4 11.4A3.25 3.25 0 0 0 8.6 16l1.4-1.4"/>',
    "helped": '<path d="m4 10.5 4 4 8-9"/>',
    "not-helped": '<path d="M5.5 5.5l9 9M14.5 5.5l-9 9"/>',
    "person": '<circle cx="10" cy="6.25" r="3.25"/><path d="M3.5 17.5c0-3.7 2.9-6 6.5-6s6.5 2.3 6.5 6"/>',
    "menu": '<path d="M3.5 9 10 3.5 16.5 9v7.5h-4.25V12h-4.5v4.5H3.5z"/>',
    "language": '<circle cx="10" cy="10" r="7.5"/><path d="M2.5 10h15M10 2.5c2.3 2.2 3.4 4.7 3.4 7.5s-1.1 5.3-3.4 7.5c-2.3-2.2-3.4-4.7-3.4-7.5s1.1-5.3 3.4-7.5z"/>',
    "back": '<path d="M16.5 10h-13M8.5 5l-5 5 5 5"/>',
    "leave": '<path d="M5.5 5.5l9 9M14.5 5.5l-9 9"/>',
    "rephrase": '<path d="M16.5 10a6.5 6.5 0 0 1-11.4 4.3M3.5 10a6.5 6.5 0 0 1 11.4-4.3"/><path d="M15.5 2.5v3.5H12M4.5 17.5V14H8"/>',
    "exit": '<path d="M11.5 3H4.5v14h7"/><path d="M8.5 10h9M14 6.5l3.5 3.5-3.5 3.5"/>',
    "send": '<path d="M3 10h13M10.5 4.5 16.5 10l-6 5.5"/>',
    "residence": '<rect x="2.5" y="4" width="15" height="12" rx="2"/><circle cx="7" cy="9" r="1.75"/><path d="M4.75 13.25c.2-1.4 1-2.2 2.25-2.2s2 .8 2.25 2.2M12 8h3M12 11h3"/>',
    "work": '<rect x="2.5" y="6.5" width="15" height="10" rx="2"/><path d="M7 6.5V5a1.5 1.5 0 0 1 1.5-1.5h3A1.5 1.5 0 0 1 13 5v1.5M2.5 11h15"/>',
    "services": '<path d="M2.5 8 10 3l7.5 5z"/><path d="M4.5 8v7M8.25 8v7M11.75 8v7M15.5 8v7M2.5 17h15"/>',
    "health": '<path d="M10 16.5S3 12.6 3 7.75A3.6 3.6 0 0 1 10 6.25a3.6 3.6 0 0 1 7 1.5c0 4.85-7 8.75-7 8.75z"/><path d="M10 8.75v3.5M8.25 10.5h3.5"/>',
    "education": '<path d="m2 8 8-4 8 4-8 4z"/><path d="M5.5 10v4c1.3 1.2 2.8 1.75 4.5 1.75s3.2-.55 4.5-1.75v-4M18 8v4.5"/>',
    "courses": '<path d="M3 4.5h9.5v7H7L4.5 13.75V11.5H3z"/><path d="M15 8h2v6.5h-1.5v2.25L13 14.5H9"/>',
    "safety": '<path d="M10 2.5 16.5 5v4.5c0 4-2.7 6.7-6.5 8-3.8-1.3-6.5-4-6.5-8V5z"/>',
    "centre": '<path d="M7.25 17.5 8.25 8h3.5l1 9.5M5.5 17.5h9M8.25 8V5.25h3.5V8M7.5 5.25 10 2.75l2.5 2.5M8 12.5h4"/>',
    "clock": '<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>',
    "check": '<path d="m4 10.5 4 4 8-9"/>',
    "lock": '<rect x="4" y="9" width="12" height="8" rx="2"/><path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9"/>',
    "phone": '<path d="M6.5 3 8.25 6.75 6.5 8.25c.9 2.2 2.9 4.2 5.25 5.25l1.5-1.75L17 13.5c0 2-1.5 3.5-3.5 3.5C7.7 17 3 12.3 3 6.5 3 4.5 4.5 3 6.5 3z"/>',
    "mail": '<rect x="2.5" y="4.5" width="15" height="11" rx="2"/><path d="m3 6 7 5 7-5"/>',
    "print": '<path d="M6 7V3h8v4M6 14H3.5V7h13v7H14"/><path d="M6 12h8v5H6z"/>',
    "note": '<path d="M4 3.5h12V12l-4.5 4.5H4z"/><path d="M11.5 16.5V12H16M7 7.25h6M7 10h3"/>',
    "inbox": '<path d="M3 11.5 5 4h10l2 7.5V16H3z"/><path d="M3 11.5h4l1.25 2h3.5l1.25-2h4"/>',
    "search": '<circle cx="9" cy="9" r="5.5"/><path d="m13.25 13.25 3.75 3.75"/>',
    "keyboard": '<rect x="2.5" y="5" width="15" height="10" rx="2"/><path d="M5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6.5 12h7"/>',
    "down": '<path d="m5 7.5 5 5 5-5"/>',
    "text": '<path d="M3 15.5 7 4.5l4 11M4.5 11.5h5M12 15.5l2.75-7 2.75 7M13 13h3.5"/>',
    "take": '<path d="M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13"/>',
    "pass": '<path d="M16.5 13.5H8a4 4 0 0 1 0-8h2.5"/><path d="m13 10 3.5 3.5L13 17"/>',
}
"""The body of each icon."""

LAMP = (
    '<svg class="lamp" viewBox="0 0 28 20" width="28" height="20" aria-hidden="true" focusable="false">'
    '<path class="beam" d="M9 10 27 3v14z"/><circle class="dot" cx="6" cy="10" r="4.5"/></svg>'
)
"""The sign of the house: a dot with one widening beam."""

_SIGNS: dict[str, str] = {
    Sign.WHO: "who",
    Sign.DOCUMENTS: "documents",
    Sign.STEPS: "steps",
    Sign.COST: "cost",
    Sign.TIME: "time",
    Sign.WHERE: "where",
    Sign.CAREFUL: "careful",
    Sign.SUMMARY: "summary",
    Sign.RELATED: "related",
    Sign.HELPED: "helped",
    Sign.NOT_HELPED: "not-helped",
    Sign.PERSON: "person",
    Sign.MENU: "menu",
    Sign.LANGUAGE: "language",
    Sign.BACK: "back",
    Sign.LEAVE: "leave",
    Sign.REPHRASE: "rephrase",
    Sign.EXIT: "exit",
}


def icon(name: str) -> Markup:
    """The icon as inline SVG, hidden from screen readers; nothing for a name that we did not draw."""
    body = PATHS.get(name)
    if body is None:
        return Markup("")
    return Markup(  # noqa: S704 (our own constants)
        f'<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">{body}</svg>'
    )


def lamp() -> Markup:
    return Markup(LAMP)  # noqa: S704 (our own constant)


def icon_of(data: str, sign: str) -> str:
    """The name of the icon for a button: its area's, or its sign's."""
    action = Action.decode(data)
    if sign != Sign.BACK and action is not None and action.do is Do.AREA and action.target in PATHS:
        return action.target
    return _SIGNS.get(sign, "")
