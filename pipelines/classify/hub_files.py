"""Hub files: read `hubs/<hub>.yaml` into checked values. How a listing is scored belongs in scoring.py.

`titles` name the job; `fields` name its field and make a job together with a role word ("marketing" + "manager");
`contested` are titles of another hub, or of many, which are this one's where the rest of the listing speaks for it
more ("systems engineer" in an IT department). `phrases` are hints in title, department, tags and text; `excludes`
veto the hub when the title holds them, but not behind a part that names its job; `challenges` are hints in a
challenge, `challenge_names` make its name with an event word of words.yaml, `challenge_hosts` are its organizers.
`beside` are hubs whose field in a title of this hub's job makes it theirs as well ("finance analyst"); `serves` are
hubs whose field there only says for whom the work is ("software engineer, accounting").
A leading hyphen ("-entwickler") means: also as the end of a longer word. `hints` may mean the job ("pm"): where a
title names no job, they let the rest of the listing say so; `departments` are such a listing's, word for word. In
titles, hints, excludes and levels "(jefe|jefa) de producto" stands for both, "(de |)producto" for with and without.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from pipelines.classify.words import phrase_spelled
from pipelines.classify.yaml_lines import Lines, Where, read_yaml
from warehouse.errors import UsageError
from warehouse.vocabulary import Level

HUBS_FOLDER = Path(__file__).parent / "hubs"
_CHOICE = re.compile(r"\(([^()]*)\)")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Faq(_Strict):
    """One question of the hub page and its answer."""

    question: str
    answer: str


class Weighted(_Strict):
    """Phrases in three weights."""

    strong: tuple[str, ...] = ()
    fair: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class Names(_Strict):
    """Words that name a challenge together with an event word: before one (`of`), or glued to one (`coined`)."""

    of: tuple[str, ...] = ()
    coined: tuple[str, ...] = ()


class Rung(_Strict):
    """One step of the ladder; the first step that fits a title wins.

    `titles` say the step and the job at once, `words` say it beside the job or in a part of their own ("Product
    Manager - Vice President"), `anywhere` wherever they stand.
    """

    level: Level
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()


class Hub(_Strict):
    """A skill with its page and the phrases that make a listing belong to it."""

    hub: str
    name: str
    tagline: str
    definition: str
    why_it_matters: str
    career_paths: str
    practice: str
    faq: tuple[Faq, ...]
    titles: dict[str, tuple[str, ...]]
    fields: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    phrases: Weighted
    hints: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    challenges: Weighted
    challenge_names: Names = Names()
    challenge_hosts: tuple[str, ...] = ()
    challenge_excludes: tuple[str, ...] = ()
    levels: tuple[Rung, ...] = ()
    title_needed: bool = False


def load_hubs(folder: Path | None = None) -> tuple[Hub, ...]:
    """Read every hub file of a folder, sorted by name.

    Raises UsageError naming file and line for a file that cannot be used, and for a folder without hubs.
    """
    files = sorted((folder or HUBS_FOLDER).glob("*.yaml"))
    if not files:
        raise UsageError(f"{folder or HUBS_FOLDER} holds no hub file (*.yaml)")
    known = frozenset(file.stem for file in files)
    return tuple(_load(file, known) for file in files)


@cache
def shipped_hubs() -> tuple[Hub, ...]:
    """The hub files that come with Rolecall, read once a process: by them it classifies, their texts it publishes."""
    return load_hubs()


def _load(file: Path, known: frozenset[str]) -> Hub:
    data, lines = read_yaml(file)
    if not isinstance(data, dict):
        raise UsageError(f"{file}:1: a hub file is a mapping of keys")
    if "hub" in data:
        raise UsageError(f"{file}:{lines.line(('hub',))}: leave out hub, the file name is the hub")
    try:
        hub = Hub.model_validate({**data, "hub": file.stem})
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(part for part in first["loc"] if part != "[key]")
        raise UsageError(f"{file}:{lines.line(where)}: {'.'.join(map(str, where))}: {first['msg']}") from error
    _refuse_useless(file, hub, lines)
    for key, others in (("beside", hub.beside), ("serves", hub.serves)):
        for number, other in enumerate(others):
            if other == hub.hub or other not in known:
                raise UsageError(f"{file}:{lines.line((key, number))}: {key}: {other!r} is no other hub here")
    return _with_variants(hub)


@cache
def variants(phrase: str) -> tuple[str, ...]:
    """The phrases that one with choices in brackets stands for."""
    if "(" not in phrase:
        return (phrase,)
    parts = [part.split("|") if number % 2 else [part] for number, part in enumerate(_CHOICE.split(phrase))]
    return tuple(" ".join("".join(chosen).split()) for chosen in product(*parts))


def _with_variants(hub: Hub) -> Hub:
    rungs = [
        rung.model_copy(update={name: _spread(getattr(rung, name)) for name in ("titles", "words", "anywhere")})
        for rung in hub.levels
    ]
    spread = {
        "titles": {language: _spread(titles) for language, titles in hub.titles.items()},
        "hints": _spread(hub.hints),
        "excludes": _spread(hub.excludes),
        "levels": tuple(rungs),
    }
    return hub.model_copy(update=spread)


def _spread(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(variant for phrase in phrases for variant in variants(phrase))


def _refuse_useless(file: Path, hub: Hub, lines: Lines) -> None:
    """A phrase that could never match, or is there twice, is a mistake of the person who wrote it."""
    for name, phrases in _phrase_groups(hub):
        seen: set[str] = set()
        for where, written in phrases:
            for phrase in variants(written):
                if problem := _problem(phrase, seen):
                    raise UsageError(f"{file}:{lines.line(where)}: {name}: {problem}")
                seen.add(phrase.strip().casefold())
    _refuse_vetoed(file, hub, lines)


def _refuse_vetoed(file: Path, hub: Hub, lines: Lines) -> None:
    excluded = {phrase_spelled(phrase) for phrase in _spread(hub.excludes)}
    located = ((lang, n, title) for lang, titles in hub.titles.items() for n, title in enumerate(titles))
    for language, number, written in located:
        for title in variants(written):
            if phrase_spelled(title) in excluded:
                line = lines.line(("titles", language, number))
                raise UsageError(f"{file}:{line}: titles.{language}: {title!r} is vetoed by excludes")


def _problem(phrase: str, seen: set[str]) -> str | None:
    if not phrase.strip():
        return "a phrase is empty"
    if not phrase_spelled(phrase):
        return f"{phrase!r} holds no word"
    return f"{phrase!r} is listed twice" if phrase.strip().casefold() in seen else None


_Located = tuple[Where, str]


def _phrase_groups(hub: Hub) -> Iterator[tuple[str, list[_Located]]]:
    for language, titles in hub.titles.items():
        yield f"titles.{language}", [(("titles", language, i), phrase) for i, phrase in enumerate(titles)]
    for key, weighted in (("phrases", hub.phrases), ("challenges", hub.challenges)):
        yield (
            key,
            [
                ((key, weight, i), phrase)
                for weight in ("strong", "fair", "weak")
                for i, phrase in enumerate(getattr(weighted, weight))
            ],
        )
    for part in ("of", "coined"):
        names = getattr(hub.challenge_names, part)
        yield f"challenge_names.{part}", [(("challenge_names", part, i), phrase) for i, phrase in enumerate(names)]
    for key in ("fields", "contested", "hints", "departments", "excludes", "challenge_hosts", "challenge_excludes"):
        yield key, [((key, i), phrase) for i, phrase in enumerate(getattr(hub, key))]
