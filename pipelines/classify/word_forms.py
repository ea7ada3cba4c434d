"""Word forms: the plural and feminine forms of the words that titles are listed with, back to the form listed.

When a title is read in them belongs in classifier.py.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from pipelines.classify.words import phrase_spelled, words

SHORTEST = 4
_PERSONS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "ive",
    "ate",
    "man",
    "lead",
    "head",
    "chief",
    "nurse",
    "clerk",
    "cook",
)
Endings = Sequence[tuple[str, tuple[str, ...]]]
_PLURAL: Endings = (("man", ("men",)), ("", ("s",)))
# by language: what a listed word may end with, longest first, and what stands there in its other forms
_ENDINGS: Mapping[str, Endings] = {
    "de": (
        ("kraft", ("krafte", "kraften")),
        ("arzt", ("arzte", "arztin", "arztinnen")),
        ("frau", ("frauen",)),
        ("mann", ("manner", "leute", "frau")),
        ("e", ("en", "in", "innen", "er")),
        ("", ("in", "innen", "en", "e", "n")),
    ),
    "nl": (("eur", ("eurs", "euse")), ("e", ("en", "es")), ("", ("s", "en"))),
    "fr": (
        ("teur", ("trice", "teuse", "teure", "teurs", "trices", "teuses")),
        ("eur", ("euse", "eure", "eurs", "euses")),
        ("eux", ("euse",)),
        ("eau", ("eaux",)),
        ("ien", ("ienne", "iens", "iennes")),
        ("er", ("ere", "ers", "eres")),
        ("if", ("ive", "ifs", "ives")),
        ("al", ("ale", "aux", "ales")),
        ("el", ("elle", "els", "elles")),
        ("f", ("ve", "fs", "ves", "fe", "ffe")),
        ("s", ("se",)),
        ("e", ("es", "esse")),
        ("", ("e", "s", "es")),
    ),
    "es": (("o", ("a", "os", "as")), ("or", ("ora", "ores", "oras")), ("e", ("a", "es")), ("", ("s", "es", "a"))),
    "pt": (
        ("or", ("ora", "ores", "oras")),
        ("al", ("ais",)),
        ("ao", ("oes", "aos", "a")),
        ("o", ("a", "os", "as")),
        ("", ("s", "es", "a")),
    ),
    "pl": (
        ("nik", ("niczka", "nicy", "niczki")),
        ("ista", ("istka", "isci", "istki")),
        ("or", ("orka", "orzy", "orki")),
        ("arz", ("arka", "arze", "arki")),
        ("er", ("erka", "erzy", "erki")),
        ("wca", ("wczyni", "wcy")),
        ("ent", ("entka", "enci", "entki")),
        ("ant", ("antka", "anci", "antki")),
        ("ny", ("na", "ni", "ne")),
        ("wy", ("wa", "wi", "we")),
    ),
    "sv": (("are", ("arna",)), ("a", ("or", "an")), ("", ("er", "ar", "en"))),
    "da": (("er", ("ere", "eren")), ("e", ("er", "en", "erne")), ("", ("er", "en"))),
    "no": (("er", ("ere", "eren")), ("e", ("er", "en")), ("", ("er", "en"))),
    "it": (
        ("tore", ("trice", "tori", "trici")),
        ("iere", ("iera", "ieri")),
        ("ista", ("isti", "iste")),
        ("co", ("ca", "ci", "che")),
        ("o", ("a", "i", "e")),
        ("ca", ("che",)),
        ("a", ("e",)),
        ("e", ("i", "essa")),
    ),
}


class WordForms:
    """Brings the words of a piece into the forms in which a language's titles are listed."""

    def __init__(self, titles: Mapping[str, Iterable[str]]) -> None:
        shared = words().roles | words().leading
        english = _words_of(titles.get("en", ()))
        persons = sorted(word for word in english | shared if word.endswith(_PERSONS))
        roles = shared - english
        self._english = _by(_forms, persons, _PLURAL)
        self._others: list[dict[str, str]] = []
        self._bases: list[dict[str, str]] = []
        for language, endings in _ENDINGS.items():
            listed = _words_of(titles.get(language, ()))
            for forms in (
                _by(_forms, (*sorted(listed), *sorted(roles)), endings),
                _by(_bases, sorted(listed), endings),
            ):
                self._others.append({form: word for form, word in forms.items() if form not in english})
        self._other = frozenset().union(*self._others)

    def singular(self, text: str) -> str:
        """The piece with one person in place of several: "sales manager" of "sales managers"."""
        found = text.split()
        return text if self._english.keys().isdisjoint(found) else _with(found, self._english)

    def readings(self, text: str, bases: bool) -> list[str]:
        """The piece as each language but English would list it: with the first of its words in another form, or all.

        `bases`: also where the listed form is the one made of the other ("assistante" for "assistant").
        """
        found = text.split()
        if self._other.isdisjoint(found):
            return []
        readings: list[str] = []
        for listed in (*self._others, *(self._bases if bases else ())):
            first = next((place for place, word in enumerate(found) if word in listed), None)
            if first is not None:
                readings.append(" ".join([*found[:first], listed[found[first]], *found[first + 1 :]]))
                readings.append(once := _with(found, listed))
                readings.append(_with(once.split(), listed))  # "inmobiliarias" of "inmobiliaria", that of "-o"
        return list(dict.fromkeys(readings))


def _with(found: Sequence[str], listed: Mapping[str, str]) -> str:
    return " ".join([listed.get(word, word) for word in found])


def _words_of(titles: Iterable[str]) -> set[str]:
    return {word for title in titles for word in phrase_spelled(title).split() if len(word) >= SHORTEST}


def _by(forms: Callable[[str, Endings], list[str]], listed: Iterable[str], endings: Endings) -> dict[str, str]:
    """The word listed for each other form of it."""
    by_form: dict[str, str] = {}
    for word in listed:
        for form in forms(word, endings):
            by_form.setdefault(form, word)
    return by_form


def _forms(word: str, endings: Endings) -> list[str]:
    """The other forms of a word: "gestora", "gestores" of "gestor"."""
    for ending, others in endings:
        if word.endswith(ending):
            return [word.removesuffix(ending) + other for other in others]
    return []


def _bases(word: str, endings: Endings) -> list[str]:
    """What a word may be a form of: "assistant" of "assistante"."""
    return [
        word.removesuffix(other) + ending
        for ending, others in endings
        for other in others
        if word.endswith(other) and len(word) - len(other) >= SHORTEST
    ]
