"""Which section of an answer a question asks for: cost, documents, time, place, conditions, steps."""

import re
from functools import lru_cache

from bot.knowledge.model import Section
from bot.understanding.skeleton import skeleton

_CUES: dict[Section, tuple[str, ...]] = {
    Section.COST: (
        "ile kosztuj*", "ile to kosztuj*", "koszt*", "cena", "ceny", "ile zapłac*", "ile płac*", "opłat*", "ile się płaci", "ile za", "zapłac*", "czy płacę", "скільки за", "сколько за", "за що платити", "ціни", "цены", "какая цена", "how expensive", "expensive", "дорого", "drogo", "charge*", "pay", "za darmo",
        "darmow*", "bezpłatn*", "płatn*", "скільки кошту*", "скільки це кошту*", "кошту*", "вартість", "ціна", "скільки платит*", "скільки заплат*",
        "оплата", "оплачу*", "безкоштовн*", "безплатн*", "безоплатн*", "платн*", "скільки грошей", "почім", "сколько сто*", "сколько это стоит", "стоит", "стоимость",
        "цена", "сколько платит*", "сколько заплат*", "сколько денег", "почем", "бесплатн*", "платно", "пошлин*", "how much", "cost*", "price*",
        "fee", "fees", "for free", "is it free", "is it paid", "do i pay", "what do i pay", "to pay",
    ),
    Section.DOCUMENTS: (
        "jakie dokumenty", "jakich dokumentów", "dokument*", "papiery", "co zabrać", "co mam przynieść", "co mam zabrać", "co muszę mieć", "що треба мати", "що потрібно від", "что нужно от", "что надо иметь", "що з собою", "что с собой", "which papers", "need to bring", "do i bring", "papierki", "який документ", "какой документ", "jaki dokument", "co wziąć", "załącznik*", "co przynieść", "jakie papiery",
        "які документи", "документи", "документів", "які папери", "папери", "що взяти", "що принести", "що мати з собою", "довідки потрібні",
        "какие документы", "документы", "документов", "бумаги", "какие бумаги", "что взять", "что принести", "что брать с собой",
        "what documents", "which documents", "documents", "papers", "what to bring", "paperwork", "what do i bring", "what should i bring", "what papers",
    ),
    Section.TIME: (
        "jak długo", "ile na to się czeka*", "ile się czeka*", "ile to trwa*", "довго", "долго", "długo", "скільки ще чекат*", "скільки у мене", "сколько у меня дней", "сколько ещё ждат*", "until when", "by when", "до коли", "до какого числа", "do kiedy", "when is", "when does", "how soon", "коли", "когда", "kiedy", "ile się czeka", "ile czekać", "ile trwa", "ile czasu", "kiedy będzie", "w jakim terminie", "termin", "ile dni", "ile miesięcy",
        "скільки чекати", "як довго", "скільки часу", "скільки триває", "скільки днів", "скільки місяців", "коли буде", "за скільки", "термін", "який строк", "строк",
        "сколько ждать", "как долго", "сколько времени", "сколько по времени", "сколько длится", "сколько дней", "сколько месяцев", "когда будет", "какой срок", "срок", "сроки",
        "how long", "how many days", "how many months", "how many weeks", "how much time", "when will", "waiting time", "deadline", "how fast", "how quick*",
    ),
    Section.WHERE: (
        "gdzie", "dokąd", "pod jakim adresem", "adres", "do którego urzędu", "w którym urzędzie", "który urząd", "jak dojechać",
        "де", "куди", "яка адреса", "адреса", "в якому офісі", "який ужонд", "як доїхати", "в яке управління",
        "где", "куда", "какой адрес", "адрес", "в какой офис", "какой ужонд", "в каком ужонде", "как доехать",
        "where", "address", "which office", "what office", "location", "how do i get there",
    ),
    Section.WHO: (
        "kto może", "komu przysługuje", "komu się należy", "czy mi się należy", "jakie warunki", "warunki", "czy mogę", "czy mam prawo", "kto ma prawo", "wymagania",
        "хто може", "кому належить", "кому дають", "які умови", "умови", "чи маю право", "чи можу я", "кому положено", "вимоги", "хто має право",
        "кто может", "кому положен*", "кому дают", "какие условия", "условия", "имею ли я право", "могу ли я", "требования", "кто имеет право",
        "who can", "who may", "am i eligible", "eligib*", "conditions", "requirements", "do i qualify", "who is entitled", "am i entitled",
    ),
    Section.STEPS: (
        "krok po kroku", "jak umówić", "how do i file", "how to file", "what should i do", "what do i do", "what can i do", "що робити", "что делать", "co robić", "co mam zrobić", "як записатись", "jak złożyć", "jak załatwić", "od czego zacząć", "co po kolei", "jakie kroki", "jak to zrobić", "jak wypełnić", "co robić dalej", "jak się zapisać",
        "як подати", "як зробити", "як оформити", "по кроках", "крок за кроком", "з чого почати", "що робити далі", "як заповнити", "як записатися", "які кроки", "як отримати",
        "как подать", "как сделать", "как оформить", "пошагово", "шаг за шагом", "с чего начать", "что делать дальше", "как заполнить", "как записаться", "какие шаги", "как получить",
        "how to apply", "how do i apply", "step by step", "steps", "how to do", "what do i do next", "how to fill", "how do i register", "where do i start", "how to start", "how to get",
    ),
    Section.CAREFUL: (
        "na co uważać", "na co patrzeć", "na co zwrócić uwagę", "на що дивитись", "на що дивитися", "на что смотреть", "на що зважати", "щоб не обманули", "чтобы не обманули", "watch out for", "what to avoid", "чего бояться", "pułapki", "ryzyko", "na що звернути увагу", "на що звернути увагу", "які ризики", "підводні камені", "чого остерігатися",
        "на что обратить внимание", "какие риски", "подводные камни", "чего опасаться", "what can go wrong", "risks", "pitfalls", "watch out", "be careful",
    ),
}  # fmt: skip

_ORDER = (Section.CAREFUL, Section.TIME, Section.COST, Section.DOCUMENTS, Section.WHERE, Section.WHO, Section.STEPS)
"""The more telling cue wins: "how long and where" asks for the time."""


_GAP = r"(?: \w+){0,2} "
"""Small words may stand between those of a cue: "how much *does it* cost"."""


@lru_cache(maxsize=1)
def _patterns() -> dict[Section, re.Pattern[str]]:
    return {section: re.compile("|".join(_pattern(cue) for cue in cues)) for section, cues in _CUES.items()}


def _pattern(cue: str) -> str:
    folded = _GAP.join(re.escape(word) for word in skeleton(cue.rstrip("*")).split())
    return rf"\b{folded}" + ("" if cue.endswith("*") else r"\b")


def facet(folded: str) -> Section | None:
    """The section asked for, or None where the question is about the topic as a whole."""
    return next((section for section in _ORDER if _patterns()[section].search(folded)), None)


def without_cues(folded: str) -> str:
    """What is left of a question when the words that ask for a section are taken out."""
    for section in _ORDER:
        folded = _patterns()[section].sub(" ", folded)
    return " ".join(folded.split())
