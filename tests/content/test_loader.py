"""The whole folder: read in one piece or refused, with every problem named."""

import random
from datetime import date
from pathlib import Path

import pytest

from bot.content.loader import compile_knowledge, load_knowledge
from bot.domain.problem import Severity
from tests.content.tree import FILES, TODAY, Tree


def test_a_good_tree_loads_in_whole(tree: Tree) -> None:
    knowledge, problems = load_knowledge(tree.root, TODAY)
    assert problems == []
    assert knowledge is not None
    assert list(knowledge.entries) == ["residence.fees", "work.permit"]
    assert knowledge.entries["work.permit"].file == "knowledge/work/permit.yaml"
    assert list(knowledge.areas) == ["residence", "work"]
    assert len(knowledge.facts) == 9
    assert knowledge.phrases.commands["menu"].pl == ("menu pl",)


def test_the_version_follows_every_byte(tree: Tree) -> None:
    before = tree.compile().knowledge.version
    assert tree.compile().knowledge.version == before
    tree.write("menu.yaml", tree.text("menu.yaml") + "# a remark\n")
    assert tree.compile().knowledge.version != before


def test_an_error_refuses_the_set_and_a_warning_does_not(tree: Tree) -> None:
    tree.change("residence/fees.yaml", "1. Take 2 photos.", "1. Take 2 photos!")
    knowledge, problems = load_knowledge(tree.root, TODAY)
    assert knowledge is not None
    assert [p.severity for p in problems] == [Severity.WARNING]
    tree.change("residence/fees.yaml", "{fee.card}", "{fee.nothing}")
    assert load_knowledge(tree.root, TODAY)[0] is None


def test_the_first_problem_does_not_hide_the_others(tree: Tree) -> None:
    tree.change("residence/fees.yaml", "risk: high", "risk: hihg")
    tree.change("residence/fees.yaml", '  uk: "Оплати"\n', "")
    tree.change("facts/common.yaml", "kind: money", "kind: mony")
    tree.write("menu.yaml", "a: 'x")
    rules = {(p.file, p.rule) for p in tree.problems()}
    assert {
        ("knowledge/residence/fees.yaml", "wrong-value"),
        ("knowledge/residence/fees.yaml", "missing-language"),
        ("knowledge/facts/common.yaml", "wrong-value"),
        ("knowledge/menu.yaml", "yaml"),
    } <= rules


def test_a_broken_thing_is_not_called_unknown_as_well(tree: Tree) -> None:
    tree.change("facts/common.yaml", "kind: money", "kind: mony")
    tree.change("places/offices.yaml", "town:", "towm:")
    tree.change("work/permit.yaml", "risk: low", "risk: lo")
    assert not [p for p in tree.problems() if p.rule in ("unknown-name", "unknown-entry")]


def test_what_could_be_read_of_a_broken_set_is_there_for_reports(tree: Tree) -> None:
    tree.change("work/permit.yaml", "risk: low", "risk: lo")
    compiled = tree.compile()
    assert not compiled.servable
    assert list(compiled.knowledge.entries) == ["residence.fees"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("residence/Fees.yaml", "small Latin letters"),
        ("residence/new_fees.yaml", "small Latin letters"),
        ("residence/fees.yml", "Rename it to .yaml"),
        ("residence/old/fees.yaml", "<area>/<name>.yaml"),
        ("notes.yaml", "folder of their area"),
        ("residence/picture.png", "Only .yaml"),
    ],
)
def test_a_file_in_the_wrong_place_is_named(tree: Tree, name: str, says: str) -> None:
    tree.write(name, "x: 1")
    told = [p for p in tree.problems() if p.rule == "file-name"]
    assert [p.file for p in told] == [f"knowledge/{name}"]
    assert says.casefold() in told[0].remedy.casefold()


def test_hidden_files_leftovers_of_editors_and_readmes_are_passed_over(tree: Tree) -> None:
    for name in (".DS_Store", "residence/.fees.yaml.swp", "residence/fees.yaml~", "README.md", ".git/x.yaml"):
        tree.write(name, "x")
    assert tree.problems() == ()


def test_a_missing_single_file_and_a_missing_folder_are_named(tree: Tree, tmp_path: Path) -> None:
    (tree.root / "menu.yaml").unlink()
    assert [(p.file, p.rule) for p in tree.problems()] == [("knowledge/menu.yaml", "missing-file")]
    knowledge, problems = load_knowledge(tmp_path / "nowhere", TODAY)
    assert knowledge is None
    assert problems[0].rule == "missing-file"


def test_the_same_id_in_two_files_is_named_with_both_places(tree: Tree) -> None:
    tree.write("places/more.yaml", "# more\n" + tree.text("places/offices.yaml"))
    told = [p for p in tree.problems() if p.rule == "duplicate-id"]
    assert [(p.file, p.line) for p in told] == [("knowledge/places/offices.yaml", 1)]
    assert "knowledge/places/more.yaml:2" in told[0].message


def test_empty_offers_are_a_valid_state_and_an_empty_entry_is_not(tree: Tree) -> None:
    tree.write("offers/exams.yaml", "# none today\n")
    assert tree.problems() == ()
    tree.write("work/permit.yaml", "")
    assert "empty" in {p.rule for p in tree.problems()}


def test_off_topic_questions_are_optional(tree: Tree) -> None:
    assert tree.compile().knowledge.off_topic == {}
    tree.write("off-topic.yaml", 'weather: {pl: ["jaka pogoda"], en: ["the weather"]}\n')
    assert tree.problems() == ()
    assert tree.compile().knowledge.off_topic["weather"].pl == ("jaka pogoda",)


def test_a_list_where_a_mapping_belongs_is_named(tree: Tree) -> None:
    tree.write("offers/exams.yaml", "- a\n- b\n")
    tree.write("phrases.yaml", "- a\n")
    tree.write("work/permit.yaml", "just words\n")
    wrong = {p.file for p in tree.problems() if p.rule == "wrong-form"}
    assert wrong == {"knowledge/offers/exams.yaml", "knowledge/phrases.yaml", "knowledge/work/permit.yaml"}


def test_damaged_files_give_problems_and_never_an_exception(tree: Tree) -> None:
    """Lines dropped, doubled, cut, moved: whatever an editor's slip or a broken merge does."""
    chance = random.Random(20261122)
    for _ in range(60):
        name = chance.choice(list(FILES))
        lines = FILES[name].split("\n")
        at = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                del lines[at : at + chance.randrange(1, 6)]
            case 1:
                lines.insert(at, lines[chance.randrange(len(lines))])
            case 2:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
            case 3:
                lines[at] = "  " + lines[at]
            case _:
                lines[at] = lines[at].replace(":", "", 1).replace('"', "", 1)
        tree.write(name, "\n".join(lines))
        assert isinstance(compile_knowledge(tree.root, date(2026, 11, 22)).problems, tuple)
        tree.write(name, FILES[name])
