"""Whether a message leans on what was shown before: «а скільки чекати?», ``and for my wife?``, ``nie rozumiem``."""

from functools import lru_cache

from bot.understanding.facets import Facets
from bot.understanding.skeleton import skeleton

ALWAYS = 2.0
"""Nothing in the message is about any topic: it can only mean the last one."""
_LINKED, _SHORT, _LONG = 0.3, 0.2, 0.1

_LINKS = """а і й та и но але a i ale oraz and but also or так то otherwise ну no well ok окей понял dobra
    а якщо а если a jeśli a jesli what if якщо если jeśli if"""
_EMPTY = """це це саме це то те той та ті цим цього цьому ця цей такий таке это этот эта эти этого этому этим то тот та такое такой to ten ta te
    tego temu tym tam тут там звідти туди сюда туда here there this that these those it its he she they them him her
    він вона вони воно його її їх він він он она они оно его ее их он ona oni ono jego jej ich im
    я ми ти ви мені нам мене нас мій моя моє мы ты вы мне меня мой моя мое ja my ty wy mi mnie nas nam mój moja moje mam i we you me us my
    чи не ні нет нє nie no not do does did is are was be am will would should could can may must need have has get got
    треба потрібно можна може можу мушу буде є надо нужно можно могу должен будет есть trzeba można mogę muszę potrzebuję będzie jest są
    робити зробити що як де коли хто скільки який яка які делать сделать что как где когда кто сколько какой какая какие
    robić zrobić co jak gdzie kiedy kto ile jaki jaka jakie czy się na za w z po od dla u przez w o a
    на за в у з із зі по від для через про без до об при на с из со от о
    the a an of to in on for from with at by as or and so then what how where when who which why
    ще вже тоді потім далі саме точно взагалі лише тільки еще уже тогда потом дальше именно точно вообще только
    jeszcze już wtedy potem dalej właśnie dokładnie w ogóle tylko exactly still already next then just only more again
    зрозумів зрозуміла розумію розумієш понял поняла понимаю rozumiem kumam łapię understand understood follow don t dont
    проще простіше prościej simpler easier explain поясни поясніть пояснити объясни объясните объяснить wyjaśnij wytłumacz
    спасибо дякую dzięki dziękuję thanks ok добре хорошо dobrze
    йти іти идти iść go звертатися обращаться іти піти пойти pójść принести взяти взять wziąć zabrać bring take przynieść мати иметь
    чекати ждать czekać czeka wait триває длится trwa long довго долго długo дорого drogo expensive
    платити платить płacić pay платно безкоштовно бесплатно за free дають дадуть дают"""


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return frozenset(skeleton(f"{_EMPTY} {_LINKS}").split())


@lru_cache(maxsize=1)
def _links() -> frozenset[str]:
    return frozenset(skeleton(_LINKS).split())


def leaning(folded: str, facets: Facets) -> float:
    """What the last entry is given before others are compared with it."""
    words = folded.split()
    own = [word for word in facets.without_cues(folded).split() if word not in _empty()]
    if not own:
        return ALWAYS
    linked = words[0] in _links()
    if len(own) <= 1 and len(words) <= 5:
        return _LINKED + _SHORT if linked else _LINKED
    return (_LINKED if linked else _SHORT) if len(words) <= 7 else (_LONG if linked else 0.0)
