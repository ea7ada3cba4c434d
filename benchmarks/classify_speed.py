"""Listings a second at 2 KB: `rolecall classify` end to end, beside flashtext and SkillNER with the same phrases.

All read the same lines of JSON with two processes. Ours answers hubs, scores, evidence, primary hub and level; the
others only say which phrases stand in title and text. SkillNER runs without a language model (spaCy's blank English),
which spares it most of its usual time, and with these phrases as its data base. `make .clients/extractors` installs
both. Two files are read: real titles crossed, three quarters of them distinct, and the million postings that `dedupe`
is measured with, whose titles repeat as in any large collection.
"""

import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.made_postings import write
from pipelines.classify.hub_files import Hub, load_hubs

ROUNDS, LISTINGS, SIZE, DISTINCT = (
    3,
    200_000,
    2_000,
    0.75,
)  # three quarters of some ten thousand real titles are distinct
POSTINGS = 1_000_000
SAMPLES = {"flashtext": 4_000, "skillner": 200}
HERE = Path(__file__).resolve().parents[1]
RECORDINGS = HERE.parent / "shared" / "data" / "replay" / "2026-08-22" / "bodies"
EXTRACTORS = HERE / ".clients" / "extractors"
Figures = tuple[int, float, float]  # listings, seconds, seconds of processor
_JOIN = re.compile(r"(?<=\w)(?: - |, | \()")
COMMON = """
import json, resource, sys
from itertools import islice
from multiprocessing import get_context
from time import perf_counter
phrases = json.load(open(sys.argv[1]))
lines = list(islice(open(sys.argv[2], "rb"), int(sys.argv[3])))
def text(line):
    row = json.loads(line)
    return f"{row['title']}. {row['description']}"
"""
RUN = """
if __name__ == "__main__":
    with get_context("fork").Pool(2) as pool:
        pool.map(find, lines[:2])
        started = perf_counter()
        found = sum(pool.map(find, lines, chunksize=len(lines) // 20))
        took = perf_counter() - started
        pool.close()
        pool.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(len(lines), took, used.ru_utime + used.ru_stime, found)
"""
OTHERS = {
    "flashtext": """
from flashtext import KeywordProcessor
finder = KeywordProcessor()
finder.add_keywords_from_list(phrases)
def find(line):
    return len(finder.extract_keywords(text(line)))
""",
    "skillner": """
import os, spacy
os.chdir(sys.argv[4])
for name in ("skill_db_relax_20.json", "token_dist.json"):
    json.dump({}, open(name, "w"))
from spacy.matcher import PhraseMatcher
from skillNer.skill_extractor_class import SkillExtractor
base = {}
for number, phrase in enumerate(phrases):
    size = len(phrase.split())
    forms = {"full": phrase}
    base[str(number)] = {"skill_name": phrase, "skill_type": "Hard Skill", "skill_len": size, "match_on_tokens": False,
                         "high_surfce_forms": forms, "low_surface_forms": [phrase] if size > 1 else []}
finder = SkillExtractor(spacy.blank("en"), base, PhraseMatcher)
def find(line):
    return len(finder.annotate(text(line))["results"]["ngram_scored"])
""",
}


def recorded() -> tuple[list[str], list[str]]:
    """Titles and texts of the recorded boards, or made ones where there are none."""
    if not RECORDINGS.exists():
        return made(load_hubs())
    titles, texts = [], []
    for body in sorted(RECORDINGS.rglob("*.json")):
        data = json.loads(body.read_bytes())
        for job in data["jobs"] if isinstance(data, dict) else data:
            titles.append(job.get("title") or job.get("text") or "")
            texts.append(job.get("descriptionPlain") or "")
    return [title for title in titles if title], [text for text in texts if len(text) > SIZE]


def made(hubs: tuple[Hub, ...]) -> tuple[list[str], list[str]]:
    """Titles and texts out of the hubs' own phrases: more hits than in real ones."""
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    titles = [title for hub in hubs for group in hub.titles.values() for title in group]
    phrases = [phrase for hub in hubs for phrase in (*hub.phrases.strong, *hub.phrases.fair)]
    texts = [" and then there is ".join(chance.choices(phrases, k=90))[: SIZE + 1] for _ in range(500)]
    return titles, texts


def listings(titles: list[str], texts: list[str], count: int) -> Iterator[dict[str, str]]:
    """Titles crossed from the beginning of one and the end of another, so that they are as distinct as real ones."""
    chance = random.Random(2)  # noqa: S311 - repeatable, not secret
    known: dict[str, None] = {}
    earlier: list[str] = []
    for number in range(count):
        title = chance.choice(earlier) if earlier and chance.random() > DISTINCT else crossed(chance, titles, known)
        if title not in known:
            known[title] = None
            earlier.append(title)
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - SIZE))
        yield {"id": str(number), "title": title, "description": text[start : start + SIZE]}


def crossed(chance: random.Random, titles: list[str], known: dict[str, None]) -> str:
    """A new title, where one is found soon."""
    for _ in range(50):
        first, second = chance.choice(titles), chance.choice(titles)
        title = _JOIN.split(first)[0] + second[len(_JOIN.split(second)[0]) :]
        if title not in known:
            break
    return title


def ours(lines: Path, count: int, folder: str) -> Figures:
    """The command, its start included."""
    command = [sys.executable, "-m", "dagster_project", "classify", "-i", str(lines), "-o", f"{folder}/out.jsonl"]
    started, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, cwd=HERE)
    took, after = perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return count, took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def other(name: str, lines: Path, folder: str) -> Figures:
    """Another extractor, its start left out."""
    script = Path(folder) / f"run_{name}.py"
    script.write_text(COMMON + OTHERS[name] + RUN)
    command = [sys.executable, str(script), f"{folder}/phrases.json", str(lines), str(SAMPLES[name]), folder]
    environment = {**os.environ, "PYTHONPATH": str(EXTRACTORS)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=folder)
    count, took, spent, _ = done.stdout.split()[-4:]
    return int(count), float(took), float(spent)


def compare(shown: str, lines: Path, count: int, folder: str) -> None:
    """Print the table of one file."""
    print(f"{shown}, median of {ROUNDS}, two processes", flush=True)
    for name in ("ours", *OTHERS):
        if name != "ours" and not EXTRACTORS.exists():
            print(f"  {name:<10} skipped: run `make .clients/extractors`")
            continue
        runs = [ours(lines, count, folder) if name == "ours" else other(name, lines, folder) for _ in range(ROUNDS)]
        rate = median(count / took for count, took, _ in runs)
        each = min(spent / count for count, _, spent in runs) * 1e6
        print(f"  {name:<10} {rate:9.0f} listings a second; {each:8.1f} microseconds of one core a listing at best")


def main() -> None:
    """Print both tables."""
    hubs = load_hubs()
    phrases = {p for hub in hubs for group in hub.titles.values() for p in group if not p.startswith("-")}
    phrases |= {p for hub in hubs for p in (*hub.phrases.strong, *hub.phrases.fair, *hub.phrases.weak)}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "phrases.json").write_text(json.dumps(sorted(phrases)))
        lines = Path(folder) / "listings.jsonl"
        rows = list(listings(*recorded(), LISTINGS))
        lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
        distinct = len({row["title"] for row in rows})
        kind = "recorded" if RECORDINGS.exists() else "made"
        compare(f"{LISTINGS} listings of {SIZE} characters, {distinct} titles ({kind})", lines, LISTINGS, folder)
        write(lines, POSTINGS)
        compare(f"{POSTINGS} made postings of about {SIZE} characters, whose titles repeat", lines, POSTINGS, folder)


if __name__ == "__main__":
    main()
