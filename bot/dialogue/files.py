"""What is not text: voice, photos, files, stickers, places on a map."""

from bot.dialogue import buttons
from bot.dialogue.scene import Scene, note
from bot.dialogue.turn import Turn
from bot.domain.conversation import Standing
from bot.domain.events import FileKind, FileReceived, LocationReceived
from bot.domain.messages import Block, Kind, Message, Style, Text
from bot.knowledge.places import Nearby, nearest

_SPOKEN = {FileKind.VOICE, FileKind.VIDEO}
MAX_PLACES = 3


def received(scene: Scene, event: FileReceived) -> Turn:
    """A friendly line on what the bot can do; where a case is open the file is the advisor's."""
    if scene.state.standing is not Standing.NONE:
        if scene.state.noted:
            return scene.turn()
        return scene.with_state(noted=True).turn(note("file.passed"))
    if event.kind is FileKind.STICKER:
        return scene.turn(note("file.sticker", buttons.ways_out()))
    return scene.turn(note("file.voice" if event.kind in _SPOKEN else "file.photo", buttons.ways_out()))


def located(scene: Scene, event: LocationReceived) -> Turn:
    """The nearest places; the location is used for this answer and not kept."""
    found = nearest(scene.content.knowledge.places, event.latitude, event.longitude, MAX_PLACES)
    if not found:
        return scene.turn(note("location.nothing", buttons.ways_out()))
    blocks = [Block(Style.TITLE, Text("location.title"))]
    blocks += [Block(Style.BODY, _describe(scene, nearby)) for nearby in found]
    blocks.append(Block(Style.FOOT, Text("location.not-kept")))
    return scene.turn(Message(Kind.NOTE, tuple(blocks), (buttons.ways_out(),)))


def _describe(scene: Scene, nearby: Nearby) -> str:
    """Name, street, hours, phones, one a line."""
    place, language = nearby.place, scene.language
    values = scene.content.catalog.values
    lines = [
        f"{place.name[language]} ({values.number(round(nearby.kilometres, 1), language)} km)",
        ", ".join(part for part in (place.street, place.town) if part),
        values.hours(place.hours.days(), language) if place.hours else "",
        ", ".join(place.phones),
    ]
    return "\n".join(line for line in lines if line)
