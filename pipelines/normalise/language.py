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
_SCRIPTS = (  # with the fewest letters that make a text one of the language
    ("ja", re.compile(r"[\u3041-\u30ff]"), 60),
    ("ko", re.compile(r"[\uac00-\ud7af]"), 60),
    ("uk", re.compile(r"[іїєґІЇЄҐ]"), 10),
    ("ru", re.compile(r"[ыэЫЭ]"), 10),
    ("bg", re.compile(r"[ъЪ]"), 10),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 60),
    ("he", re.compile(r"[\u05d0-\u05ea]"), 60),
    ("el", re.compile(r"[\u0370-\u03ff]"), 60),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 60),
)
_CYRILLIC = frozenset({"uk", "ru", "bg"})
_CYRILLIC_OF_OTHERS = re.compile(r"[ўЎәғқңөұүһђћџљњј]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u04ff\u05d0-\u05ea\u0e00-\u0e7f\u3041-\ud7af]")
#: letters of one language among those written in Latin, with half of the share that they have of its texts
_LETTERS = (
    ("vi", re.compile(r"[\u1ea0-\u1ef9đơư]"), 0.06),
    ("tr", re.compile(r"[ğış]"), 0.02),
    ("ro", re.compile(r"[ășțţ]"), 0.025),
    ("cs", re.compile(r"[řěů]"), 0.015),
    ("hu", re.compile(r"[őű]"), 0.007),
    ("fi", re.compile(r"ä"), 0.022),
)
#: languages that share most common words, by the words that are of one of them only
_SCANDINAVIAN = {
    "sv": frozenset("och att är för från inom våra mellan söker".encode().split()),
    "da": frozenset("af vores mellem os jer søger virksomhed høj at".encode().split()),
    "no": frozenset("å deg våre vårt mellom dere søker selskapet høy".encode().split()),
}
_ASCII = bytes(range(128))
_SAMPLE = 1500
_FEWEST_WORDS = 40


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
    foreign = encoded.translate(None, _ASCII).decode()
    if foreign and _OTHER_SCRIPT.search(foreign):
        for language, script, fewest in _SCRIPTS:
            if len(script.findall(foreign)) >= fewest:
                return None if language in _CYRILLIC and _CYRILLIC_OF_OTHERS.search(foreign) else language
    words = encoded.lower().split()  # its common words begin with no capital beyond ASCII
    if len(words) < _FEWEST_WORDS:
        return None
    return _by_words(words) or (_by_letters(foreign.lower(), len(text)) if foreign else None)


def _by_words(words: list[bytes]) -> str | None:
    scores = dict.fromkeys(_COMMON_WORDS, 0)
    for languages, count in Counter(map(_LANGUAGES_OF.get, words)).items():
        for language in (languages or "").split():
            scores[language] += count
    ranked = sorted(scores, key=scores.__getitem__)
    language, most = ranked[-1], scores[ranked[-1]]
    second = ranked[-2] if language not in _SCANDINAVIAN else next(x for x in ranked[::-1] if x not in _SCANDINAVIAN)
    if most <= len(words) * 0.12 or most <= 2 * scores[second]:
        return None
    return _scandinavian(words) if language in _SCANDINAVIAN else language


def _scandinavian(words: list[bytes]) -> str | None:
    counts = {name: sum(word in own for word in words) for name, own in _SCANDINAVIAN.items()}
    *_, second, first = sorted(counts, key=counts.__getitem__)
    return first if counts[first] > 2 * counts[second] else None


def _by_letters(foreign: str, length: int) -> str | None:
    found = [name for name, letters, share in _LETTERS if len(letters.findall(foreign)) > share * length]
    return found[0] if len(found) == 1 else None
