"""Matching by the changes comes to what matching everything would, whatever happened in between."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.dedupe.matching import Record, deduplicate
from pipelines.dedupe.rematch import neighbourhoods
from pipelines.dedupe.step import dedupe
from warehouse.database import append_rows, fetch_dicts, open_warehouse
from warehouse.models.history import IntListingState
from warehouse.models.listings import StgPosting
from warehouse.run import Run
from warehouse.sql_text import sql

TEXTS = [" ".join(f"{word}{number} and so on" for number in range(60)) for word in ("alpha", "beta")]
BOARD = "https://boards.greenhouse.io/a/jobs/"

SAID = st.fixed_dictionaries(
    {
        "source_id": st.sampled_from(["greenhouse:a", "greenhouse:b", "feed:x", "lever:c"]),
        "title": st.sampled_from(
            ["Data Engineer", "Data Enginer", "Data Engineer, Maps", "Cook", "Cook, Oslo", "Cook, Pastry", "Sr. Cook"]
        ),
        "company": st.sampled_from(
            ["Quillworks", "Quillworks GmbH", "Quillworks UK", "Quillworks Maps", "Fenn", "Fenn Maps", "Tidal"]
        ),
        "location": st.sampled_from(["Oslo", "Bergen", "Oslo; Bergen", "Norway", None]),
        "description_text": st.sampled_from([*TEXTS, TEXTS[0][:700], None]),
        "apply_url": st.sampled_from(["https://q.example/"] * 6 + [f"{BOARD}41234", "https://x.example/a-b-c"]),
        "requisition_id": st.sampled_from([None, None, None, None, "R-1001", "R-1002"]),
        "language": st.sampled_from([None, None, "en", "no"]),
    }
)
NAMES = [f"p{number:02}" for number in range(12)]
HAPPENINGS = st.one_of(
    st.tuples(st.just("say"), st.sampled_from(NAMES), SAID),
    st.tuples(st.just("close"), st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("reopen"), st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("forget"), st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("see"), st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("wait"), st.sampled_from(NAMES), st.none()),
)
DAYS = st.lists(st.lists(HAPPENINGS, max_size=5), min_size=1, max_size=5)
START = datetime(2026, 1, 1, tzinfo=UTC)


class World:
    """A warehouse in which postings come, change, close and reopen."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self.day = 0

    def happen(self, what: str, name: str, said: dict[str, Any] | None) -> None:
        """One thing that a crawl found, or a listing that the warehouse lost."""
        now = START + timedelta(days=self.day)
        if what == "say" and said:
            self.con.execute("DELETE FROM stg_postings WHERE listing_id = ?", [name])
            append_rows(self.con, StgPosting, [_row(name, said)])
            if not self.con.execute("FROM int_listing_states WHERE listing_id = ?", [name]).fetchall():
                append_rows(self.con, IntListingState, [_state(name, said["source_id"], now)])
        elif what == "forget":
            for table in ("stg_postings", "int_listing_states"):
                self.con.execute(f"DELETE FROM {table} WHERE listing_id = ?", [name])
        elif what == "see":
            self.con.execute("UPDATE int_listing_states SET last_seen_at = ? WHERE listing_id = ?", [now, name])
        elif what == "wait":
            self.day += 40
        else:
            closed_at = now if what == "close" else None
            self.con.execute("UPDATE int_listing_states SET closed_at = ? WHERE listing_id = ?", [closed_at, name])

    def run(self) -> None:
        """The dedupe step at the end of a day."""
        self.day += 1
        dedupe(self.con, Run(f"run-{self.day}", START + timedelta(days=self.day)))

    def published(self) -> list[list[tuple[Any, ...]]]:
        """What the step keeps of published listings, but for the order of rows."""
        tables = ("int_members", "int_member_states", "int_published_states", "int_redirects", "int_listing_events")
        return [self.con.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall() for table in tables]

    def held(self) -> dict[str, tuple[str, datetime]]:
        """Every published id's anchor and first day."""
        query = "SELECT published_id, anchor_listing_id, first_seen_at FROM int_published_states"
        return {row[0]: row[1:] for row in self.con.execute(query).fetchall()}

    def positions(self) -> dict[str, str]:
        """Each posting's position."""
        return dict(self.con.execute("SELECT listing_id, published_id FROM int_members").fetchall())

    def neighbourhoods(self) -> dict[str, str]:
        """The postings that each posting may meet, by the smallest of them."""
        return dict(self.con.execute("SELECT listing_id, neighbourhood FROM int_matches").fetchall())

    def matches(self) -> list[tuple[Any, ...]]:
        """What the matcher remembers, but for the order of rows."""
        return self.con.execute("SELECT * FROM int_matches ORDER BY ALL").fetchall()


def _row(name: str, said: dict[str, Any]) -> dict[str, Any]:
    fixed = {"listing_id": name, "identifier": name, "platform": "x", "url": "u", "company_slug": "c", "facts": "{}"}
    hashes = {"payload_hash": str(hash(tuple(said.values()))), "reader_version": "1", "places": "[]", "salaries": "[]"}
    return fixed | hashes | {"read_at": START} | said


def _state(name: str, source_id: str, now: datetime) -> dict[str, Any]:
    fixed = {"listing_kind": "posting", "facts": '{"title":"1"}', "missed_count": 0}
    return fixed | {
        "listing_id": name,
        "source_id": source_id,
        "identifier": name,
        "first_seen_at": now,
        "last_seen_at": now,
    }


def groups(clusters: dict[str, str]) -> set[frozenset[str]]:
    """The listings that are together, whatever that is called."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, cluster in clusters.items():
        found[cluster].add(name)
    return {frozenset(group) for group in found.values()}


def from_nothing(world: World) -> World:
    """The same postings in a warehouse that has matched nothing yet."""
    other = duckdb.connect()
    for table in ("stg_postings", "stg_challenges", "int_listing_states"):
        rows = world.con.execute(f"FROM {table}").to_arrow_table()
        other.register("_rows", rows)
        other.execute(f"CREATE TABLE {table} AS FROM _rows")
    kept = (
        "matches",
        "meeting_keys",
        "titles",
        "shorter_titles",
        "role_words",
        "close_roles",
        "close_titles",
        "match_gaps",
    )
    for table in (f"int_{name}" for name in kept):
        other.register("_rows", world.con.execute(f"FROM {table} LIMIT 0").to_arrow_table())
        other.execute(f"CREATE TABLE {table} AS FROM _rows")
    for table in ("int_members", "int_member_states", "int_published_states", "int_redirects", "int_listing_events"):
        other.register("_rows", world.con.execute(f"FROM {table} LIMIT 0").to_arrow_table())
        other.execute(f"CREATE TABLE {table} AS FROM _rows")
    return World(other)


@settings(max_examples=12, deadline=None)
@given(DAYS)
def test_days_of_changes_come_to_what_a_rebuild_would(days: list[list[tuple[str, str, Any]]]) -> None:
    with open_warehouse(Path(":memory:")) as con:
        world = World(con)
        for happenings in days:
            held, before = world.held(), world.positions()
            for happening in happenings:
                world.happen(*happening)
            world.run()
            positions = world.positions()
            con.execute(sql("dedupe/records"))
            records = [Record(**row) for row in fetch_dicts(con, "FROM records")]
            assert groups(positions) == groups({one.id: one.cluster_id for one in deduplicate(records)})
            assert_ids_are_stable(world, held, positions)
            published = world.published()
            con.execute("DELETE FROM int_member_states")  # so that every position is put together again
            dedupe(con, Run("again", START + timedelta(days=world.day)))
            assert world.published() == published
            if all(what in ("close", "reopen") for what, _, _ in happenings):
                assert positions == before
        rebuilt = from_nothing(world)
        rebuilt.run()
        assert world.matches() == rebuilt.matches()
        assert groups(world.positions()) == groups(rebuilt.positions())


BASE = {"source_id": "greenhouse:a", "title": "Data Engineer", "company": "Onyx", "location": "Oslo"}
BASE |= {"description_text": TEXTS[0], "apply_url": "https://q.example/", "requisition_id": None, "language": None}
MEETINGS = [
    ({"source_id": "feed:x"}, True),
    ({"source_id": "feed:x", "title": "Data Enginer"}, True),
    ({"source_id": "feed:x", "company": "Onyx GmbH", "title": "Data Engineere"}, True),
    ({"source_id": "feed:x", "title": "Data Analyst"}, False),
]


def test_a_posting_matched_apart_from_a_late_one_is_matched_again_when_it_is_seen_again() -> None:
    with open_warehouse(Path(":memory:")) as con:
        world = World(con)
        world.happen("say", "a", BASE)
        world.run()
        first = world.positions()["a"]
        world.happen("close", "a", None)
        world.day += 90
        world.happen("say", "b", BASE | {"source_id": "feed:x"})
        world.run()
        assert world.positions()["a"] == first != world.positions()["b"]
        world.run()
        assert con.execute("FROM changed").fetchall() == []
        world.happen("see", "a", None)
        world.run()
        assert set(world.positions().values()) == {first}


@pytest.mark.parametrize(("changes", "meet"), MEETINGS)
@pytest.mark.parametrize("names", ["ab", "ba"])
def test_a_posting_meets_one_of_an_earlier_day(changes: dict[str, Any], meet: bool, names: str) -> None:
    with open_warehouse(Path(":memory:")) as con:
        world = World(con)
        for name, said in zip(names, (BASE, BASE | changes), strict=True):
            world.happen("say", name, said)
            world.run()
        assert (len(set(world.positions().values())) == 1) is meet
        world.happen("say", names[0], BASE | {"title": "Cook"})
        world.run()
        assert len(set(world.positions().values())) == 2


def test_a_days_change_looks_at_its_neighbours_only() -> None:
    with open_warehouse(Path(":memory:")) as con:
        world = World(con)
        for number in range(30):
            world.happen(
                "say", f"p{number:02}", BASE | {"company": f"Onyx{number // 3}", "source_id": f"feed:{number}"}
            )
        world.run()
        assert len(set(world.positions().values())) == 10
        world.happen("say", "p04", BASE | {"company": "Onyx2", "source_id": "feed:4"})
        world.run()
        affected = con.execute("SELECT listing_id FROM affected ORDER BY 1").fetchall()
        assert [name for (name,) in affected] == ["p03", "p04", "p05", "p06", "p07", "p08"]


def test_towns_lie_apart_until_a_posting_may_be_in_any_of_them() -> None:
    with open_warehouse(Path(":memory:")) as con:
        world = World(con)
        titles = {"oslo": "Data Engineer", "bergen": "Data Engineer", "bergen-2": "Data Enginere", "tromso": "Cook"}
        for name, title in titles.items():
            said = BASE | {"source_id": f"feed:{name}", "title": title, "location": name.removesuffix("-2").title()}
            world.happen("say", name, said)
        world.run()
        apart = {frozenset({"oslo"}), frozenset({"bergen", "bergen-2"}), frozenset({"tromso"})}
        assert groups(world.neighbourhoods()) == apart
        world.happen("say", "norway", BASE | {"source_id": "feed:norway", "location": "Norway"})
        world.run()
        assert groups(world.neighbourhoods()) == {
            frozenset({"oslo", "bergen", "bergen-2", "norway"}),
            frozenset({"tromso"}),
        }
        world.happen("forget", "norway", None)
        world.run()
        assert groups(world.neighbourhoods()) == apart


def assert_ids_are_stable(world: World, held: dict[str, tuple[str, datetime]], positions: dict[str, str]) -> None:
    """An id stays with its anchor; where several anchors met, the oldest id stands and the others lead to it."""
    redirects = dict(world.con.execute("SELECT old_id, position_id FROM int_redirects").fetchall())
    meeting: defaultdict[str, list[tuple[datetime, str]]] = defaultdict(list)
    for old, (anchor, first_seen_at) in held.items():
        if anchor in positions:
            meeting[positions[anchor]].append((first_seen_at, old))
    for position, met in meeting.items():
        assert position == min(met)[1]
        assert all(redirects[old] == position for _, old in met if old != position)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=15))
def test_neighbourhoods_are_the_connected_components(meetings: list[tuple[int, int]]) -> None:
    graph = networkx.Graph(meetings)
    graph.add_nodes_from(range(21))
    expected = {number: min(together) for together in networkx.connected_components(graph) for number in together}
    found = neighbourhoods(21, [one for one, _ in meetings], [other for _, other in meetings])
    assert dict(enumerate(found)) == expected
