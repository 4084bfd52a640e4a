"""All content as plain data, facts filled in: for websites, other bots, and anybody who wants to read it in one piece."""

import datetime as dt
from typing import Any

from bot.domain.language import Language
from bot.knowledge.fill import Formatter, fact_text, fill, place_text
from bot.knowledge.knowledge import Knowledge
from bot.knowledge.model import Entry, Fact, Offer, Place, Texts
from bot.knowledge.serving import Mode, servable, state_of


def exported(knowledge: Knowledge, day: dt.date, mode: Mode, values: Formatter) -> dict[str, Any]:
    """JSON values as the command ``export`` writes them, true on that day."""
    return {
        "version": knowledge.version,
        "day": day.isoformat(),
        "serve": mode.value,
        "entries": [_entry(entry, knowledge, day, mode, values) for entry in knowledge.entries.values()],
        "flows": [],
        "facts": [_fact(id_, fact, day, values) for id_, fact in knowledge.facts.items()],
        "places": [_place(id_, place, values) for id_, place in knowledge.places.items()],
        "offers": [
            _offer(id_, offer) for id_, offer in knowledge.offers.items() if (offer.ends or offer.starts) >= day
        ],
    }


def _entry(entry: Entry, knowledge: Knowledge, day: dt.date, mode: Mode, values: Formatter) -> dict[str, Any]:
    def filled(texts: Texts) -> dict[str, str]:
        return {
            language.value: fill(text, language, day, knowledge.facts, knowledge.places, values)
            for language, text in texts.items()
        }

    answer = {section.value: filled(texts) for section in entry.answer.sections if (texts := entry.answer[section])}
    plain = entry.model_dump(mode="json", by_alias=True, exclude_none=True)
    verdicts = {language.value: servable(entry, language, day, mode, knowledge.facts) for language in Language}
    return {
        "id": entry.id,
        "title": plain["title"],
        "label": plain["label"],
        "risk": plain["risk"],
        "region": plain["region"],
        "valid": plain["valid"],
        "handoff": plain["handoff"],
        "questions": plain["questions"],
        "answer": answer,
        "related": plain["related"],
        "sources": plain["sources"],
        "verify": plain["verify"],
        "review": plain["review"],
        "servable": {language: verdict.servable for language, verdict in verdicts.items()},
        "state": {language.value: state_of(entry, language, day).value for language in Language},
    }


def _fact(id_: str, fact: Fact, day: dt.date, values: Formatter) -> dict[str, Any]:
    plain = fact.model_dump(mode="json", by_alias=True, exclude_none=True)
    held = fact.on(day)
    text = (
        {} if held is None else {language.value: fact_text(fact.kind, held, language, values) for language in Language}
    )
    return {"id": id_, **plain, "text": text}


def _place(id_: str, place: Place, values: Formatter) -> dict[str, Any]:
    plain = place.model_dump(mode="json", by_alias=True, exclude_none=True)
    texts = {field or "whole": {language.value: place_text(place, field, language, values) for language in Language}
             for field in ("", "hours")}  # fmt: skip
    return {"id": id_, **plain, "text": texts}


def _offer(id_: str, offer: Offer) -> dict[str, Any]:
    return {"id": id_, **offer.model_dump(mode="json", by_alias=True, exclude_none=True)}
