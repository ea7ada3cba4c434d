"""Reading a job title into the words that tell the role. How titles compare is not here."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from pipelines.companies import LEGAL_FORMS, fold
from pipelines.dedupe.matching.place_names import SHORT_CITIES, STATES, countries, town_of
from pipelines.dedupe.matching.place_reading import read_places
from pipelines.dedupe.matching.places import Place, PlaceRelation, compare_places, merge_places
from pipelines.dedupe.matching.title_marks import in_one_gender, is_amount, without_cut, without_marks
from pipelines.dedupe.matching.title_words import (
    COMPOUNDS,
    CONNECTORS,
    DECORATION,
    SPELLINGS,
    STOP_WORDS,
    WORKPLACE_DETAILS,
    WORKPLACE_WORDS,
)
from pipelines.dedupe.matching.titles import Title, is_intake

LONGEST = 1000

_LEADING = re.compile(
    r"\s*(?:copy of\b|\d+\s?x\s|job\s?:|(?:vaga|nous recrutons|vi soker)\b:?|(?:now |were )?hiring\s?:|new!|poste de\b"
    r"|\[?recrutement\s?[]:\u2013-]|(?:offre(?: de mission| demploi)?|mission|poste|profil recherche|oportunidade)\s?:"
    r"|remote (?!sens|support|control|pilot|hands|monitor|access|desktop|infra|work|site|patient|operat))\s*"
)
_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SEGMENTS = re.compile(r"[()\[\]【】|,;•!]|\*{2,}|\s[-\u2013\u2014@:]\s?|[-\u2013\u2014:@]\s|\s/+\s")
# One of these is in whatever parts two segments; many titles have none.
_MAY_PART = re.compile(r"[()\[\]【】|,;•!*\-\u2013\u2014@:/]")
_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_IN = frozenset({"in", "i", "em", "a", "en", "at"})
LONGEST_NAME = 4
_OPENING = ("(", "[", "\u3010")


def read_title(text: str | None, employer: str | None = None, places: tuple[Place, ...] = ()) -> Title:
    """The words that tell the role: no place, no employer (a company key), no gender marks, no recruiting words."""
    return read_alone(text).of(employer, places)


def read_in_context(text: str, employer: str | None, places: tuple[Place, ...]) -> Title:
    """The title of one employer's posting at these places: what repeats either of them goes."""
    segments, requisition = _parse(text, places)
    return _told(text, segments, requisition, employer, places)


def _told(
    text: str, segments: list[list[str]], requisition: str | None, employer: str | None, places: tuple[Place, ...]
) -> Title:
    """The words of the segments that tell the role; all of them where none does."""
    kept = [words for words in segments if not _is_decoration(words, employer, places)] or segments
    kept = _without_initials(kept) if len(kept) > 1 else kept
    told = [word for words in kept for word in words]
    told = _without_employer(told, employer)
    if len(rest := _without_place(told, places)) < len(told):
        told = _without_employer(rest, employer)
    words = tuple(sorted(_spell(told))) or tuple(sorted(_WORD.findall(_fold(text))))
    heads = (tuple(sorted(_spell(head))) for head in _heads(kept, text)) if len(kept) > 1 else ()
    anytime = tuple(word for word in words if not is_intake(word))
    return Title(words, requisition, tuple(head for head in (*heads, anytime) if _is_less(head, words)))


def _is_less(head: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the head is some of the words, and not all."""
    return 0 < len(head) < len(words) and set(head) <= set(words)


def _heads(segments: list[list[str]], text: str) -> Iterator[list[str]]:
    """What is left of a title that lost an amount; else what stands first, and all but the last or a first aside."""
    rest = [words for words in segments if not is_amount(words[0])]
    if len(rest) < len(segments):
        yield list(chain.from_iterable(rest))
        return
    yield segments[0]
    if len(segments) > 2:
        yield list(chain.from_iterable(segments[:-1]))
    if text.lstrip().startswith(_OPENING):
        yield list(chain.from_iterable(segments[1:]))


def _without_initials(segments: list[list[str]]) -> list[list[str]]:
    """The segments without one that abbreviates another: "Speech-Language Pathologist (SLP)"."""
    initials = {"".join(word[0] for word in words) for words in segments if len(words) > 1}
    return [words for words in segments if len(words) > 1 or words[0] not in initials]


@dataclass(slots=True)
class Alone:
    """A title read without knowing whose it is, kept because many postings share it, and what could change it.

    `firsts` and `lasts` are the words at the ends of its segments, `names` what a segment may name of a place,
    `asides` the places in its brackets.
    """

    text: str
    title: Title
    firsts: tuple[str, ...]
    lasts: tuple[str, ...]
    names: frozenset[str]
    asides: tuple[tuple[Place, ...], ...]
    has_in: bool

    def of(self, employer: str | None, places: tuple[Place, ...]) -> Title:
        """The title of one employer's posting at these places."""
        if employer and (employer.startswith(self.firsts) or employer.endswith(self.lasts)):
            return self._in_context(employer, places)
        return self._in_context(employer, places) if places and self._may_name(places) else self.title

    def _in_context(self, employer: str | None, places: tuple[Place, ...]) -> Title:
        """The title without what repeats employer and place, and what repeated the place."""
        told = read_in_context(self.text, employer, places)
        kept = {*told.words, *WORKPLACE_DETAILS}
        named = [word for word in self.title.words if word not in kept and word not in (employer or "")]
        return replace(told, places=frozenset(named)) if named else told

    def _may_name(self, places: tuple[Place, ...]) -> bool:
        """Whether one of the places may stand in the title."""
        if any(place.head and place.head.endswith(self.lasts) for place in places):
            return True
        if self.has_in or any(compare_places(one, places) >= PlaceRelation.OVERLAP for one in self.asides):
            return True
        if not self.names:
            return False
        own, names = merge_places(places), self.names
        return not (names.isdisjoint(own.names) and names.isdisjoint(own.countries) and names.isdisjoint(own.states))


@lru_cache(maxsize=262144)
def read_alone(text: str | None) -> Alone:
    """The title as any employer's anywhere."""
    text = (text or "")[:LONGEST]
    text = without_cut(html.unescape(text) if "&" in text else text)
    plain, requisition = without_marks(text)
    segments = _segments(plain)
    asides = map(read_places, filter(None, _ASIDE.findall(plain)))
    hints = map(_place_hints, map(tuple, segments)) if len(segments) > 1 else ()
    return Alone(
        text,
        _told(text, segments, requisition, None, ()),
        firsts=tuple([words[0] for words in segments]),
        lasts=tuple([word for words in segments for word in _last_words(words)]),
        names=frozenset().union(*hints),
        asides=tuple(filter(None, asides)),
        has_in=not all(map(_IN.isdisjoint, segments)),
    )


def _last_words(words: list[str]) -> list[str]:
    """The words in which an employer's name may end: the last, or what stands before a legal form."""
    return words[-2:] if words[-1] in LEGAL_FORMS else words[-1:]


@lru_cache(maxsize=65536)
def _place_hints(words: tuple[str, ...]) -> set[str]:
    """What a place would have to have for the segment to repeat it: a name, or the code of a country or state."""
    phrase = " ".join(_bare(list(words)))
    hints = {_town(phrase), countries().get(phrase, ""), STATES.get(phrase, ("", ""))[1]}
    head, _, last = phrase.rpartition(" ")
    return (hints | {head} if last in STATES else hints) - {""}


def _parse(text: str, places: tuple[Place, ...]) -> tuple[list[list[str]], str | None]:
    """The words of every segment of the title, and the requisition id that stood among them."""
    text, requisition = without_marks(text)
    if places:
        text = _ASIDE.sub(lambda aside: _keep_aside(aside, places), text)
    return _segments(text), requisition


def _segments(text: str) -> list[list[str]]:
    """The words of every segment that has any."""
    text = _fold(text)
    text = in_one_gender(text)
    if leading := _LEADING.match(text):
        text = text[leading.end() :]
    if not _MAY_PART.search(text):
        return [words] if (words := _WORD.findall(text)) else []
    return [words for words in map(_WORD.findall, _SEGMENTS.split(text)) if words]


def _fold(text: str) -> str:
    """Folded, without apostrophes, "&" as a word."""
    return fold(text).replace("'", "").replace("\u2019", "").replace("&", " and ")


def _spell(words: list[str]) -> list[str]:
    """One spelling a word, compounds joined, stop words and plurals gone."""
    spelled: list[str] = []
    for word in words:
        if spelled and (joined := COMPOUNDS.get((spelled[-1], word))):
            spelled[-1] = joined
            if len(spelled) > 1 and (longer := COMPOUNDS.get((spelled[-2], joined))):
                spelled[-2:] = [longer]
        elif word not in STOP_WORDS:
            spelled.append(word)
    return [one for word in spelled for one in _spelling(word)]


@lru_cache(maxsize=65536)
def _spelling(word: str) -> tuple[str, ...]:
    """The word's one spelling, without a plural s."""
    word = SPELLINGS.get(word, word)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = SPELLINGS.get(word[:-1], word[:-1])
    return tuple(word.split())


def _is_decoration(words: list[str], employer: str | None, places: tuple[Place, ...]) -> bool:
    """A segment that repeats the place or the employer, or only recruits."""
    if not employer and not places:
        return _is_recruiting(tuple(words))
    phrase = " ".join(words)
    if phrase in DECORATION or "".join(words) == employer:
        return True
    bare = _bare(words)
    if len(bare) > LONGEST_NAME:
        return False
    phrase = " ".join(bare)
    return not bare or phrase in DECORATION or (bool(places) and _repeats(phrase, merge_places(places)))


@lru_cache(maxsize=65536)
def _is_recruiting(words: tuple[str, ...]) -> bool:
    """A segment that says nothing about the role, whosever it is."""
    bare = _bare(list(words))
    return not bare or " ".join(words) in DECORATION or " ".join(bare) in DECORATION


def _bare(words: list[str]) -> list[str]:
    """The segment's words without what it says about the workplace and without leading stop words."""
    bare = words if WORKPLACE_WORDS.isdisjoint(words) else [word for word in words if word not in WORKPLACE_DETAILS]
    while bare and bare[0] in STOP_WORDS:
        bare = bare[1:]
    return bare


def _keep_aside(aside: re.Match[str], places: tuple[Place, ...]) -> str:
    """A bracketed list of the posting's own places goes; any other aside stays."""
    if not aside[1]:
        return aside[0]
    return " " if compare_places(read_places(aside[1]), places) >= PlaceRelation.OVERLAP else aside[0]


def _without_place(words: list[str], places: tuple[Place, ...]) -> list[str]:
    """The words without "in Berlin" or "Berlin" at their end, where Berlin is the posting's own place."""
    for place in places:
        for size in (1, 2, 3):
            if len(words) > size + 1 and _names(words[-size:], place):
                before = words[-size - 1]
                if before in _IN:
                    return words[: -size - 1]
                return words if before in STOP_WORDS else words[:-size]
    return words


def _names(words: list[str], place: Place) -> bool:
    """Whether the words name the place's city."""
    return _town(" ".join(words)) in place.names


def _town(phrase: str) -> str:
    """The phrase, or the town that titles call so."""
    return SHORT_CITIES.get(phrase) or town_of(phrase)


def _repeats(phrase: str, own: Place) -> bool:
    """Whether the phrase says where the posting is."""
    if _town(phrase) in own.names or countries().get(phrase) in own.countries:
        return True
    if phrase in STATES:
        return STATES[phrase][1] in own.states
    words = phrase.split()
    return len(words) > 1 and words[-1] in STATES and " ".join(words[:-1]) in own.names


def _without_employer(words: list[str], employer: str | None) -> list[str]:
    """The words without "at Acme" at their end or "Acme hires" at their start."""
    if not employer or not words:
        return words
    for end in (len(words), len(words) - 1) if words[-1] in LEGAL_FORMS else (len(words),):
        for size in range(1, min(LONGEST_NAME, end - 1) + 1) if employer.endswith(words[end - 1]) else ():
            if "".join(words[end - size : end]) == employer:
                rest = words[: end - size]
                return rest[:-1] if len(rest) > 1 and rest[-1] in CONNECTORS else rest
    if employer.startswith(words[0]):
        for size in range(1, min(LONGEST_NAME, len(words) - 1)):
            if "".join(words[:size]) == employer and words[size] in CONNECTORS:
                return words[size + 1 :]
    return words
