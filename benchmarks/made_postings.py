"""Made-up postings whose duplicates are known.

A fifth are second listings of an earlier posting, edited as sites do; a sixth are near misses that must stay apart.
The generator and the matcher have one author: a good score here gates against regressions and proves no real quality.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import orjson

from benchmarks.made_texts import (
    CITIES,
    COUNTRIES,
    FORMS,
    LEVELS,
    ROLES,
    TEAMS,
    company_names,
    german_sentences,
    sentences,
)

Posting = dict[str, Any]
AGGREGATORS = ("adzuna:us", "linkedin:jobs", "indeed:uk", "jobright:us", "feed:remote", "feed:europe")
ABBREVIATIONS = (
    ("Senior", "Sr."),
    ("Junior", "Jr."),
    ("Manager", "Mgr"),
    ("Engineer", "Eng"),
    ("Representative", "Rep"),
)
GENDER = (" (m/w/d)", " (m/f/d)", " (all genders)", " (f/m/x)", " (H/F)")
RECENT = 40_000


class Maker:
    """One stream of postings; the same for the same count and seed."""

    def __init__(self, count: int, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - no secret
        self.names = company_names(max(count // 25, 3), self.random)
        self.duties = sentences(20_000, self.random)
        self.praise = sentences(4_000, self.random)
        self.german = german_sentences(8_000, self.random)
        self.number = 0

    def postings(self, count: int) -> Iterator[Posting]:
        """So many postings, each with the `entity` it lists."""
        recent: list[Posting] = []
        near = (self._other_city, self._other_city, self._other_city, self._other_level, self._other_team, self._twin,
                self._other_year, self._other_language)  # fmt: skip
        copies = (self._mirror, self._mirror, self._mirror, self._mirror, self._repost, self._second_board)
        for _ in range(count):
            chance = self.random.random()
            if recent and chance < 0.2:
                yield self.random.choice(copies)(self.random.choice(recent))
                continue
            made = (
                self.random.choice(near)(self.random.choice(recent)) if recent and chance < 0.36 else self._original()
            )
            if len(recent) < RECENT:
                recent.append(made)
            else:
                recent[self.random.randrange(RECENT)] = made
            yield made

    def _original(self) -> Posting:
        pick = self.random.choice
        company = int(len(self.names) * self.random.random() ** 2)
        team = f", {pick(TEAMS)}" if self.random.random() < 0.6 else ""
        year = (
            f" Intern, {pick(('Summer', 'Fall'))} {self.random.randrange(2024, 2028)}"
            if self.random.random() < 0.03
            else ""
        )
        title = " ".join(f"{pick(LEVELS)} {pick(ROLES)}".split()) + (year or team)
        return self._listed(company, title, self.random.randrange(len(CITIES)), self._text(company))

    def _listed(self, company: int, title: str, city: int, text: str, language: str = "en") -> Posting:
        """A posting of the employer's own board."""
        self.number += 1
        names, state, country = CITIES[city]
        number = 4_000_000 + self.number
        requisition = f"R-{100_000 + self.number}" if company % 3 == 0 else None
        return {
            "id": f"p{self.number}",
            "entity": self.number,
            "source": f"greenhouse:c{company}",
            "title": title,
            "company": self.names[company],
            "location": f"{names[0]}, {state or COUNTRIES[country][0]}",
            "description": text,
            "url": _own_url(company, number),
            "posted": "2026-11-20",
            "requisition_id": requisition,
            "language": language,
            "_company": company,
            "_city": city,
        }

    def _text(self, company: int, pool: list[str] | None = None) -> str:
        """About two kilobytes: what the employer says of itself everywhere, and this job's duties."""
        own = [self.praise[(company * 7 + at * 31) % len(self.praise)] for at in range(4)]
        duties = self.random.choices(pool or self.duties, k=11)
        return "\n".join((*own[:2], "What you will do", *(f"- {duty}" for duty in duties), "What we offer", *own[2:]))

    def _again(self, posting: Posting, **changes: Any) -> Posting:
        """The posting under a new id, listing another vacancy on the same board."""
        made = self._listed(posting["_company"], posting["title"], posting["_city"], posting["description"])
        return made | changes

    # near misses

    def _other_city(self, posting: Posting) -> Posting:
        company, text = posting["_company"], posting["description"]
        city = (posting["_city"] + self.random.randrange(1, len(CITIES))) % len(CITIES)
        return self._listed(company, posting["title"], city, text)

    def _other_level(self, posting: Posting) -> Posting:
        words = posting["title"].split()
        kept = words[1:] if words[0] in LEVELS else words
        other = [level for level in LEVELS if level != (words[0] if words[0] in LEVELS else "")]
        return self._again(posting, title=f"{self.random.choice(other)} {' '.join(kept)}".strip())

    def _other_team(self, posting: Posting) -> Posting:
        title = f"{posting['title'].partition(',')[0]}, {self.random.choice(TEAMS)} {self.random.randrange(2, 99)}"
        return self._again(posting, title=title, description=self._text(posting["_company"]))

    def _twin(self, posting: Posting) -> Posting:
        return self._again(posting, description=self._text(posting["_company"]))

    def _other_year(self, posting: Posting) -> Posting:
        return self._again(
            posting, title=f"{posting['title'].partition(',')[0]}, Fall {2028 + self.random.randrange(3)}"
        )

    def _other_language(self, posting: Posting) -> Posting:
        text = self._text(posting["_company"], self.german)
        return self._again(posting, description=text, language="de")

    # second listings

    def _mirror(self, posting: Posting) -> Posting:
        """On an aggregator, edited."""
        self.number += 1
        chance = self.random.random
        url = (
            posting["url"] + "?utm_source=feed"
            if chance() < 0.1
            else f"https://feed.example/view/{77_000_000 + self.number}"
        )
        return posting | {
            "id": f"p{self.number}",
            "source": self.random.choice(AGGREGATORS),
            "title": self._retitled(posting["title"]),
            "company": posting["company"] + (self.random.choice(FORMS) if chance() < 0.6 else ""),
            "location": self._relocated(posting["_city"]),
            "description": self._retold(posting["description"]),
            "url": url,
            "requisition_id": posting["requisition_id"] if chance() < 0.2 else None,
            "language": posting["language"] if chance() < 0.7 else None,
        }

    def _repost(self, posting: Posting) -> Posting:
        """On the same board under a new id."""
        self.number += 1
        return posting | {"id": f"p{self.number}", "url": _own_url(posting["_company"], 4_000_000 + self.number)}

    def _second_board(self, posting: Posting) -> Posting:
        """On another board of the employer, worded alike."""
        made = self._repost(posting)
        text = " ".join(posting["description"].replace("- ", "").split())
        own = {"source": f"lever:c{posting['_company']}", "location": self._relocated(posting["_city"])}
        return (
            made
            | own
            | {"description": text, "url": f"https://careers.c{posting['_company']}.example/role/{self.number}"}
        )

    def _retitled(self, title: str) -> str:
        for word, short in ABBREVIATIONS:
            if word in title and self.random.random() < 0.3:
                title = title.replace(word, short)
        chance = self.random.random()
        if chance < 0.2:
            return title + self.random.choice(GENDER)
        if chance < 0.3:
            return title.upper()
        if chance < 0.35:
            return title + " - Remote"
        return self._mistyped(title) if chance > 0.97 else title

    def _mistyped(self, title: str) -> str:
        """With two letters of a long word swapped."""
        word = max(title.replace(",", "").split(), key=len)
        at = self.random.randrange(1, max(len(word) - 2, 2))
        return title.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :])

    def _relocated(self, city: int) -> str:
        names, state, country = CITIES[city]
        name, land = self.random.choice(names), self.random.choice(COUNTRIES[country])
        forms = [f"{name}, {land}", f"{name}, {state}, {land}" if state else name, f"{name}, {state or land}"]
        forms.append(f"{name} ({land})" if not state else f"{name}, {state}, {country}")
        return self.random.choice(forms)

    def _retold(self, text: str) -> str | None:
        chance = self.random.random()
        if chance < 0.08:
            return None
        flat = " ".join(text.replace("\n- ", " ").split()) if chance < 0.7 else text
        if chance < 0.3:
            return flat[: self.random.randrange(300, 900)] + "..."
        return flat.replace("What we offer", "Benefits") if chance < 0.5 else flat


def _own_url(company: int, number: int) -> str:
    """Employers spread over ways of hosting their board."""
    if company % 3 == 0:
        return f"https://boards.greenhouse.io/c{company}/jobs/{number}"
    if company % 3 == 1:
        tail = f"{number:012x}"
        return f"https://jobs.lever.co/c{company}/{number * 2654435761 % 2**32:08x}-0a1b-4c2d-8e3f-{tail}"
    return f"https://c{company}.example/careers/openings/role-{number}"


def write(path: Path, count: int, seed: int = 1) -> None:
    """The postings as JSON Lines in a mixed order."""
    with path.open("wb") as file:
        for posting in Maker(count, seed).postings(count):
            file.write(orjson.dumps({key: value for key, value in posting.items() if key[0] != "_"}) + b"\n")
