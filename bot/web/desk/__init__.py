"""The advisors' desk: sign-in, queue, conversation, case card, and what an advisor does with a case."""

from aiohttp import web

from bot.web.desk import acts, entry, events, views

ROUTES: tuple[web.RouteDef, ...] = (
    web.get("/desk", views.queue),
    web.get("/desk/sign-in", entry.ask),
    web.post("/desk/sign-in", entry.sign_in),
    web.post("/desk/api/sign-in", entry.sign_in_again),
    web.get("/desk/enter/{token}", entry.enter, allow_head=False),
    web.post("/desk/sign-out", entry.sign_out),
    web.post("/desk/language", entry.switch_language),
    web.get("/desk/receipt", views.receipt),
    web.post("/desk/next", acts.take_next),
    web.get("/desk/case/{case}", views.case),
    web.get("/desk/case/{case}/close", views.closing),
    web.post("/desk/case/{case}/claim", acts.claim),
    web.post("/desk/case/{case}/reply", acts.reply),
    web.post("/desk/case/{case}/note", acts.note),
    web.post("/desk/case/{case}/release", acts.release),
    web.post("/desk/case/{case}/close", acts.close),
    web.get("/desk/api/queue", views.queue_fragment),
    web.get("/desk/api/case/{case}", views.case_fragment),
    web.get("/desk/api/events", events.follow),
)
