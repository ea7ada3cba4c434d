"""How challenges are named: a hub's word before an event word, or glued to its ending. Worth: weights.py."""

import re
from collections.abc import Iterator

from pipelines.classify.hub_files import Hub
from pipelines.classify.phrasebook import Entry, Hit
from pipelines.classify.titles import Piece
from pipelines.classify.words import words

#: "product@campus" is how a club signs; "product @ campus" is a place
_GLUED_AT = re.compile(r"(?<=\w)@(?=\w)")
_GLUED_YEAR = re.compile(r"(?<=[^\W\d_]{3})['\u2019]?(?P<year>(?:20)?\d\d)\b")


def challenge_names(hub: Hub) -> Iterator[Entry]:
    """Every name a challenge of the hub may have; in running text only those whose first part is several words."""
    known = words()
    for first in hub.challenge_names.of:
        for event in known.events:
            yield Entry(hub.hub, "challenge name", f"{first} {event}")
            if " " in first:
                yield Entry(hub.hub, "challenge told", f"{first} {event}")
    for first in hub.challenge_names.coined:
        glued = dict.fromkeys([*known.event_endings, *(event for event in known.events if " " not in event)])
        yield from (Entry(hub.hub, "challenge coined", f"{first}{ending}") for ending in glued)
        yield from (Entry(hub.hub, "challenge coined", f"{first} {ending}") for ending in ("thon", "athon", "a thon"))


def written_out(text: str) -> str:
    """A name in which a glued @ reads as the club it stands for, and a glued year stands apart."""
    return _GLUED_YEAR.sub(r" \g<year>", _GLUED_AT.sub(" club ", text))


def is_qualified(piece: Piece, hit: Hit) -> bool:
    """Whether the word before a name says that it is about some product and not about the discipline."""
    before = piece.text[: hit.start].split()
    return bool(before) and before[-1] not in words().before_names and not before[-1].isdigit()
