"""A small content set of our own: four topics, one danger, in four languages."""

import datetime as dt

from bot.knowledge.model import (
    Answer,
    Concept,
    DangerCategory,
    Entry,
    Handoff,
    Names,
    Phrases,
    Risk,
    Source,
    TextLists,
    Texts,
)

SOURCE = Source(title="a source", url="https://example.org", checked=dt.date(2026, 11, 1))
PESEL, CARD, SCHOOL, WAGES, VIOLENCE = (
    "services.pesel",
    "residence.card",
    "education.school",
    "work.wages",
    "safety.home",
)


def _entry(id_: str, title: Texts, questions: TextLists, related: tuple[str, ...] = ()) -> Entry:
    return Entry(
        id=id_,
        file=f"{id_}.yaml",
        title=title,
        label=title,
        risk=Risk.LOW,
        region="poland",
        handoff=Handoff.OFFER,
        answer=Answer(summary=title),
        sources=(SOURCE,),
        related=related,
        questions=questions,
    )


ENTRIES = {
    entry.id: entry
    for entry in (
        _entry(
            PESEL,
            Texts(pl="Numer PESEL", uk="Номер PESEL", ru="Номер PESEL", en="PESEL number"),
            TextLists(
                pl=(
                    "jak wyrobić numer PESEL",
                    "gdzie dostać PESEL",
                    "dokumenty do numeru PESEL",
                    "pesel dla cudzoziemca",
                ),
                uk=("як отримати песель", "де зробити номер песель", "документи для номера песель", "песель іноземцю"),
                ru=(
                    "как получить песель",
                    "где сделать номер песель",
                    "документы для номера песель",
                    "песель иностранцу",
                ),
                en=(
                    "how to get a PESEL number",
                    "where do I get my PESEL",
                    "documents for a PESEL",
                    "PESEL for a foreigner",
                ),
            ),
            (CARD,),
        ),
        _entry(
            CARD,
            Texts(pl="Karta pobytu", uk="Посвідка на проживання", ru="Карта побыту", en="Residence card"),
            TextLists(
                pl=(
                    "jak dostać kartę pobytu",
                    "wniosek o kartę pobytu",
                    "ile czeka się na kartę pobytu",
                    "odbiór karty pobytu",
                ),
                uk=(
                    "як отримати карту побиту",
                    "заява на карту побиту",
                    "скільки чекати карту побиту",
                    "забрати карту побиту",
                ),
                ru=(
                    "как получить карту побыту",
                    "заявление на карту побыту",
                    "сколько ждать карту побыту",
                    "забрать карту побыту",
                ),
                en=(
                    "how to get a residence card",
                    "residence card application",
                    "how long to wait for the card",
                    "collect my card",
                ),
            ),
        ),
        _entry(
            SCHOOL,
            Texts(pl="Dziecko w szkole", uk="Дитина у школі", ru="Ребёнок в школе", en="A child at school"),
            TextLists(
                pl=(
                    "jak zapisać dziecko do szkoły",
                    "zapisy do szkoły",
                    "szkoła dla mojej córki",
                    "syn idzie do pierwszej klasy",
                ),
                uk=("як записати дитину до школи", "запис у школу", "школа для моєї доньки", "син іде в перший клас"),
                ru=(
                    "как записать ребёнка в школу",
                    "запись в школу",
                    "школа для моей дочери",
                    "сын идёт в первый класс",
                ),
                en=(
                    "how do I enrol my child in school",
                    "school enrolment",
                    "school for my daughter",
                    "son starts first grade",
                ),
            ),
        ),
        _entry(
            WAGES,
            Texts(pl="Szef nie płaci", uk="Шеф не платить", ru="Шеф не платит", en="The boss does not pay"),
            TextLists(
                pl=("szef nie zapłacił mi pensji", "pracodawca nie płaci", "nie dostałem wypłaty", "zaległa pensja"),
                uk=("шеф не заплатив зарплату", "роботодавець не платить", "не отримав зарплату", "борг по зарплаті"),
                ru=("шеф не заплатил зарплату", "работодатель не платит", "не получил зарплату", "долг по зарплате"),
                en=(
                    "my boss has not paid my salary",
                    "employer does not pay",
                    "I did not get my wages",
                    "unpaid wages",
                ),
            ),
        ),
        _entry(
            VIOLENCE,
            Texts(
                pl="Rozmowa i wsparcie", uk="Розмова й підтримка", ru="Разговор и поддержка", en="Someone to talk to"
            ),
            TextLists(
                pl=("przemoc domowa",), uk=("домашнє насильство",), ru=("домашнее насилие",), en=("domestic violence",)
            ),
        ),
    )
}

GLOSSARY = {
    "pesel": Concept(
        pl=Names(official="PESEL"),
        uk=Names(official="PESEL", also=("песель",)),
        ru=Names(official="PESEL", also=("песель",)),
        en=Names(official="PESEL"),
        entries=(PESEL,),
    )
}

DANGER = {
    "violence": DangerCategory(
        entry=VIOLENCE,
        card=Texts(pl="112", uk="112", ru="112", en="112"),
        softer=Texts(pl="112", uk="112", ru="112", en="112"),
        phrases=TextLists(
            pl=("mąż mnie bije", "on mnie pobił i grozi nożem", "boję się męża, bije mnie"),
            uk=("чоловік мене б'є", "він побив мене і погрожує ножем", "боюся чоловіка, він мене б'є"),
            ru=("муж меня бьёт", "он избил меня и угрожает ножом", "боюсь мужа, он меня бьёт"),
            en=("my husband is beating me", "he beat me and threatens me with a knife", "I am afraid, he hits me"),
        ),
        counter=TextLists(
            pl=("film o przemocy w domu", "kurs o przemocy dla nauczycieli"),
            uk=("фільм про насильство", "курс про насильство для вчителів"),
            ru=("фильм о насилии", "курс о насилии для учителей"),
            en=("a film about violence", "a course on violence for teachers"),
        ),
    )
}

PHRASES = Phrases(
    commands={
        "menu": TextLists(pl=("menu",), uk=("меню",), ru=("меню",), en=("menu", "main menu")),
        "human": TextLists(
            pl=("człowiek", "chcę rozmawiać z człowiekiem"),
            uk=("людина", "хочу поговорити з людиною"),
            ru=("человек", "хочу поговорить с человеком"),
            en=("human", "I want to talk to a person"),
        ),
        "stop": TextLists(pl=("stop",), uk=("стоп",), ru=("стоп",), en=("stop",)),
    },
    small_talk={
        "hello": TextLists(
            pl=("dzień dobry",), uk=("добрий день",), ru=("здравствуйте",), en=("hello", "good morning")
        ),
        "thanks": TextLists(pl=("dziękuję",), uk=("дякую",), ru=("спасибо",), en=("thank you",)),
    },
    facets={
        "cost": TextLists(
            pl=("ile kosztuj*",), uk=("скільки кошту*", "ціна?"), ru=("сколько сто*",), en=("how much cost*", "fees?")
        ),
        "time": TextLists(pl=("jak długo",), uk=("як довго",), ru=("сколько ждат*",), en=("how long",)),
        "where": TextLists(pl=("gdzie",), uk=("де",), ru=("где",), en=("where",)),
        "documents": TextLists(
            pl=("jakie dokumenty",), uk=("які документи",), ru=("какие документы",), en=("what documents",)
        ),
        "steps": TextLists(pl=("krok po kroku",), uk=("крок за кроком",), ru=("по шагам",), en=("step by step",)),
    },
)

OFF_TOPIC = {
    "everyday": TextLists(
        pl=("jaka będzie pogoda", "przepis na zupę", "kto wygrał mecz", "opowiedz dowcip"),
        uk=("яка буде погода", "рецепт супу", "хто виграв матч", "розкажи анекдот"),
        ru=("какая будет погода", "рецепт супа", "кто выиграл матч", "расскажи анекдот"),
        en=("what is the weather like", "a soup recipe", "who won the match", "tell me a joke"),
    )
}

WORDS = {
    "school": TextLists(pl=("szkoł*",), uk=("школ*",), ru=("школ*",), en=("school*",)),
    "dismissed": TextLists(pl=("zwolnili",), uk=("звільнили",), ru=("уволили",), en=("fired",)),
}
