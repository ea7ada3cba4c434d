"""Phrases in running text: whole words only, longest first, short phrases among longer ones."""

import pytest

from pipelines.classify.phrasebook import TextPhrases

PHRASES = ["sql", "sql server", "c#", "p&l", "data lake", "ux", "m\u00fcller"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sql and data lake", {"sql": 0, "data lake": 8}),
        ("data lake, sql", {"data lake": 0, "sql": 11}),
        ("sql server", {"sql server": 0}),
        ("sql server or sql", {"sql server": 0, "sql": 14}),
        ("mysql, nosql, sqlite", {}),
        ("nosql sql sql", {"sql": 6}),
        ("c#/ux (p&l)", {"c#": 0, "ux": 3, "p&l": 7}),
        ("uxe \u00fcux ux\u00fc", {}),
        ("herr m\u00fcller", {"m\u00fcller": 5}),
        ("", {}),
    ],
)
def test_phrases_of_a_text(text: str, found: dict[str, int]) -> None:
    phrases = TextPhrases(PHRASES)
    assert list(read(phrases, text).items()) == list(found.items())
    assert read(TextPhrases([*PHRASES, *(f"filler {number}" for number in range(100))]), text) == found


def read(phrases: TextPhrases, text: str) -> dict[str, int]:
    return {phrases.phrases[number]: place for number, place in phrases.find(text.encode()).items()}
