"""A tiny but complete knowledge tree, without a single problem; tests change one thing and look what is said."""

from datetime import date
from pathlib import Path

from bot.content.loader import Compiled, compile_knowledge
from bot.domain.problem import Problem
from bot.understanding.reading import Command, SmallTalk

TODAY = date(2026, 11, 22)

ENTRY = """\
title:
  pl: "Ile kosztuje karta pobytu?"
  uk: "Скільки коштує посвідка на проживання?"
  ru: "Сколько стоит вид на жительство?"
  en: "How much is the residence card?"
label:
  pl: "Opłaty"
  uk: "Оплати"
  ru: "Платежи"
  en: "Fees"
risk: high
region: poland
valid: [{from: 2026-01-01, until: 2027-12-31}]
handoff: recommend
answer:
  summary:
    pl: |-
      Karta pobytu kosztuje {fee.card}.
      Zapłać do {date.end}. Masz na to: {duration.appeal}. Tel. {phone.office}
    uk: |-
      Посвідка на проживання (karta pobytu) коштує {fee.card}.
      Сплатіть до {date.end}. У вас є {duration.appeal}. Тел. {phone.office}
    ru: |-
      Вид на жительство (karta pobytu) стоит {fee.card}.
      Заплатите до {date.end}. У вас есть {duration.appeal}. Тел. {phone.office}
    en: |-
      A residence card (karta pobytu) costs {fee.card}.
      Pay by {date.end}. You have {duration.appeal}. Phone {phone.office}
  steps:
    pl: |-
      1. Weź 2 zdjęcia.
      2. Idź tu: {place.puw}
    uk: |-
      1. Візьміть 2 фото.
      2. Ідіть сюди: {place.puw}
    ru: |-
      1. Возьмите 2 фото.
      2. Идите сюда: {place.puw}
    en: |-
      1. Take 2 photos.
      2. Go here: {place.puw}
  where:
    pl: "Konto: {account.city}. Godziny: {place.puw.hours}. Pomoc: {text.note}, {email.office}, {url.mos}"
    uk: "Рахунок: {account.city}. Години: {place.puw.hours}. Допомога: {text.note}, {email.office}, {url.mos}"
    ru: "Счёт: {account.city}. Часы: {place.puw.hours}. Помощь: {text.note}, {email.office}, {url.mos}"
    en: "Account: {account.city}. Hours: {place.puw.hours}. Help: {text.note}, {email.office}, {url.mos}"
related: [work.permit]
sources:
  - {title: "Office for Foreigners", url: "https://www.gov.pl/udsc", published: 2026-05-04, checked: 2026-11-20}
"""

OTHER_ENTRY = """\
title:
  pl: "Zezwolenie na pracę"
  uk: "Дозвіл на роботу"
  ru: "Разрешение на работу"
  en: "Work permit"
label: {pl: "Zezwolenie", uk: "Дозвіл", ru: "Разрешение", en: "Permit"}
risk: low
region: pomorskie
answer:
  summary:
    pl: "O zezwolenie prosi pracodawca."
    uk: "Дозвіл просить роботодавець."
    ru: "Разрешение просит работодатель."
    en: "The employer applies for the permit."
related: [residence.fees]
sources:
  - {title: "Labour office", url: "https://praca.gov.pl", checked: 2026-11-20}
"""

FACTS = """\
fee.card:
  kind: money
  note: "Fee for the card"
  values:
    - {value: 50, until: 2025-11-30}
    - {value: 100, from: 2025-12-01, until: 2026-12-31}
    - {value: 120, from: 2027-01-01}
  source: {title: "A law", url: "https://isap.sejm.gov.pl", published: 2025-12-01, checked: 2026-11-20}
date.end:
  kind: date
  note: "Last day"
  value: 2027-03-04
  source: {title: "A law", url: "https://isap.sejm.gov.pl", checked: 2026-11-20}
duration.appeal:
  kind: duration
  note: "Time to appeal"
  value: "14 days"
  source: {title: "A law", url: "https://isap.sejm.gov.pl", checked: 2026-11-20}
phone.emergency:
  kind: phone
  note: "Emergency"
  value: "112"
  source: {title: "A law", url: "https://isap.sejm.gov.pl", checked: 2026-11-20}
phone.office:
  kind: phone
  note: "The office"
  value: "+48 58 307 74 66"
  source: {title: "A law", url: "https://isap.sejm.gov.pl", checked: 2026-11-20}
email.office:
  kind: email
  note: "The office"
  value: "office@gdansk.uw.gov.pl"
  source: {title: "A law", url: "https://isap.sejm.gov.pl", checked: 2026-11-20}
url.mos:
  kind: url
  note: "The system"
  value: "https://mos.cudzoziemcy.gov.pl"
  source: {title: "A law", url: "https://isap.sejm.gov.pl", checked: 2026-11-20}
account.city:
  kind: account
  note: "Account of the city"
  value: "61 1090 1014 0000 0712 1981 2874"
  source: {title: "A law", url: "https://isap.sejm.gov.pl", checked: 2026-11-20}
text.note:
  kind: text
  note: "A name"
  value: {pl: "nasze Centrum", uk: "наш Центр", ru: "наш Центр", en: "our Centre"}
  source: {title: "A law", url: "https://isap.sejm.gov.pl", checked: 2026-11-20}
"""

PLACES = """\
puw:
  name: {pl: "Urząd Wojewódzki", uk: "Воєводське управління", ru: "Воеводское управление", en: "Voivodeship Office"}
  street: "ul. Okopowa 21"
  town: "Gdańsk"
  phones: ["+48 58 307 72 75"]
  hours: {mon: "8:00-15:15", tue: "8:00-11:00, 12:00-15:00"}
  hours_note: {pl: "Najpierw umów się.", uk: "Спершу домовтеся.", ru: "Сначала договоритесь.", en: "Book first."}
  languages: [pl, uk]
  coordinates: [54.347, 18.652]
  serves: [residence]
  source: {title: "The office", url: "https://gdansk.uw.gov.pl", checked: 2026-11-20}
"""

OFFERS = """\
exam-2027:
  kind: exam
  title: {pl: "Egzamin", uk: "Іспит", ru: "Экзамен", en: "Exam"}
  entry: work.permit
  level: B1
  town: "Gdańsk"
  starts: 2027-02-20
  ends: 2027-02-21
  sign_up_until: 2027-01-10
  source: {title: "The commission", url: "https://certyfikatpolski.pl", checked: 2026-11-20}
"""

MENU = """\
residence:
  sign: "R"
  name: {pl: "Pobyt", uk: "Проживання", ru: "Проживание", en: "Residence"}
  groups:
    - name: {pl: "Wniosek", uk: "Заява", ru: "Заявление", en: "Application"}
      entries: [residence.fees]
work:
  sign: "W"
  name: {pl: "Praca", uk: "Робота", ru: "Работа", en: "Work"}
  groups:
    - name: {pl: "Praca", uk: "Робота", ru: "Работа", en: "Work"}
      entries: [work.permit]
"""

GLOSSARY = """\
karta-pobytu:
  pl: {official: "karta pobytu", also: ["plastik"]}
  uk: {official: "посвідка на проживання", also: ["карта побиту"], avoid: ["карта побиту"]}
  ru: {official: "вид на жительство", also: ["карта побыту"], avoid: ["карта побыту"]}
  en: {official: "residence card", also: ["TRC"], avoid: ["stay card"]}
  entries: [residence.fees]
praca:
  pl: {official: "zezwolenie na pracę"}
  uk: {official: "дозвіл на роботу"}
  ru: {official: "разрешение на работу"}
  en: {official: "work permit"}
"""

DANGER = """\
violence:
  entry: work.permit
  protected: true
  card:
    pl: |-
      Pomoc teraz: {phone.emergency}.
      Rozmowa: {phone.office}
    uk: |-
      Допомога зараз: {phone.emergency}.
      Розмова: {phone.office}
    ru: |-
      Помощь сейчас: {phone.emergency}.
      Разговор: {phone.office}
    en: |-
      Help now: {phone.emergency}.
      Talk: {phone.office}
  softer: {pl: "Pomoc: {phone.emergency}", uk: "Допомога: {phone.emergency}", ru: "Помощь: {phone.emergency}", en: "Help: {phone.emergency}"}
  phrases: {pl: ["mąż mnie bije"], uk: ["чоловік мене б’є"], ru: ["муж меня бьёт"], en: ["he hits me"]}
  counter: {pl: ["film o przemocy"], uk: ["фільм про насильство"], ru: ["фильм о насилии"], en: ["a film about abuse"]}
"""

_WORDS = {"pl": "pytanie o", "uk": "запитання про", "ru": "вопрос о", "en": "question on"}


def questions(topic: str) -> str:
    """Thirty wordings in each language, as YAML."""
    lines = []
    for code, words in _WORDS.items():
        listed = ", ".join(f'"{words} {topic} {number}"' for number in range(30))
        lines.append(f"  {code}: [{listed}]")
    return "questions:\n" + "\n".join(lines) + "\n"


def _phrases() -> str:
    def section(name: str, keys: list[str]) -> str:
        rows = (f'  {key}: {{pl: ["{key} pl"], uk: ["{key} uk"], ru: ["{key} ru"], en: ["{key} en"]}}' for key in keys)
        return f"{name}:\n" + "\n".join(rows) + "\n"

    return section("commands", list(Command)) + section("small_talk", list(SmallTalk))


FILES = {
    "residence/fees.yaml": ENTRY + questions("fees"),
    "work/permit.yaml": OTHER_ENTRY + questions("permit"),
    "facts/common.yaml": FACTS,
    "places/offices.yaml": PLACES,
    "offers/exams.yaml": OFFERS,
    "menu.yaml": MENU,
    "glossary.yaml": GLOSSARY,
    "danger.yaml": DANGER,
    "phrases.yaml": _phrases(),
}


class Tree:
    """The files of ``FILES`` under ``<folder>/knowledge``, to be changed and compiled."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "knowledge"
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def text(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace the first ``old``, which must be there."""
        text = self.text(name)
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def compile(self) -> Compiled:
        return compile_knowledge(self.root, TODAY)

    def problems(self) -> tuple[Problem, ...]:
        return self.compile().problems
