"""Words: one spelling for everything compared in a title. Which hub a word speaks for belongs in the hub files."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from pipelines.classify.yaml_lines import read_yaml

_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "đ": "d", "\u0131": "i", "\u2019": "'", "&": " and ", "œ": "oe"}
)
# scripts without blanks stand apart from those with: "資深android工程師" is three words
_TOKEN = re.compile(
    r"/|\.net\b|[cf]#|c\+\+|[^\W\x00-\u2e7f]+|[^\W_\u2e80-\U0010ffff]+(?:[.'][^\W_\u2e80-\U0010ffff]+)*"
)
CJK_STARTS = "\u2e80"


class Words(BaseModel):
    """The word lists of words.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    abbreviations: dict[str, str]
    expansions: dict[str, str]
    roles: frozenset[str]
    leading: frozenset[str]
    glued: tuple[str, ...]
    levels: frozenset[str]
    places: frozenset[str]
    areas: frozenset[str]
    linking: frozenset[str]
    joiners: frozenset[str]
    spelled_right: frozenset[str]
    events: tuple[str, ...]
    event_endings: tuple[str, ...]
    before_names: frozenset[str]
    lead_ins: tuple[str, ...]
    broad_departments: frozenset[str]
    outside: dict[str, tuple[str, ...]]


@cache
def words() -> Words:
    """The shared word lists, read once."""
    data, _ = read_yaml(Path(__file__).with_name("words.yaml"))
    return Words.model_validate(data)


def unaccented(text: str) -> str:
    """Lower case without accents; scripts other than Latin stay as they are."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered.replace("&", " and ")
    decomposed = unicodedata.normalize("NFKD", lowered.translate(_PLAIN))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFKC", plain)


def tokens(text: str) -> list[str]:
    """The words of a text that has gone through `unaccented`, abbreviations written out."""
    found = _TOKEN.findall(text)
    known = words().abbreviations
    if known.keys().isdisjoint(found):
        return found
    return " ".join([known.get(token, token) for token in found]).split()


def spelled(text: str) -> str:
    """The one spelling in which titles and phrases are compared: plain words, one blank between."""
    found = tokens(unaccented(text))
    if _expandable().isdisjoint(found):
        return " ".join(found)
    joined = f" {' '.join(found)} "
    for long, short in words().expansions.items():
        if f" {long} " in joined:
            joined = joined.replace(f" {long} ", f" {short} ")
    return joined.strip()


#: a hub's phrases are asked for by their check, the phrase search and the speller
phrase_spelled = cache(spelled)


@cache
def _expandable() -> frozenset[str]:
    """The words that begin an expansion: most titles hold none of them."""
    return frozenset(long.split()[0] for long in words().expansions)


def is_word(char: str) -> bool:
    """Whether a character continues a Latin word; CJK characters stand by themselves."""
    return char.isalnum() and char < CJK_STARTS
