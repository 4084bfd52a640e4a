"""Forms to avoid are found inflected, and nothing else is."""

import pytest

from bot.domain.problem import Problem
from tests.content.tree import Tree


def _told(tree: Tree, avoid: str, language: str, official: str, sentence: str) -> list[Problem]:
    concept = "\n".join(
        f'  {code}: {{official: "{official if code == language else "official " + code}"'
        + (f', avoid: ["{avoid}"]}}' if code == language else "}")
        for code in ("pl", "uk", "ru", "en")
    )
    tree.write("glossary.yaml", f"one:\n{concept}\n")
    old = {"pl": "O zezwolenie prosi pracodawca.", "uk": "Дозвіл просить роботодавець.", "ru": "Разрешение просит работодатель.", "en": "The employer applies for the permit."}  # fmt: skip
    tree.change("work/permit.yaml", old[language], sentence)
    return [problem for problem in tree.problems() if problem.rule == "official-term"]


@pytest.mark.parametrize(
    ("language", "avoid", "sentence"),
    [
        ("uk", "карта побиту", "Візьміть карту побиту."),
        ("uk", "карта побиту", "Без карти побиту не можна."),
        ("uk", "децизія", "Чекайте на децизію."),
        ("ru", "децизия", "Ждите децизию."),
        ("ru", "ВНЖ", "Получите ВНЖ."),
        ("ru", "карта побыту", "С картой побыту."),
        ("pl", "petent", "Dla petentów."),
        ("en", "stay card", "Bring your stay cards."),
        ("en", "voivod", "The voivod decides."),
    ],
)
def test_an_inflected_form_is_found(tree: Tree, language: str, avoid: str, sentence: str) -> None:
    assert _told(tree, avoid, language, "right", sentence)


@pytest.mark.parametrize(
    ("language", "avoid", "official", "sentence"),
    [
        ("uk", "порадня", "центр", "Дамо пораду."),
        ("uk", "родо", "захист даних", "Ваша родина."),
        ("uk", "карта побиту", "посвідка", "Ваша карта. Побиту посуду не везіть."),
        ("ru", "этат", "договор", "Эта карта."),
        ("ru", "побыт", "вид на жительство", "Можно побыть дома."),
        ("en", "voivod", "voivode", "The voivode decides."),
        ("en", "stay card", "residence card", "You can stay: card or not."),
        ("en", "Blue Card", "EU Blue Card", "Get the EU Blue Card."),
    ],
)
def test_a_look_alike_is_let_pass(tree: Tree, language: str, avoid: str, official: str, sentence: str) -> None:
    assert _told(tree, avoid, language, official, sentence) == []
