"""Each rule with a wrong example, named with file, line and remedy, and a right one that looks like it."""

from typing import NamedTuple

import pytest

from bot.domain.problem import Problem, Severity
from bot.knowledge.check import RULES
from tests.content.tree import Tree, questions

FEES, PERMIT, FACTS, PLACES = "residence/fees.yaml", "work/permit.yaml", "facts/common.yaml", "places/offices.yaml"
OFFERS, MENU, GLOSSARY, DANGER, PHRASES = (
    "offers/exams.yaml",
    "menu.yaml",
    "glossary.yaml",
    "danger.yaml",
    "phrases.yaml",
)


class Slip(NamedTuple):
    """``old`` in ``file`` becomes ``new``; ``says`` stands in message or remedy; ``at`` in the line that is named."""

    rule: str
    file: str
    old: str
    new: str
    says: str
    at: str = ""
    named: str = ""
    """The file that is named, where it is not the changed one."""


STEP_PL = "1. Weź 2 zdjęcia."
SOFT = "\u00ad"

WRONG = [
    # parsing
    Slip("missing-language", FEES, '  uk: "Оплати"\n', "", "`label` has no `uk`", "label:"),
    Slip("missing-language", FEES, '  ru: "Платежи"\n', "", "all four languages", "label:"),
    Slip("missing-key", FEES, "risk: high\n", "", "has no `risk`"),
    Slip("unknown-key", FEES, "handoff: recommend", "handof: recommend", "Did you mean `handoff`?", "handof:"),
    Slip("unknown-key", FEES, "published: 2026-05-04", "publishd: 2026-05-04", "`published`", "publishd"),
    Slip("unknown-key", FEES, "  steps:\n", "  stepps:\n", "`steps`", "stepps:"),
    Slip("unknown-key", PLACES, "  town:", "  towm:", "`town`", "towm"),
    Slip("wrong-value", FEES, "risk: high", "risk: hihg", "Did you mean `high`?", "risk: hihg"),
    Slip("wrong-value", FEES, "region: poland", "region: gdynia", "Allowed: poland, pomorskie", "region: gdynia"),
    Slip("wrong-value", FEES, '"https://www.gov.pl/udsc"', '“https://www.gov.pl/udsc”', "Typographic quotes", "gov.pl/udsc"),
    Slip("wrong-value", FEES, "[work.permit]", "[permit]", "area.name", "related:"),
    Slip("wrong-value", FACTS, '  value: "112"', "", "either `value` or `values`", "phone.emergency:"),
    Slip("wrong-form", FACTS, '{pl: "nasze Centrum", uk: "наш Центр", ru: "наш Центр", en: "our Centre"}', "[1]", "list", "value: [1]"),
    Slip("wrong-form", FEES, '  pl: "Opłaty"', "  pl: 12", 'Write "12"', "pl: 12"),
    Slip("wrong-form", MENU, "residence:\n", "centre: Pobyt\nresidence:\n", "must be a mapping", "centre: Pobyt"),
    Slip("empty", FEES, '  en: "Fees"', '  en: ""', "is empty", 'en: ""'),
    Slip("date-as-text", FEES, "checked: 2026-11-20", 'checked: "2026-11-20"', "Write it bare", "udsc"),
    Slip("date-as-text", FEES, "until: 2027-12-31", 'until: "31.12.2027"', "written as text", "31.12.2027"),
    Slip("date", FEES, "until: 2027-12-31", "until: 2027-02-30", "not a day of the calendar", "2027-02-30"),
    Slip("source-date", FEES, ", checked: 2026-11-20", "", "has no `checked`", "udsc"),
    Slip("wrong-length", MENU, "entries: [work.permit]", "entries: []", "`work.groups[1].entries`", "entries: []"),
    Slip("duplicate-key", FEES, "region: poland", "region: poland\nregion: poland", "in line 12", ""),
    Slip("tab", FEES, "region: poland", "region:\tpoland", "Use spaces", "region:\tpoland"),
    # names and values
    Slip("unknown-name", FEES, "kosztuje {fee.card}", "kosztuje {fee.cart}", "Did you mean {fee.card}?", "{fee.cart}"),
    Slip("unknown-name", FEES, "2. Idź tu: {place.puw}", "2. Idź tu: {place.pow}", "{place.puw}", "{place.pow}"),
    Slip("unknown-name", FEES, "{place.puw.hours}", "{place.puw.fax}", "Fields: phone, email, web, hours", "{place.puw.fax}"),
    Slip("unknown-name", FEES, "{place.puw.hours}", "{place.puw.web}", "has no web", "{place.puw.web}"),
    Slip("stray-brace", FEES, STEP_PL, "1. Weź 2 zdjęcia {tu.", "double the brace", "zdjęcia {tu"),
    Slip("name-in-title", FEES, "Ile kosztuje karta pobytu?", "Karta za {fee.card}", "not filled in", "Karta za"),
    Slip("unused-fact", FACTS, "fee.card:", 'fee.other:\n  kind: money\n  note: "Other"\n  value: 7\n  source: {title: "A law", url: "https://x.pl", checked: 2026-11-20}\nfee.card:', "no text names {fee.other}", "fee.other:"),
    Slip("hard-coded", FEES, "Karta pobytu kosztuje {fee.card}", "Karta pobytu kosztuje 100 zł", "Write {fee.card}", "100 zł"),
    Slip("hard-coded", FEES, "A residence card (karta pobytu) costs {fee.card}", "A residence card (karta pobytu) costs 120 PLN", "{fee.card}", "120 PLN"),
    Slip("hard-coded", FEES, "Сплатіть до {date.end}", "Сплатіть до 4 березня 2027 року", "{date.end}", "4 березня"),
    Slip("hard-coded", FEES, "Тел. {phone.office}", "Тел. +48 58 307 74 66", "{phone.office}", "+48 58"),
    Slip("hard-coded", FEES, "Phone {phone.office}", "Phone 58 307 72 75", "{place.puw.phone}", "58 307"),
    Slip("hard-coded", FEES, "Help: {text.note}, {email.office}", "Help: {text.note}, office@gdansk.uw.gov.pl", "{email.office}", "office@"),
    Slip("hard-coded", FEES, "Помощь: {text.note}, {email.office}, {url.mos}", "Помощь: {text.note}, {email.office}, https://mos.cudzoziemcy.gov.pl/", "{url.mos}", "mos.cud"),
    # parity
    Slip("parity-numbers", FEES, "1. Возьмите 2 фото.", "1. Возьмите 3 фото.", "lacks 2 and alone has 3", "3 фото"),
    Slip("parity-names", FEES, "Pay by {date.end}.", "Pay soon.", "lacks {date.end}"),
    Slip("parity-dates", FEES, STEP_PL, "1. Weź 2 zdjęcia do 3 maja.", "alone has 3-5", "3 maja"),
    Slip("parity-phones", FEES, STEP_PL, "1. Weź 2 zdjęcia, +48 22 123 45 67.", "phones differ", "+48 22"),
    Slip("parity-links", FEES, STEP_PL, "1. Weź 2 zdjęcia, https://foto.pl.", "alone has foto.pl", "foto.pl"),
    Slip("parity-items", FEES, "2. Go here: {place.puw}", "2. Go here: {place.puw}\n      3. Wait.", "3 in the en text", ""),
    Slip("parity-lines", FEES, "2. Go here: {place.puw}", "2. Go here: {place.puw}\n      Wait.", "3 in the en text", ""),
    Slip("parity-copy", FEES, "How much is the residence card?", "Ile kosztuje karta pobytu?", "same as the pl text", "Ile"),
    # lengths
    Slip("title-length", FEES, "Ile kosztuje karta pobytu?", "Ile to dziś kosztuje taka nowa plastikowa karta pobytu?", "9 words", ""),
    Slip("title-length", FEES, "How much is the residence card?", "How much is it now for the new residence card?", "10 words", "How much"),
    Slip("label-length", FEES, '  en: "Fees"', '  en: "Fees for residence cards 1"', "26 characters, at most 24", "Fees for"),
    Slip("menu-label-length", MENU, '"Residence"', '"Residence in Poland"', "at most 18", "Residence in"),
    Slip("menu-label-length", MENU, 'en: "Work"}\n      entries', 'en: "Work, contracts and permits"}\n      entries', "at most 24", "contracts"),
    Slip("answer-length", PERMIT, "The employer applies for the permit.", "The employer applies. " * 28, "at most 600", ""),
    Slip("channel-length", PERMIT, "The employer applies for the permit.", "The employer applies. " * 40, "does not fit", ""),
    Slip("note-length", PLACES, 'en: "Book first."', f'en: "{"Book first. " * 40}"', "at most 400", ""),
    # facts
    Slip("fact-name", FACTS, "text.note:", "Text_note:", "is no name", "Text_note:"),
    Slip("fact-kind", FACTS, "value: 2027-03-04", 'value: "4 March 2027"', "is no date", "4 March"),
    Slip("fact-kind", FACTS, 'value: "14 days"', 'value: "two weeks"', "is no duration", "two weeks"),
    Slip("fact-kind", FACTS, "{value: 120,", '{value: "120 zł",', "bare number", "120 zł"),
    Slip("fact-kind", FACTS, '"112"', '"112-"', "is no phone", "112-"),
    Slip("fact-kind", FACTS, '"61 1090', '"16 1090', "check sum", "16 1090"),
    Slip("fact-windows", FACTS, "from: 2027-01-01", "from: 2026-12-31", "overlap", "2026-12-31}"),
    Slip("fact-windows", FACTS, "from: 2027-01-01", "from: 2027-01-05", "no value holds between", "2027-01-05"),
    Slip("fact-windows", FACTS, "from: 2025-12-01, until: 2026-12-31", "from: 2026-12-31, until: 2025-12-01", "Exchange", "from: 2026-12-31"),
    Slip("fact-today", FACTS, "    - {value: 100, from: 2025-12-01, until: 2026-12-31}\n", "", "no value holds today", ""),
    # dates
    Slip("source-date", FEES, "checked: 2026-11-20", "checked: 2026-11-23", "in the future", "2026-11-23"),
    Slip("source-date", FEES, "published: 2026-05-04", "published: 2026-11-21", "after checked", "2026-11-21"),
    Slip("source-date", FACTS, "checked: 2026-11-20", "checked: 2027-11-20", "in the future", "2027-11-20"),
    Slip("validity", FEES, "{from: 2026-01-01, until: 2027-12-31}", "{from: 2027-12-31, until: 2026-01-01}", "Exchange the two dates", "valid:"),
    Slip("validity", FEES, "until: 2027-12-31}", "until: 2027-12-31}, {from: 2027-06-01}", "overlap", "valid:"),
    Slip("stamp-date", PERMIT, "questions:", "review: {next: 2027-01-01, pl: {by: a, on: 2026-12-01, text: 00000000}}\nquestions:", "in the future", "review:"),
    Slip("next-review", PERMIT, "questions:", "review: {pl: {by: a, on: 2026-11-01, text: 00000000}}\nquestions:", "without `next`", "review:"),
    Slip("next-review", PERMIT, "questions:", "review: {next: 2026-11-21}\nquestions:", "was due", "review:"),
    # places, offers
    Slip("place-form", PLACES, '"+48 58 307 72 75"', '"058 307"', "is no phone", "058 307"),
    Slip("place-form", PLACES, "languages: [pl, uk]", "languages: [polski]", "language code", "polski"),
    Slip("place-form", PLACES, "puw:", "PUW_1:", "cannot be an id", "PUW_1"),
    Slip("place-hours", PLACES, "8:00-15:15", "15:15-8:00", "run forward", "15:15-8:00"),
    Slip("place-hours", PLACES, "8:00-11:00, 12:00", "8:00-13:00, 12:00", "run forward", "8:00-13:00"),
    Slip("place-coordinates", PLACES, "[54.347, 18.652]", "[18.652, 54.347]", "Latitude first", "18.652"),
    Slip("unknown-area", PLACES, "serves: [residence]", "serves: [residense]", "Areas: residence, work", "residense"),
    Slip("offer-dates", OFFERS, "ends: 2027-02-21", "ends: 2027-02-19", "before it starts", "2027-02-19"),
    Slip("offer-dates", OFFERS, "sign_up_until: 2027-01-10", "sign_up_until: 2027-03-10", "closes after", "2027-03-10"),
    Slip("offer-dates", OFFERS, '  town: "Gdańsk"\n', "", "neither where nor how", "exam-2027:"),
    Slip("offer-past", OFFERS, "  starts: 2027-02-20\n  ends: 2027-02-21\n  sign_up_until: 2027-01-10", "  starts: 2026-02-20", "half a year", "exam-2027:"),
    # links
    Slip("unknown-entry", FEES, "related: [work.permit]", "related: [work.permits]", "Did you mean work.permit?", "related:"),
    Slip("unknown-entry", GLOSSARY, "entries: [residence.fees]", "entries: [residence.nothing]", "no entry residence.nothing", "nothing"),
    Slip("unknown-entry", DANGER, "entry: work.permit", "entry: safety.help", "no entry safety.help", "entry:"),
    Slip("unknown-entry", MENU, "entries: [work.permit]", "entries: [work.permit, work.x]", "no entry work.x", "work.x"),
    Slip("related", FEES, "related: [work.permit]", "related: [work.permit, residence.fees]", "related to itself", "related:"),
    Slip("related", FEES, "related: [work.permit]", "related: [work.permit, work.permit]", "twice", "related:"),
    Slip("related", FEES, "related: [work.permit]", f"related: [{', '.join(['work.permit'] * 6)}]", "at most 5", "related:"),
    Slip("orphan", FEES, "related: [work.permit]\n", "", "no other entry is related", named=PERMIT),
    Slip("menu", MENU, "entries: [work.permit]", "entries: [work.permit, work.permit]", "2 times", "entries: [work.permit,"),
    Slip("menu", MENU, "entries: [work.permit]", "entries: [residence.fees]", "missing from the menu", named=PERMIT),
    # wordings
    Slip("few-questions", FEES, ', "question on fees 29"', "", "29 questions in en", "question on fees"),
    Slip("no-questions", FEES, questions("fees"), "", "no questions in pl, uk, ru, en"),
    Slip("same-question", PERMIT, '"question on permit 3"', '"Question on FEES 4?"', "a question of residence.fees, too", "FEES 4"),
    Slip("repeated-question", FEES, '"вопрос о fees 3"', '"Вопрос о fees 4!"', "twice", "вопрос о"),
    Slip("repeated-question", FEES, '"вопрос о fees 3"', '"?"', "empty question", "вопрос о"),
    Slip("glossary-names", GLOSSARY, '"work permit"', '"Residence card"', "official en name of karta-pobytu", "Residence card"),
    Slip("glossary-names", GLOSSARY, 'avoid: ["stay card"]', 'avoid: ["work permit"]', "official name of praca", "avoid: [\"work"),
    Slip("glossary-repeats", GLOSSARY, 'also: ["TRC"]', 'also: ["TRC", "trc"]', "twice", "trc"),
    Slip("danger-card", DANGER, "Help now: {phone.emergency}.", "Help now. The Alarm112 app.", "no 112", "Help now"),
    Slip("danger-card", DANGER, "      Talk: {phone.office}", "      Talk: {phone.office}\n      a\n      b\n      c", "5 lines", "Help now"),
    Slip("danger-phrases", DANGER, '"a film about abuse"', '"He hits me!"', "counter-example of violence", "phrases:"),
    Slip("danger-phrases", DANGER, 'en: ["he hits me"]', "en: []", "no en phrases", "phrases:"),
    Slip("phrase-keys", PHRASES, "  menu:", "  menus:", "Did you mean `menu`?", "menus:"),
    Slip("phrase-keys", PHRASES, "  menu:", "  menus:", "has no `menu`", "commands:"),
    Slip("phrase-keys", PHRASES, 'en: ["menu en"]', "en: []", "no wording in en", "menu:"),
    # letters
    Slip("mixed-word", FEES, "Візьміть 2 фото", "Вiзьміть 2 фото", "The Latin letters are: i", "Вiзьміть"),
    Slip("mixed-word", FEES, "1. Take 2 photos", "1. Takе 2 photos", "The Cyrillic letters are: е", "Takе"),
    Slip("lone-latin-letter", FEES, "1. Возьмите 2 фото.", "1. Возьмите 2 фото c собой.", "letter `c` stands alone", "c собой"),
    Slip("cyrillic-level", FEES, "1. Возьмите 2 фото.", "1. Возьмите 2 фото, В1.", "Latin one", "В1"),
    Slip("russian-in-ukrainian", FEES, "1. Візьміть 2 фото.", "1. Візьміть 2 новых фото.", "Russian letter ы", "новых"),
    Slip("ukrainian-in-russian", FEES, "1. Возьмите 2 фото.", "1. Візьмите 2 фото.", "Ukrainian letter і", "Візьмите"),
    Slip("cyrillic-in-latin", FEES, STEP_PL, "1. Weź 2 фото.", "`фото` is Cyrillic", "2 фото."),
    Slip("invisible-character", FEES, STEP_PL, f"1. Weź 2 zdję{SOFT}cia.", "soft hyphen", "Weź 2 zdj"),
    Slip("control-character", FEES, STEP_PL, "1. Weź 2\x07 zdjęcia.", "U+0007", "Weź 2"),
    Slip("spaces", FEES, STEP_PL, "1. Weź  2 zdjęcia.", "two spaces", "Weź  2"),
    Slip("spaces", FEES, STEP_PL, "1. Weź 2\u00a0zdjęcia.", "Type an ordinary space", "Weź 2"),
    Slip("spaces", FEES, STEP_PL, "1. Weź 2 zdjęcia .", "before a mark", "Weź 2"),
    Slip("composed-letters", FEES, STEP_PL, "1. Weź 2 zdje\u0328cia.", "separate accents", ""),
    # style
    Slip("quotes", FEES, "1. Take 2 photos.", '1. Take 2 "photos".', "straight", '"photos"'),
    Slip("quotes", FEES, "1. Take 2 photos.", "1. Take 2 „photos“.", "no quote of en", "„photos"),
    Slip("quotes", FEES, "1. Возьмите 2 фото.", "1. Возьмите 2 «фото.", "not closed", ""),
    Slip("quotes", FEES, "1. Take 2 photos.", "1. Take the office's 2 photos.", "Write ’", "office's"),
    Slip("wrapped-in-quotes", FEES, '  en: "Fees"', "  en: “Fees”", "around the whole en text", "“Fees”"),
    Slip("exclamation-mark", FEES, STEP_PL, "1. Weź 2 zdjęcia!", "full stop", "zdjęcia!"),
    Slip("date-in-digits", FEES, STEP_PL, "1. Weź 2 zdjęcia do 04.03.27.", "04.03.27", "04.03.27"),
    Slip("markup", FEES, STEP_PL, "1. Weź **2** zdjęcia.", "plain text", "**2**"),
    Slip("official-term", FEES, "A residence card (karta pobytu) costs", "Your stay cards (karta pobytu) cost", "Write `residence card`", "stay cards"),
    Slip("official-term", FEES, "Посвідка на проживання (karta pobytu) коштує", "За карту побиту сплатіть", "посвідка на проживання", "карту побиту"),
    Slip("long-sentence", FEES, STEP_PL, f"1. Weź 2 zdjęcia {'i dokument ' * 13}.", "At most 25", "Weź 2"),
    Slip("hard-to-read", PERMIT, "The employer applies for the permit.", "Administrative authorities occasionally necessitate supplementary documentation. " * 7, "Flesch", ""),
]  # fmt: skip


def _told(problems: tuple[Problem, ...], slip: Slip) -> list[Problem]:
    return [
        problem
        for problem in problems
        if problem.rule == slip.rule
        and problem.file == f"knowledge/{slip.named or slip.file}"
        and slip.says in f"{problem.message} {problem.remedy}"
    ]


@pytest.mark.parametrize("slip", WRONG, ids=lambda slip: f"{slip.rule}: {slip.new[:30]!r}".replace("\x07", "BEL"))
def test_a_slip_is_named_with_file_line_and_remedy(tree: Tree, slip: Slip) -> None:
    tree.change(slip.file, slip.old, slip.new)
    problems = tree.problems()
    told = _told(problems, slip)
    assert told, f"{slip.rule} is not among {[str(p) for p in problems]}"
    if slip.at:
        line = tree.text(slip.file).split("\n")[told[0].line - 1]
        assert slip.at in line or slip.at in tree.text(slip.file).split("\n")[told[-1].line - 1]
    # `spaces`, for one, needs no remedy beyond its message; every other problem says what to do.
    assert all(problem.message and (problem.remedy or problem.rule == "wrong-value") for problem in told)


def test_the_right_examples_are_quiet(tree: Tree) -> None:
    assert [str(problem) for problem in tree.problems()] == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FEES, "1. Возьмите 2 фото.", "1. Возьмите 2 фото для SIM-карты, B1."),
        (FEES, "1. Візьміть 2 фото.", "1. Візьміть 2 фото «Za Stołem»."),
        (FEES, "1. Take 2 photos.", "1. Take 2 photos, the office’s “kind”."),
        (FEES, "1. Take 2 photos.", "1. Take 2 photos; write “людина”."),
        (FEES, STEP_PL, "1. Weź 2 zdjęcia (nowe, „bez okularów”)."),
        (FEES, STEP_PL, "1. Weź 2 zdjęcia i {{nawias}}."),
        (FEES, "1. Take 2 photos.", "1. Take 2 photos to the card office and stay."),
        (FEES, "Посвідка на проживання (karta pobytu)", "Картка чи посвідка на проживання (karta pobytu)"),
        (DANGER, "Help now: {phone.emergency}.", "Help now: 112."),
        (PLACES, "8:00-11:00, 12:00-15:00", "0:00-24:00"),
        (FACTS, '"112"', '"800 12 12 12"'),
    ],
)
def test_what_looks_like_a_slip_but_is_none_is_let_pass(tree: Tree, file: str, old: str, new: str) -> None:
    tree.change(file, old, new)
    apart = {"parity-names", "parity-numbers", "unused-fact", "danger-card", "hard-coded"}
    assert [str(problem) for problem in tree.problems() if problem.rule not in apart] == []


def test_every_rule_has_a_wrong_example() -> None:
    # These two have tests of their own: one changes a file name, the other all four languages.
    assert {rule.name for rule in RULES} - {slip.rule for slip in WRONG} == {"button-data", "hard-coded-term"}


def test_a_term_typed_in_all_languages_should_be_a_fact(tree: Tree) -> None:
    for old, new in (
        ("Masz na to: {duration.appeal}", "Masz na to: 14 dni"),
        ("У вас є {duration.appeal}", "У вас є 14 днів"),
        ("У вас есть {duration.appeal}", "У вас есть 14 дней"),
        ("You have {duration.appeal}", "You have 14 days"),
    ):
        tree.change(FEES, old, new)
    told = [problem for problem in tree.problems() if problem.rule == "hard-coded-term"]
    assert [problem.line for problem in told] == [19, 22, 25, 28]
    assert "{duration.appeal}" in told[0].remedy


def test_a_span_that_only_one_language_words_so_is_ordinary_speech(tree: Tree) -> None:
    tree.change(FEES, "1. Take 2 photos.", "1. Take 2 photos, at least 14 days old.")
    assert [problem.rule for problem in tree.problems()] == ["parity-numbers"]


def test_every_rule_says_what_it_wants_and_has_a_name_of_its_own() -> None:
    assert all(rule.about.endswith(".") for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_long_file_name_is_refused_before_telegram_refuses_the_button(tree: Tree) -> None:
    name = "-".join(["long"] * 10)
    tree.write(f"residence/{name}.yaml", tree.text(FEES))
    told = [problem for problem in tree.problems() if problem.rule == "button-data"]
    assert [problem.file for problem in told] == [f"knowledge/residence/{name}.yaml"]
    assert "at most 64" in told[0].message


def test_numbers_compare_across_the_ways_of_writing_them(tree: Tree) -> None:
    for old, new in (
        (STEP_PL, "1. Weź 2 zdjęcia i 13 355,50 zł."),
        ("1. Візьміть 2 фото.", "1. Візьміть 2 фото й 13 355,50 zł."),
        ("1. Возьмите 2 фото.", "1. Возьмите 2 фото и 13 355,50 zł."),
        ("1. Take 2 photos.", "1. Take 2 photos and 13,355.50 PLN."),
    ):
        tree.change(FEES, old, new)
    assert [problem for problem in tree.problems() if problem.rule.startswith("parity")] == []


def test_a_value_that_will_be_longer_counts_today(tree: Tree) -> None:
    room = 600 - len("The employer applies for 50 PLN.")
    tree.change(PERMIT, "The employer applies for the permit.", "x" * room + "The employer applies for {fee.card}.")
    told = [problem for problem in tree.problems() if problem.rule == "answer-length"]
    assert "601 characters" in told[0].message


def test_facts_named_only_in_flows_or_translations_are_used(tree: Tree) -> None:
    tree.change(FEES, "{text.note}, {email.office}", "{email.office}")
    for code in ("uk", "ru", "en"):
        del code
        tree.change(FEES, "{text.note}, {email.office}", "{email.office}")
    assert [p.rule for p in tree.problems()] == ["unused-fact"]
    flow = tree.root.parent / "flows" / "first.yaml"
    flow.parent.mkdir()
    flow.write_text("question: '{text.note}'")
    assert tree.problems() == ()


def test_a_stamp_written_by_hand_makes_a_text_stale_and_is_no_error(tree: Tree) -> None:
    stamp = "review: {next: 2027-01-01, pl: {by: a, on: 2026-11-01, text: 00000000}}\nquestions:"
    tree.change(PERMIT, "questions:", stamp)
    assert [p for p in tree.problems() if p.severity is Severity.ERROR] == []
