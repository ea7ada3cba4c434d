"""Published ids never change hands: merges, splits, closings and reopenings over the same tables."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb
import pytest

from pipelines.dedupe.step import dedupe
from warehouse.database import append_rows
from warehouse.models.history import IntListingState
from warehouse.models.listings import StgChallenge, StgPosting
from warehouse.run import Run


def at(day: int) -> datetime:
    return datetime(2026, 1, day, tzinfo=UTC)


class Positions:
    """Three postings of three boards that say the same or not, as they are told."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self.day = 0
        for number, name in enumerate("abc", start=1):
            self._add(name, number)

    def _add(self, name: str, day: int) -> None:
        state = {"listing_id": name, "listing_kind": "posting", "source_id": "g:x", "identifier": name}
        seen = {"facts": '{"title":"1"}', "first_seen_at": at(day), "last_seen_at": at(9), "missed_count": 0}
        texts = dict.fromkeys(("url", "apply_url", "title", "platform"), name)
        texts |= {"company": "Quillworks", "company_slug": "quillworks", "location": "Oslo"}
        meta = {
            "payload_hash": "",
            "reader_version": "",
            "facts": "{}",
            "read_at": at(1),
            "places": "[]",
            "salaries": "[]",
        }
        append_rows(self.con, IntListingState, [state | seen])
        append_rows(
            self.con, StgPosting, [{"listing_id": name, "source_id": f"g:{name}", "identifier": name, **texts, **meta}]
        )

    def run(self, **groups: str) -> dict[str, str]:
        """Each posting's published id after a run in which those of one group say the same."""
        for name in "abc":
            title = f"Role {groups.get(name, name) * 3}"
            self.con.execute("UPDATE stg_postings SET title = ? WHERE listing_id = ?", [title, name])
        self.day += 1
        dedupe(self.con, Run(f"run-{self.day}", at(10 + self.day)))
        return dict(self.con.execute("SELECT listing_id, published_id FROM int_members").fetchall())

    def events(self, run: int) -> list[tuple[Any, ...]]:
        query = "SELECT listing_id, event FROM int_listing_events WHERE run_id = ? ORDER BY ALL"
        return self.con.execute(query, [f"run-{run}"]).fetchall()


@pytest.fixture
def positions(con: duckdb.DuckDBPyConnection) -> Positions:
    return Positions(con)


def test_a_second_run_changes_nothing(positions: Positions) -> None:
    assert positions.run() == positions.run()
    assert positions.events(2) == []


def test_in_a_merge_the_oldest_id_survives_and_the_other_redirects(positions: Positions) -> None:
    before = positions.run()
    after = positions.run(b="x", c="x")
    assert after == {"a": before["a"], "b": before["b"], "c": before["b"]}
    query = "SELECT old_id, position_id, reason FROM int_redirects"
    assert positions.con.execute(query).fetchall() == [(before["c"], before["b"], "merged")]
    assert positions.events(2) == [(before["c"], "merged")]


def test_a_chain_of_merges_redirects_to_the_last_survivor(positions: Positions) -> None:
    before = positions.run()
    positions.run(b="x", c="x")
    positions.run(a="x", b="x", c="x")
    query = "SELECT old_id, position_id FROM int_redirects ORDER BY ALL"
    assert positions.con.execute(query).fetchall() == sorted([(before["b"], before["a"]), (before["c"], before["a"])])


def test_in_a_split_the_id_stays_with_its_anchor(positions: Positions) -> None:
    together = positions.run(a="x", b="x", c="x")
    apart = positions.run(b="y", c="y")
    assert apart["a"] == together["a"]
    assert apart["b"] == apart["c"] != together["b"]
    assert positions.events(2) == [(apart["b"], "split")]


def test_apart_again_after_a_merge_each_has_its_old_id_and_no_redirect_is_left(positions: Positions) -> None:
    before = positions.run()
    positions.run(a="x", b="x")
    assert positions.run() == before
    assert positions.con.execute("SELECT count(*) FROM int_redirects").fetchall() == [(0,)]


def test_a_position_closes_with_its_last_posting_and_reopens_with_the_first(positions: Positions) -> None:
    ids = positions.run(a="x", b="x")
    close = "UPDATE int_listing_states SET closed_at = '2026-01-0{}', close_reason = 'absent' WHERE listing_id = '{}'"
    positions.con.execute(close.format(5, "a"))
    positions.run(a="x", b="x")
    assert positions.events(2) == []
    positions.con.execute(close.format(6, "b"))
    positions.run(a="x", b="x")
    assert positions.events(3) == [(ids["a"], "closed")]
    query = "SELECT closed_at, close_reason FROM int_published_states WHERE published_id = ?"
    assert positions.con.execute(query, [ids["a"]]).fetchall() == [(at(6), "absent")]
    positions.con.execute("UPDATE int_listing_states SET closed_at = NULL WHERE listing_id = 'a'")
    assert positions.run(a="x", b="x") == ids
    assert positions.events(4) == [(ids["a"], "reopened")]


def test_an_open_posting_names_the_position_before_a_closed_one(positions: Positions) -> None:
    positions.con.execute("UPDATE int_listing_states SET closed_at = '2026-01-05' WHERE listing_id = 'a'")
    positions.run(a="x", b="x")
    query = "SELECT listing_id, is_canonical, match_reason FROM int_members WHERE listing_id IN ('a', 'b') ORDER BY 1"
    assert positions.con.execute(query).fetchall() == [("a", False, "exact"), ("b", True, "canonical")]


def test_a_requisition_listed_anew_under_another_id_reopens_its_position(positions: Positions) -> None:
    positions.con.execute("DELETE FROM stg_postings WHERE listing_id = 'c'")
    same_board = "UPDATE stg_postings SET source_id = 'g:a', requisition_id = 'R-2041' WHERE listing_id IN ('a', 'b')"
    positions.con.execute(same_board)
    ids = positions.run(a="x", b="y")
    positions.con.execute("UPDATE int_listing_states SET closed_at = '2026-01-05' WHERE listing_id = 'a'")
    positions.con.execute("DELETE FROM int_listing_states WHERE listing_id = 'b'")
    positions.run(a="x", b="y")
    assert positions.events(2) == [(ids["a"], "closed")]
    state = {"listing_id": "b", "listing_kind": "posting", "source_id": "g:a", "identifier": "b", "missed_count": 0}
    seen = {"facts": '{"title":"1"}', "first_seen_at": at(20), "last_seen_at": at(20)}
    append_rows(positions.con, IntListingState, [state | seen])
    assert positions.run(a="x", b="x") == {"a": ids["a"], "b": ids["a"]}
    assert (ids["a"], "reopened") in positions.events(3)


@pytest.mark.parametrize(("late", "positions_left"), [(59, 1), (61, 2)])
def test_after_sixty_days_a_requisition_listed_anew_is_a_new_position_and_no_closing_parts_it(
    positions: Positions, late: int, positions_left: int
) -> None:
    positions.con.execute(
        "UPDATE stg_postings SET source_id = 'g:a', requisition_id = 'R-2041' WHERE listing_id <> 'c'"
    )
    states = "UPDATE int_listing_states SET first_seen_at = ?, last_seen_at = ? WHERE listing_id = 'b'"
    positions.con.execute(states, [at(9) + timedelta(late), at(9) + timedelta(late)])
    ids = positions.run(a="x", b="x")
    assert len({ids["a"], ids["b"]}) == positions_left
    positions.con.execute("UPDATE int_listing_states SET closed_at = '2026-01-10', close_reason = 'absent'")
    assert positions.run(a="x", b="x") == ids


def add_challenge(con: duckdb.DuckDBPyConnection, platform: str, name: str, day: int, **stated: Any) -> None:
    listing = f"{platform}-{name}"
    place = {"listing_id": listing, "source_id": f"{platform}:x", "identifier": name}
    seen = {"facts": "{}", "first_seen_at": at(day), "last_seen_at": at(day), "missed_count": 0}
    append_rows(con, IntListingState, [place | seen | {"listing_kind": "challenge"}])
    texts = dict.fromkeys(("payload_hash", "reader_version"), "") | {"facts": "{}", "read_at": at(day)}
    row = place | texts | {"platform": platform, "name": name, "url": f"https://{platform}.example/{name}"}
    row |= {"kind": "hackathon", "is_evergreen": False, "end_date": date(2026, 2, 1)} | stated
    append_rows(con, StgChallenge, [dict.fromkeys(StgChallenge.model_fields) | row])


def challenge_ids(con: duckdb.DuckDBPyConnection, day: int) -> dict[str, str]:
    dedupe(con, Run(f"run-{day}", at(day)))
    return dict(con.execute("SELECT listing_id, published_id FROM int_members").fetchall())


def test_a_challenge_found_on_a_second_platform_keeps_its_id(con: duckdb.DuckDBPyConnection) -> None:
    add_challenge(con, "devpost", "Quarry Hacks", 1)
    first = challenge_ids(con, 10)["devpost-Quarry Hacks"]
    add_challenge(con, "amlh", "Quarry Hacks 2026", 2)
    add_challenge(con, "devpost", "Larch Hacks", 2)
    ids = challenge_ids(con, 11)
    assert ids["devpost-Quarry Hacks"] == ids["amlh-Quarry Hacks 2026"] == first != ids["devpost-Larch Hacks"]
    con.execute("UPDATE int_listing_states SET closed_at = '2026-01-12' WHERE listing_id = 'devpost-Quarry Hacks'")
    assert challenge_ids(con, 12) == ids
    open_ones = con.execute("SELECT published_id FROM int_published_states WHERE closed_at IS NULL").fetchall()
    assert (first,) in open_ones


def test_two_challenges_that_turn_out_to_be_one_merge_into_the_older_id(con: duckdb.DuckDBPyConnection) -> None:
    add_challenge(con, "devpost", "Quarry Hacks", 1)
    add_challenge(con, "mlh", "Quarry Hacks 2026", 2, end_date=date(2026, 3, 1))
    before = challenge_ids(con, 10)
    con.execute("UPDATE stg_challenges SET end_date = '2026-02-02' WHERE platform = 'mlh'")
    after = challenge_ids(con, 11)
    assert set(after.values()) == {before["devpost-Quarry Hacks"]}
    merged = con.execute("SELECT listing_id, event FROM int_listing_events WHERE run_id = 'run-11'").fetchall()
    assert merged == [(before["mlh-Quarry Hacks 2026"], "merged")]
