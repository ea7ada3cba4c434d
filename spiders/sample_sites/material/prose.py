"""Composing the text of a vacancy from a company's and a role's sentences. Plain text in parts; no markup here.

A sentence may hold `[one|other]` choices and `{slots}`; both are decided by dice seeded with company, role and
title, so one vacancy reads the same on every board and no two companies share a sentence.
"""

import re
from dataclasses import dataclass
from typing import Any

from spiders.sample_sites.material.dice import Dice
from spiders.sample_sites.material.vacancies import Vacancy, data

CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")
#: what stands before an area in a sentence and not in a title
ARTICLE = re.compile(r"^(the|der|die|das|le|la|les|los|las|l') ?")
LISTS = {"users", "objects", "metrics", "stack", "partners", "rituals"}


@dataclass(frozen=True, slots=True)
class Prose:
    """The parts of one advertisement."""

    about: list[str]
    why: list[str]
    do: list[str]
    bring: list[str]
    plus: list[str]
    offer: list[str]
    closing: str
    headings: dict[str, str]


def compose(vacancy: Vacancy) -> Prose:
    """The advertisement of a vacancy, in the vacancy's language."""
    company = data("companies.yaml")[vacancy.company]
    words = company | company.get(vacancy.language, {})
    role = data(f"roles/{vacancy.role}.yaml")
    dice = Dice("prose", vacancy.company, vacancy.role, vacancy.text_title)
    writer = _Writer(words, dice, vacancy.text_title)
    return Prose(
        about=dice.some(words["about"], 2),
        why=writer.some(role["why"], 2),
        do=writer.some(role["do"], 4 + dice.below(3)),
        bring=writer.some(role["bring"], 4 + dice.below(2)),
        plus=writer.some(role["plus"], dice.below(3)),
        offer=dice.some(words["offer"], 2),
        closing=words["closing"],
        headings=words["headings"],
    )


class _Writer:
    """Fills sentences with one company's words, using up its lists before repeating a word."""

    def __init__(self, words: dict[str, Any], dice: Dice, title: str) -> None:
        self._words = words
        self._dice = dice
        self._decks: dict[str, list[str]] = {}
        named = [area for area in words["areas"] if ARTICLE.sub("", area).lower() in title.lower()]
        self._area = (named or dice.some(words["areas"], 1))[0]

    def some(self, sentences: list[str], count: int) -> list[str]:
        return [self.fill(sentence) for sentence in self._dice.some(sentences, count)]

    def fill(self, sentence: str) -> str:
        chosen = CHOICE.sub(lambda found: self._dice.pick(found[1].split("|")), sentence)
        return SLOT.sub(lambda found: self._word(found[1]), chosen)

    def _word(self, slot: str) -> str:
        if slot.endswith("_c"):
            word = self._word(slot.removesuffix("_c"))
            return word[0].upper() + word[1:]
        if slot == "area":
            return str(self._area)
        if slot == "company":
            return str(self._words["name"])
        plural = {"metric": "metrics", "ritual": "rituals"}.get(slot, slot)
        return self._next(plural) if plural in LISTS else str(self._words[slot])

    def _next(self, name: str) -> str:
        if not self._decks.get(name):
            self._decks[name] = self._dice.some(self._words[name], len(self._words[name]))
        return self._decks[name].pop()
