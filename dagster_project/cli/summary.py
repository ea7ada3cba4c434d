"""The table at the end of a run: what was read, what each hub now shows, where the file is, what to type next."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from warehouse.layout import Home
from warehouse.publication import open_published, published_file

if TYPE_CHECKING:
    from dagster_project.main_job import JobResult

_HUBS = """
SELECT
    hub.name,
    max(section.listing_count) FILTER (section.section = 'positions'),
    max(section.listing_count) FILTER (section.section = 'challenges')
FROM skill_hubs AS hub
JOIN hub_sections AS section USING (hub)
GROUP BY hub.name
ORDER BY 2 DESC, 3 DESC, 1
"""
_TOTALS = """
SELECT
    (SELECT coalesce(sum(posting_count), 0) FROM source_health),
    (SELECT count(*) FROM source_health),
    (SELECT count(*) FROM source_health WHERE state <> 'healthy'),
    (SELECT count(*) FROM rejects),
    position_count,
    challenge_count
FROM publication
"""
_TROUBLES = "SELECT source_id, state, reason FROM source_health WHERE state <> 'healthy' ORDER BY source_id LIMIT 8"


def print_summary(home: Home, result: "JobResult") -> None:
    """Print the summary of the publication that a run has just made, on standard output."""
    console = Console(highlight=False)
    with open_published(home.published) as con:
        hubs = con.execute(_HUBS).fetchall()
        totals = con.execute(_TOTALS).fetchall()[0]
        troubles = con.execute(_TROUBLES).fetchall()
    listings, sources, troubled, rejects, positions, challenges = totals
    table = Table(title="Listings by skill hub", title_justify="left")
    table.add_column("hub")
    table.add_column("positions", justify="right")
    table.add_column("challenges", justify="right")
    for name, position_count, challenge_count in hubs:
        table.add_row(name, str(position_count or "-"), str(challenge_count or "-"))
    console.print(table)
    _say(
        console,
        f"{listings} listings read from {sources} boards: {positions} open positions and {challenges} challenges; "
        f"{rejects} payloads rejected, each with its reason; {result.seconds:.1f} s.",
    )
    for source_id, state, reason in troubles:
        _say(console, f"  {source_id} is {state}: {reason}")
    if troubled > len(troubles):
        _say(console, f"  and {troubled - len(troubles)} more boards are not healthy: {command_name()} status")
    _print_next(console, home)


def command_name() -> str:
    """How this person can type the command: by name where it is on the path, else by its place."""
    here = Path(sys.argv[0]).with_name("rolecall")
    on_path = shutil.which("rolecall")
    if on_path and Path(on_path).exists() and Path(on_path).samefile(here if here.exists() else on_path):
        return "rolecall"
    return os.path.relpath(here) if here.exists() else "rolecall"


def _say(console: Console, text: str) -> None:
    """A line that may be copied: never wrapped."""
    console.print(text, soft_wrap=True, markup=False)


def _print_next(console: Console, home: Home) -> None:
    rolecall = command_name()
    query = "SELECT title, company, location, level FROM product_management_positions"
    _say(console, f"\nPublished: {home.published / 'rolecall.duckdb'} -> {published_file(home.published).name}")
    _say(console, f'Next:      {rolecall} sql "{query}"')
    _say(console, f"           {rolecall} status        how each board is doing")
    _say(console, "           make hub                 the skill pages over this file")
    _say(console, "           make ui                  the same run in the Dagster UI")
