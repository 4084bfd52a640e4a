"""What the person does becomes an event and goes to the inbox; pages and API share these few functions."""

from dataclasses import dataclass

from aiohttp import web

from bot.domain.actions import Action, Do
from bot.domain.errors import StorageAway
from bot.domain.events import ChoicePicked, ConversationStarted, TextReceived
from bot.domain.language import Language
from bot.web.chat.identity import Talk, begin, source_of, talk_of
from bot.web.deps import ReceivedView, WebDeps
from bot.web.errors import BadRequest, TooFast
from bot.web.keys import THROTTLE, deps_of, language_of

MAX_ID = 64
"""Characters of a client id and of a button's data."""


@dataclass(frozen=True, slots=True)
class Posted:
    talk: Talk
    received: ReceivedView


def clean(text: str) -> str:
    """Without control characters and half characters, which no database takes; line breaks and tabs stay."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\r\n", "\n")
    return "".join(
        character for character in whole if character in "\n\t" or (character >= " " and character != "\x7f")
    )


async def say(request: web.Request, text: str, client_id: str, language: Language | None = None) -> Posted:
    deps, talk = _enter(request)
    spoken = language or language_of(request)
    id_ = _checked_id(client_id) or deps.ids.secret()[:22]
    event = TextReceived(at=deps.clock.now(), receipt=deps.ids.receipt(), text=clean(text), platform_language=spoken)
    return Posted(talk, await deps.inbox.receive(talk.address, f"m-{id_}", event, client_id=id_))


async def press(request: web.Request, line: str, data: str, client_id: str, language: Language | None = None) -> Posted:
    """``line``: the id of the pressed message, empty or 0 for the page's own greeting."""
    deps, talk = _enter(request)
    return await _press(deps, talk, line, data, client_id, language or language_of(request))


async def _press(deps: WebDeps, talk: Talk, line: str, data: str, client_id: str, language: Language) -> Posted:
    id_ = _checked_id(client_id) or deps.ids.secret()[:22]
    source = line if line.isascii() and line.isdecimal() and int(line) > 0 else ""
    event = ChoicePicked(
        at=deps.clock.now(),
        receipt=deps.ids.receipt(),
        data=clean(data)[:MAX_ID],
        source=source[:18],
        platform_language=language,
    )
    return Posted(talk, await deps.inbox.receive(talk.address, f"c-{id_}", event))


async def start(request: web.Request, link: str, language: Language | None = None) -> Posted:
    """The person opened the talk, perhaps by a link to one entry."""
    deps, talk = _enter(request)
    event = ConversationStarted(
        at=deps.clock.now(),
        receipt=deps.ids.receipt(),
        link=clean(link)[:MAX_ID],
        platform_language=language or language_of(request),
    )
    return Posted(talk, await deps.inbox.receive(talk.address, f"s-{deps.ids.secret()[:22]}", event))


async def leave(request: web.Request) -> None:
    """Quick exit: what was said is out of sight. Never fails: the person must be able to go."""
    talk, deps = talk_of(request), deps_of(request)
    if talk is None:
        return
    try:
        await _press(deps, talk, "", Action(Do.CLEAR).encode(), "", language_of(request))
    except StorageAway:
        return


async def switch_language(request: web.Request, language: Language) -> None:
    """The page's language switch, in a talk that has begun: the same two presses that a person would make in it."""
    deps, talk = deps_of(request), talk_of(request)
    if talk is None:
        return
    await press(request, "", Action(Do.LANGUAGES).encode(), "", language)
    for line in reversed(await deps.store.transcript(talk.conversation, 0, 5)):
        for choice in line.message.choices if line.message else ():
            action = Action.decode(choice.data)
            if action is not None and action.do is Do.LANGUAGE and action.target == language.value:
                await _press(deps, talk, str(line.id), choice.data, "", language)
                return


def _enter(request: web.Request) -> tuple[WebDeps, Talk]:
    """This browser's talk, or a new one; raises TooFast for a flood."""
    deps = deps_of(request)
    known = talk_of(request)
    limits, throttle, now = deps.limits, request.app[THROTTLE], deps.clock.now()
    wait = throttle.wait(f"address:{source_of(request, deps)}", now, limits.address_burst, limits.address_rate)
    if known is not None:
        wait = wait or throttle.wait(f"talk:{known.conversation}", now, limits.session_burst, limits.session_rate)
    if wait:
        raise TooFast(wait)
    return deps, known or begin(deps)


def _checked_id(client_id: str) -> str:
    if len(client_id) > MAX_ID or not all(c.isascii() and (c.isalnum() or c in "-_") for c in client_id):
        raise BadRequest("client_id")
    return client_id
