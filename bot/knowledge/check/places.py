"""Places and offers: reachable, open at sensible hours, in Poland, in time."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.knowledge.check.facts import PHONE
from bot.knowledge.check.subject import At, Finding, Rule, Subject, error, warning

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LATITUDES, _LONGITUDES = (49.0, 54.9), (14.0, 24.2)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def place_form(subject: Subject) -> Iterator[Finding]:
    """Id, phones and language codes of a place have their forms."""
    for id_, place in subject.knowledge.places.items():
        if not _ID.fullmatch(id_):
            yield Finding(At("place", id_), f"`{id_}` cannot be an id.", "Small Latin letters, digits, single hyphens.")
        for number, phone in enumerate(place.phones):
            if not PHONE.fullmatch(phone):
                yield Finding(
                    At("place", id_, ("phones", number)),
                    f"`{phone}` is no phone.",
                    'As it is dialled: "+48 58 307 74 66".',
                )
        for number, code in enumerate(place.languages):
            if not _LANGUAGE.fullmatch(code):
                yield Finding(
                    At("place", id_, ("languages", number)), f"`{code}` is no language code.", "Write pl, uk, ru, en …"
                )


def place_hours(subject: Subject) -> Iterator[Finding]:
    """A place opens before it closes, and spans of one day follow each other."""
    for id_, place in subject.knowledge.places.items():
        for day, spans in zip(_DAYS, place.hours.days() if place.hours else (), strict=False):
            times = [_minutes(time) for span in (spans or "").split(", ") if span for time in span.split("-")]
            forward = all(earlier < later for earlier, later in pairwise(times)) and all(t <= 24 * 60 for t in times)
            if not forward:
                yield Finding(
                    At("place", id_, ("hours", day)), f"`{spans}` does not run forward.", 'Write "8:00-15:15".'
                )


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def place_coordinates(subject: Subject) -> Iterator[Finding]:
    """Coordinates lie in Poland, latitude first."""
    for id_, place in subject.knowledge.places.items():
        if place.coordinates is None:
            continue
        latitude, longitude = place.coordinates
        if not (_LATITUDES[0] <= latitude <= _LATITUDES[1] and _LONGITUDES[0] <= longitude <= _LONGITUDES[1]):
            message = f"{latitude}, {longitude} is not in Poland."
            yield Finding(At("place", id_, ("coordinates",)), message, "Latitude first: [54.347, 18.652].")


def unknown_area(subject: Subject) -> Iterator[Finding]:
    """Folders of entries and `serves` of places name areas of the menu."""
    areas = subject.knowledge.areas
    if not areas:
        return
    for id_ in subject.knowledge.entries:
        if id_.split(".")[0] not in areas:
            yield Finding(
                At("entry", id_), f"the menu has no area `{id_.split('.')[0]}`.", f"Areas: {', '.join(areas)}."
            )
    for id_, place in subject.knowledge.places.items():
        for number, area in enumerate(place.serves):
            if area not in areas:
                message = f"the menu has no area `{area}`."
                yield Finding(At("place", id_, ("serves", number)), message, f"Areas: {', '.join(areas)}.")


def offer_dates(subject: Subject) -> Iterator[Finding]:
    """An offer ends after it starts, sign-up closes before it ends, and it says where it is or how to sign up."""
    for id_, offer in subject.knowledge.offers.items():
        end = offer.ends or offer.starts
        if end < offer.starts:
            yield Finding(
                At("offer", id_, ("ends",)), f"it ends on {end}, before it starts.", "Exchange the two dates."
            )
        if offer.sign_up_until is not None and offer.sign_up_until > end:
            yield Finding(
                At("offer", id_, ("sign_up_until",)), "sign-up closes after the end.", "Correct one of the two."
            )
        if offer.town is None and not offer.online and offer.how_to_sign_up is None:
            yield Finding(
                At("offer", id_), "it says neither where nor how.", "Give `town`, `online: true` or `how_to_sign_up`."
            )


def offer_past(subject: Subject) -> Iterator[Finding]:
    """Offers that are long over are deleted: they are shown to nobody."""
    for id_, offer in subject.knowledge.offers.items():
        if (subject.today - (offer.ends or offer.starts)).days > 180:
            yield Finding(At("offer", id_), "it was over half a year ago.", "Delete it.")


RULES: tuple[Rule, ...] = (
    error("place-form", place_form),
    error("place-hours", place_hours),
    error("place-coordinates", place_coordinates),
    error("unknown-area", unknown_area),
    error("offer-dates", offer_dates),
    warning("offer-past", offer_past),
)
