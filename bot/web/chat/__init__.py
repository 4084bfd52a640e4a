"""The person's web chat: a page that works without script, an API, and an event stream."""

from aiohttp import web

from bot.web.chat import api, events, view

ROUTES: tuple[web.RouteDef, ...] = (
    web.get("/chat", view.show),
    web.get("/chat/about", view.about),
    web.post("/chat/say", view.say),
    web.post("/chat/choice", view.press),
    web.post("/chat/language", view.switch),
    web.post("/chat/leave", view.leave),
    web.post("/chat/api/messages", api.say),
    web.post("/chat/api/choices", api.press),
    web.post("/chat/api/start", api.start),
    web.post("/chat/api/leave", api.leave),
    web.get("/chat/api/lines", api.lines),
    web.get("/chat/api/events", events.follow),
)
