"""Which events are challenges, and of what kind, by schema.org type, name and address. The words are data."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason

#: what a challenge calls itself, the strongest word first
_KINDS = {
    "case": r"\bcase[- ](?:study )?(?:competition|challenge|contest)s?\b",
    "hackathon": r"hackh?a(?:thon|ton|tón)|\bhack ?(?:fest|day|night|week(?:end)?|jam)s?\b|\bhacks\b|\bcode ?fest\b"
    r"|\b(?:game|code) jam\b|\b(?:idea|data|design|build|make|code|policy|product|prod)-?a?-?thons?\b"
    r"|해커톤|ハッカソン|黑客(?:松|马拉松)|хакатон|χάκαθον",
    "competition": r"\b(?:contest|competition|challenge|championship|olympiad|tournament|ctf|prize|open call)s?\b"
    r"|\bquiz(?:zes)?\b|\bawards?\b(?! (?:ceremony|gala|dinner|night|show))|\bcapture the flag\b|\bpitch battle\b"
    r"|\bconcours\b|\bconcursos?\b|\bconcors[oi]\b|wettbewerb|\bdesaf[ií]os?\b|\bretos?\b|\bkonkurs|\bzawody\b"
    r"|공모전?|경진대회|챌린지|콘테스트|어워즈|경연|대회|コンテスト|コンペ|チャレンジ|竞赛|大赛|挑战赛|конкурс|соревнован",
}
_WORDS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _KINDS.items()}


def kind_of(types: Any, name: str, url: str) -> str:
    """The kind of challenge. Raises PayloadError(`not_listed`) for an event that calls itself none."""
    if "Hackathon" in str(types):
        return "hackathon"
    folders = unquote(urlsplit(url).path).replace("-", " ").replace("_", " ")
    for text in (name, folders):
        found = next((kind for kind, words in _WORDS.items() if words.search(text)), None)
        if found:
            return found
    raise PayloadError(RejectReason.NOT_LISTED, f"an event that calls itself no challenge: {name[:80]!r}")
