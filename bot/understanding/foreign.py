"""Languages that we do not speak: told by script, or by a few function words that none of ours has."""

import unicodedata
from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache

_SCRIPTS = {
    "ARABIC": "ar", "DEVANAGARI": "hi", "GEORGIAN": "ka", "ARMENIAN": "hy", "HEBREW": "he", "CJK": "zh", "HIRAGANA": "ja",
    "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "GREEK": "el", "BENGALI": "bn", "GURMUKHI": "pa", "TAMIL": "ta",
    "TELUGU": "te", "GUJARATI": "gu", "MALAYALAM": "ml", "KANNADA": "kn", "SINHALA": "si", "ETHIOPIC": "am", "KHMER": "km",
    "MYANMAR": "my", "LAO": "lo", "TIBETAN": "bo",
}  # fmt: skip

_WORDS = {
    "de": """ich nicht und ist der die das ein eine einen für wie kann mein meine bitte haben habe hat wo ich bin sie wir mit auf
        auch aber wenn wann brauche möchte gibt danke hallo guten tag sind wird von zu bei nach über arbeiten arbeit deutsch deutschland
        was muss man einem einer dem den mir mich kostet viel wohnung aufenthaltstitel""",
    "es": """que el los las una para como puedo necesito tengo quiero donde cuando cuanto cuesta por favor gracias hola buenos dias con
        mi soy estoy hay pero muy es en la del trabajo permiso residencia polonia hacer obtener cómo dónde cuánto qué está buenas tardes
        necesita puede información ayuda tarjeta""",
    "fr": """je le les une des pour comment puis besoin vous nous est pas avec mon ma où quand combien merci bonjour suis dans sur mais
        qui que du au aux cette travail séjour pologne faire obtenir voudrais quel quelle titre s'il plaît j'ai c'est ai la et""",
    "it": """che il gli una per come posso bisogno dove quando quanto costa grazie ciao buongiorno sono ho mio mia ma con non di della
        lavoro permesso soggiorno polonia fare ottenere vorrei la è del""",
    "pt": """que uma para como posso preciso onde quando quanto custa obrigado obrigada olá bom dia sou estou não com meu minha mas
        trabalho autorização polónia polônia fazer eu você tenho quero em""",
    "tr": """bir ve için nasıl nerede ne zaman kaç lira istiyorum merhaba teşekkürler benim ben var yok mı mi mu mü polonya oturum izni
        çalışma kart kartı almak gerekiyor lazım selam bu şu çok ama iyi günler nereye yapabilirim alabilirim evet hayır""",
    "az": """və üçün necə harada nə zaman istəyirəm salam mənim mən var yox polşa iş icazəsi lazımdır çox sağ olun bu""",
    "uz": """va uchun qanday qayerda qachon kerak salom men mening bor yo'q polsha ish ruxsat rahmat bilan qancha menga o'zbek""",
    "ro": """și pentru cum pot unde când cât costă mulțumesc bună ziua sunt am nu este cu meu mea dar polonia muncă permis vreau am
        nevoie de să la din""",
    "cs": """jsem není že jak můžu kde kdy kolik děkuji dobrý den mám potřebuji chci práce povolení polsku jsou který není prosím""",
    "lt": """aš ir kaip kur kada kiek kainuoja ačiū labas man reikia noriu darbas leidimas lenkijoje yra ar prašau mano""",
    "nl": """ik niet een het voor hoe kan mijn waar wanneer hoeveel kost bedankt hallo goedemorgen heb ben naar met maar van werken nodig
        wil zijn deze polen verblijfsvergunning de""",
    "vi": """tôi không là của cho và có thể làm thế nào ở đâu bao nhiêu cảm ơn xin chào muốn cần thẻ cư trú ba lan được""",
    "id": """saya tidak dan yang untuk bagaimana bisa dimana kapan berapa terima kasih halo ingin perlu kerja izin di polandia apa""",
    "tl": """ako ang mga para paano saan kailan magkano salamat po kumusta gusto ko kailangan trabaho sa ng hindi""",
}  # fmt: skip


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {code: frozenset(text.split()) for code, text in _WORDS.items()}


def by_script(text: str) -> str:
    """The language that most of the letters suggest, if their script is none of ours."""
    names = Counter(_script(c) for c in text[:600] if c.isalpha())
    if not names:
        return ""
    script, count = names.most_common(1)[0]
    return _SCRIPTS.get(script, "") if 2 * count > names.total() else ""


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    return unicodedata.name(character, "?").split(" ", 1)[0]


def by_words(words: Sequence[str], ours: Container[str]) -> str:
    """The language with the most function words, where they are at least two and a third of a text that is hardly ours.
    ``ours`` holds the words of our questions as features of the language model."""
    strange = [word for word in words if "=" + word not in ours]
    if 2 * len(strange) <= len(words):
        return ""
    best, hits = "", 0
    for code, known in _lists().items():
        found = sum(word in known for word in strange)
        if found > hits and 3 * sum(word in known for word in words) >= len(words):
            best, hits = code, found
    return best if hits >= 2 else ""
