"""The language of a posting: as stated, else where a longer text leaves no doubt. Never guessed from the country."""

import re
from collections import Counter
from functools import cache, lru_cache

_ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
    el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is
    it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
    mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi
    yo za zh zu
"""
_CODES = frozenset(_ISO_639_1.split())
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*\Z|([a-z]{2})[A-Z][A-Za-z]{1,3}\Z")

#: words that a text of this language cannot do without, and that are rare in the others
_COMMON_WORDS = {
    "en": "the and of to with you our we are for this will your that as is be have who from",
    "de": "und die der das mit für wir du ist eine einen auf von bei dich dein deine oder sie wie zu unser unsere",
    "fr": "les des vous nous une est pour dans avec votre sur au aux notre et du qui vos cette sont ou",
    "es": "los las una para con que nuestro nuestra del y por tu como en el más experiencia sus al es equipo",
    "pt": "os uma para com que você nossa nosso do da em e ou mais são não dos das sua seu ao experiência",
    "it": "di che della per con il una nostro dei sono alla gli delle nel e tuo lavoro più nostra anche",
    "nl": "de het een van en je wij voor met onze zijn bij jij ons aan ook naar te jouw dat",
    "sv": "och att är med för på som av det vi dig din du ett har kommer till inom våra vår",
    "da": "og at er med for på som af det vi dig din du et har til vores hos ikke skal",
    "pl": "i w na do z oraz się jest dla nie od pracy czy jak które przez naszych lub po twoje",
}
_LANGUAGES_OF = {
    word.encode(): " ".join(language for language, others in _COMMON_WORDS.items() if word in others.split())
    for words in _COMMON_WORDS.values()
    for word in words.split()
}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[ыэъЫЭ]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
)
_OTHER_SCRIPT = re.compile(r"[\u042b-\u044d\u05d0-\u05ea\u3041-\ud7af]")
_ASCII = bytes(range(128))
_SAMPLE = 1500
_FEWEST_WORDS = 40
_FEWEST_LETTERS = 60


@lru_cache(1024)
def stated_language(stated: str | None) -> str | None:
    """ISO 639-1 of a code, tag or English name of a language ("zhHant" and "zh-TW" are "zh"); None where it is none."""
    found = _TAG.match((stated or "").strip())
    code = (found[1] or found[2]).lower() if found else ""
    if code in _CODES:
        return code
    return _names().get((stated or "").strip().lower())


@cache
def _names() -> dict[str, str]:
    """ISO 639-1 by English name and by three-letter code, loaded only where one is met."""
    import pycountry

    names: dict[str, str] = {}
    for language in pycountry.languages:
        if code := getattr(language, "alpha_2", None):
            keys = (language.name, language.alpha_3, getattr(language, "bibliographic", language.alpha_3))
            names |= {key.lower(): code for key in keys}
    return names


def language_of(stated: str | None, text: str | None) -> str | None:
    """The stated language, else the one that a long enough text is plainly written in."""
    return stated_language(stated) or (_plain_language(text[:_SAMPLE]) if text else None)


def _plain_language(text: str) -> str | None:
    encoded = text.encode("utf-8", "replace")
    foreign = encoded.translate(None, _ASCII)
    if foreign and _OTHER_SCRIPT.search(foreign.decode()):
        for language, script in _SCRIPTS:
            if len(script.findall(text)) >= (_FEWEST_LETTERS if language != "ru" else 10):
                return language
    words = encoded.lower().split()  # its common words begin with no capital beyond ASCII
    if len(words) < _FEWEST_WORDS:
        return None
    scores = dict.fromkeys(_COMMON_WORDS, 0)
    for languages, count in Counter(map(_LANGUAGES_OF.get, words)).items():
        for language in (languages or "").split():
            scores[language] += count
    (second, _), (most, language) = sorted(zip(scores.values(), scores, strict=True))[-2:]
    return language if most > len(words) * 0.12 and most > 2 * second else None
