"""The nearest places to a shared location."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from bot.knowledge.model import Place

_EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Nearby:
    id: str
    place: Place
    kilometres: float


def nearest(places: Mapping[str, Place], latitude: float, longitude: float, limit: int) -> list[Nearby]:
    """Places with known coordinates by great-circle distance, nearest first."""
    found = [
        Nearby(id_, place, _distance(latitude, longitude, *place.coordinates))
        for id_, place in places.items()
        if place.coordinates is not None
    ]
    return sorted(found, key=lambda nearby: (nearby.kilometres, nearby.id))[:limit]


def _distance(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Haversine, in kilometres."""
    phi, other_phi = radians(latitude), radians(other_latitude)
    a = sin((other_phi - phi) / 2) ** 2 + cos(phi) * cos(other_phi) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(min(1.0, a)))
