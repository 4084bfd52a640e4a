"""What messages are understood as, in four languages and as people really type."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.knowledge.model import Phrases, Section
from bot.understanding.reader import Reader, build_understanding, fingerprint, load
from bot.understanding.reading import Command, Context, Route, SmallTalk
from tests.unit.understanding.content import (
    CARD,
    DANGER,
    ENTRIES,
    GLOSSARY,
    OFF_TOPIC,
    PESEL,
    PHRASES,
    SCHOOL,
    VIOLENCE,
    WAGES,
    WORDS,
)

NOBODY = Context()


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("як мені зробити песель у Гданську", PESEL),
        ("yak otrymaty pesel", PESEL),
        ("gdzie zrobic pesel", PESEL),
        ("how do i get pesel", PESEL),
        ("как записать рибенка в школу", SCHOOL),
        ("школа для моєї дитини", SCHOOL),
        ("шеф мне не заплатил", WAGES),
        ("boss dont pay salary", WAGES),
        ("rfhne gj,sne crjkmrj ;lfnm", CARD),
        ("лфкеф зщинег", CARD),
        ("jak długo czekać na kartę pobytu", CARD),
    ],
)
def test_a_question_finds_its_entry(reader: Reader, text: str, entry: str) -> None:
    assert reader.read(text, NOBODY).hits[0].entry == entry


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("як записати дитину до школи", Language.UK),
        ("yak zapysaty dytynu do shkoly", Language.UK),
        ("как записать ребёнка в школу", Language.RU),
        ("kak poluchit kartu pobytu", Language.RU),
        ("jak dostać kartę pobytu", Language.PL),
        ("jak zapisac dziecko do szkoly", Language.PL),
        ("how long do I wait for karta pobytu", Language.EN),
    ],
)
def test_the_language_is_heard(reader: Reader, text: str, language: Language) -> None:
    assert reader.read(text, NOBODY).language is language


def test_one_word_keeps_the_language_of_the_profile(reader: Reader) -> None:
    reading = reader.read("PESEL", Context(profile=Language.RU))
    assert (reading.language, reading.language_sure) == (Language.RU, False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("كيف أحصل على بطاقة الإقامة", "ar"),
        ("मुझे नौकरी चाहिए", "hi"),
        ("როგორ მივიღო ბარათი", "ka"),
        ("ich brauche bitte eine Wohnung und habe keine Arbeit", "de"),
        ("hola necesito una tarjeta de residencia por favor", "es"),
        ("merhaba oturum izni için ne lazım", "tr"),
        ("як отримати песель", ""),
        ("how to get a residence card", ""),
    ],
)
def test_a_language_that_we_do_not_speak_is_named(reader: Reader, text: str, code: str) -> None:
    assert reader.read(text, NOBODY).foreign == code


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Меню", Command.MENU),
        ("/menu", Command.MENU),
        ("menu please", Command.MENU),
        ("стоп!", Command.STOP),
        ("людина", Command.HUMAN),
        ("людна", Command.HUMAN),
        ("człowieg", Command.HUMAN),
    ],
)
def test_a_command_is_a_whole_message(reader: Reader, text: str, command: Command) -> None:
    assert reader.read(text, NOBODY).command is command


@pytest.mark.parametrize("text", ["when does the school menu start for my child", "людина з інвалідністю хоче песель"])
def test_a_command_word_inside_a_question_commands_nothing(reader: Reader, text: str) -> None:
    assert reader.read(text, NOBODY).command is None


def test_a_longer_wish_for_a_person_is_understood(reader: Reader) -> None:
    assert reader.read("можна мені поговорити з живою людиною", NOBODY).route is Route.HUMAN


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("dzień dobry", SmallTalk.HELLO),
        ("спасибо большое", SmallTalk.THANKS),
        ("Hello!", SmallTalk.HELLO),
        ("Привет, спасибо", SmallTalk.THANKS),
    ],
)
def test_small_talk_gets_no_entry(reader: Reader, text: str, kind: SmallTalk) -> None:
    reading = reader.read(text, NOBODY)
    assert (reading.route, reading.small_talk, reading.hits) == (Route.SMALL_TALK, kind, ())


@pytest.mark.parametrize(
    "text", ["мій чоловік мене б'є", "muzh menya byot", "mąż bije mnie znowu", "my husband hits me"]
)
def test_danger_is_heard(reader: Reader, text: str) -> None:
    danger = reader.read(text, NOBODY).danger
    assert danger is not None
    assert danger.category == "violence"


@pytest.mark.parametrize(
    "text",
    [
        "фільм про насильство",
        "jak zapisać dziecko do szkoły",
        "what is the weather like",
        "🙂",
        "",
        "1234",
        "https://a.b/c",
    ],
)
def test_what_is_no_danger_raises_no_alarm(reader: Reader, text: str) -> None:
    assert reader.read(text, NOBODY).danger is None


@pytest.mark.parametrize(
    "text", ["яка буде завтра погода", "przepis na zupę", "who won the match", "1234", "https://example.org", ""]
)
def test_what_we_have_nothing_on_is_not_answered(reader: Reader, text: str) -> None:
    assert reader.read(text, NOBODY).route is not Route.ANSWER


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("а скільки це коштує?", Section.COST),
        ("сколько ждать?", Section.TIME),
        ("where exactly", Section.WHERE),
        ("jakie dokumenty?", Section.DOCUMENTS),
        ("nie rozumiem", None),
        ("а для дружини?", None),
    ],
)
def test_a_message_without_a_topic_leans_on_the_last_entry(reader: Reader, text: str, section: Section | None) -> None:
    reading = reader.read(text, Context(entry=SCHOOL))
    assert (reading.follow_up, reading.hits[0].entry, reading.facet) == (True, SCHOOL, section)


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("як отримати песель", None),
        ("what do I do to get a residence card", None),
        ("як отримати песель крок за кроком", Section.STEPS),
        ("fees?", Section.COST),
        ("my boss did not pay the fees for school", None),
        ("Де я живу, там немає школи. Як записати дитину?", None),
        ("Хочу записати дитину до школи: де це зробити", Section.WHERE),
    ],
)
def test_a_section_comes_first_only_where_it_is_asked_for(reader: Reader, text: str, section: Section | None) -> None:
    assert reader.read(text, NOBODY).facet is section


def test_a_new_topic_ends_the_context(reader: Reader) -> None:
    reading = reader.read("як отримати песель", Context(entry=SCHOOL))
    assert (reading.follow_up, reading.hits[0].entry) == (False, PESEL)


def test_the_question_at_the_end_of_a_long_story_is_read(reader: Reader) -> None:
    story = "Привіт. " + "Ми довго їхали, було холодно, і всі дуже втомились. " * 200 + "як отримати песель?"
    assert "pesel" in reader.read(story, NOBODY).normalized


def test_a_personal_number_does_not_leave_the_reading(reader: Reader) -> None:
    reading = reader.read("мій песель 44051401359, де карта?", NOBODY)
    assert reading.personal_number
    assert "44051401359" not in reading.text + reading.normalized


def test_a_loaded_reader_reads_the_same(reader: Reader) -> None:
    again = load(reader.dump())
    for text in ("yak otrymaty pesel", "муж меня бьёт", "menu", "сколько ждать карту"):
        assert again.read(text, NOBODY) == reader.read(text, NOBODY)


def test_the_explanation_names_signals_and_concepts(reader: Reader) -> None:
    explanation = reader.explain("де зробити песель", NOBODY)
    assert {"letters", "words", "concepts"} <= set(explanation.reading.hits[0].reasons)
    assert "glossary:pesel" in explanation.reading.concepts
    assert explanation.languages[Language.UK] == max(explanation.languages.values())


def test_the_fingerprint_follows_what_training_sees() -> None:
    before = fingerprint(ENTRIES, GLOSSARY, DANGER, PHRASES, OFF_TOPIC, WORDS)
    assert before == fingerprint(dict(reversed(ENTRIES.items())), GLOSSARY, DANGER, PHRASES, OFF_TOPIC, WORDS)
    fewer = {id_: entry for id_, entry in ENTRIES.items() if id_ != VIOLENCE}
    assert before != fingerprint(fewer, GLOSSARY, DANGER, PHRASES, OFF_TOPIC, WORDS)
    assert before != fingerprint(ENTRIES, GLOSSARY, DANGER, PHRASES, OFF_TOPIC, {})


def test_empty_content_is_read_too() -> None:
    empty = build_understanding({}, {}, {}, Phrases(commands={}, small_talk={}))
    reading = empty.read("як отримати песель", NOBODY)
    assert (reading.route, reading.hits, reading.language) == (Route.NONE, (), Language.UK)


def test_an_entry_that_is_gone_is_no_context(reader: Reader) -> None:
    assert not reader.read("а скільки це коштує?", Context(entry="gone.entry")).follow_up


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300), entry=st.sampled_from(["", SCHOOL, "gone.entry"]))
def test_no_text_raises(reader: Reader, text: str, entry: str) -> None:
    reading = reader.read(text, Context(Language.PL, entry))
    assert all(0 <= hit.score <= 1 for hit in reading.hits)
