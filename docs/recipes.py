"""The cookbook's page: each query under its question, which is the first line of its file."""

from dataclasses import dataclass
from pathlib import Path

_OPENING = """# Cookbook

<!-- Made from docs/cookbook/*.sql by `make docs`: change it there. -->

Questions that analysts ask of the published file, each with a query that a test holds to a known answer. They read the
file alone, so they run anywhere: `rolecall sql` is confined to the file, in memory and in time, and any DuckDB client
from 1.2 on will do.

```
.venv/bin/rolecall sql - < docs/cookbook/{first}.sql
.venv/bin/rolecall sql - --format csv < docs/cookbook/{first}.sql > {first}.csv
duckdb -readonly data/published/rolecall.duckdb < docs/cookbook/{first}.sql
```

Days and months are counted in UTC, and "now" is when the file was published. For another skill, level or country change
the value in the query. What each column means: [data dictionary](data_dictionary.md).
"""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One question of the cookbook: what to know of the answer, and the query that gives it."""

    name: str
    question: str
    notes: str
    query: str


def recipe(file: Path) -> Recipe:
    """A query's file taken apart: its comment opens with the question."""
    lines = file.read_text(encoding="utf-8").rstrip().splitlines()
    count = next(number for number, line in enumerate(lines) if not line.startswith("-- "))
    question, *notes = [line.removeprefix("-- ") for line in lines[:count]]
    return Recipe(file.stem, question, "\n".join(notes), "\n".join(lines[count:]))


def recipes(folder: Path) -> list[Recipe]:
    """Every question, by the names of their files."""
    return [recipe(file) for file in sorted(folder.glob("*.sql"))]


def cookbook(folder: Path) -> str:
    """The page."""
    found = recipes(folder)
    listed = "\n".join(f"- [{each.question}](#{_anchor(each.question)})" for each in found)
    return "\n".join([_OPENING.replace("{first}", found[0].name), listed, *(_section(each) for each in found), ""])


def _anchor(heading: str) -> str:
    """The address that Markdown gives to a heading."""
    return "".join(sign for sign in heading.lower().replace(" ", "-") if sign.isalnum() or sign in "-_")


def _section(each: Recipe) -> str:
    notes = f"{each.notes}\n\n" if each.notes else ""
    return f"\n## {each.question}\n\n{notes}[{each.name}.sql](cookbook/{each.name}.sql)\n\n```sql\n{each.query}\n```"
