"""The sample sites on later days: boards that lose, change and gain jobs, each day a function of the day before."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from spiders.registry import SAMPLE_SITES

FIRST_DAY = datetime(2026, 11, 22, 6, tzinfo=UTC)
_TITLE = {"boards-api.greenhouse.io": "title", "api.lever.co": "text", "api.ashbyhq.com": "title"}
_GONE, _CHANGED, _NEW = 0.04, 0.05, 0.06

Bodies = dict[str, Any]


def clock(day: int) -> datetime:
    """When the run of a day takes place."""
    return FIRST_DAY + timedelta(days=day)


def days(seed: int, *, back_after: int = 6) -> Iterator[Bodies]:
    """The bodies of one day after the other, by their file: day 0 is as shipped.

    A job that is taken down may come back up to `back_after` days later, under its old id.
    """
    bodies: Bodies = {}
    for line in (SAMPLE_SITES / "index.jsonl").read_text().splitlines():
        name = json.loads(line)["body_file"]
        bodies[name] = json.loads((SAMPLE_SITES / name).read_text())
    down: list[tuple[int, str, dict[str, Any]]] = []
    day = 0
    while True:
        yield json.loads(json.dumps(bodies))
        day += 1
        dice = random.Random(f"{seed} {day}")
        for name, body in bodies.items():
            jobs = body if isinstance(body, list) else body.get("jobs") if isinstance(body, dict) else None
            if name.split("/")[1] in _TITLE and jobs:
                _live_a_day(jobs, name, day, dice, down)
        back = [entry for entry in down if entry[0] < day and dice.random() < 1 / back_after]
        for entry in back:
            down.remove(entry)
            body = bodies[entry[1]]
            (body if isinstance(body, list) else body["jobs"]).append(entry[2])


def _live_a_day(
    jobs: list[dict[str, Any]], name: str, day: int, dice: random.Random, down: list[tuple[int, str, dict[str, Any]]]
) -> None:
    title = _TITLE[name.split("/")[1]]
    for job in list(jobs):
        chance = dice.random()
        if chance < _GONE and len(jobs) > 4:
            jobs.remove(job)
            down.append((day, name, job))
        elif chance < _GONE + _CHANGED and job.get(title):
            job[title] = f"{str(job[title]).split(' [')[0]} [{day}]"
    for job in list(jobs):
        if dice.random() < _NEW and job.get(title):
            new = json.loads(json.dumps(job).replace(str(job["id"]), _new_id(job["id"], dice)))
            new[title] = f"{dice.choice(['Junior', 'Senior', 'Lead'])} {str(job[title]).split(' [')[0]}"
            jobs.append(new)


def _new_id(old: object, dice: random.Random) -> str:
    if isinstance(old, int):
        return str(dice.randrange(10**9, 10**10 - 1))
    return "".join(dice.choice("0123456789abcdef") if sign not in "-" else sign for sign in str(old))


def write(bodies: Bodies, folder: Path) -> Path:
    """A day's folder of recordings, as the replay server takes it."""
    for name, body in bodies.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(body))
    lines = (SAMPLE_SITES / "index.jsonl").read_text().splitlines()
    kept = [{key: value for key, value in json.loads(line).items() if key != "etag"} for line in lines]
    (folder / "index.jsonl").write_text("".join(json.dumps(line) + "\n" for line in kept))
    return folder
