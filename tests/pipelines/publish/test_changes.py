"""A file made from the last one by what has changed: the same rows as one written whole, and whole where in doubt."""

import json
import os
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pipelines.publish import HubTexts, catalog, draft, last, statements
from pipelines.publish.prepared import prepare, prepare_due
from tests.pipelines.publish.conftest import HUBS, PublishWarehouse
from tests.small_warehouse import AS_OF
from warehouse.errors import PublicationRefused
from warehouse.ids import listing_id
from warehouse.models import history as h
from warehouse.models.published import TABLES
from warehouse.models.publishing import IntPublication, IntPublishedRow
from warehouse.publication import open_published, published_file

Rows = dict[str, list[str]]
PAY = {"minimum": 60000, "maximum": 70000, "currency": "EUR", "unit": "YEAR", "place": None, "text": "60-70k"}
LATER = AS_OF + timedelta(days=9)
PLACES = [{"location": town, "address_locality": town, "address_country": "BE"} for town in ("Ghent", "Bruges")]


@pytest.fixture(autouse=True)
def any_share_is_worth_it(monkeypatch):
    """In a warehouse of seven positions one is more than a tenth."""
    monkeypatch.setattr(last, "_REPLACED_SHARE", 1e9)


@pytest.fixture
def shop(small: PublishWarehouse) -> PublishWarehouse:
    """Positions with one posting and with two, with and without texts, pay and places; one closed; two challenges."""
    text = {"description_text": "Duties", "description_html": "<p>Duties</p>", "language": "en"}
    small.posting("1", "p1", places=json.dumps(PLACES), salaries=json.dumps([PAY]), base_salary_min=60000, **text)
    small.posting("2", "p2", hubs=[("marketing", 0.8), ("product-management", 0.6)])
    small.posting("21", "p2", source="ashby:acme", is_canonical=False, department="Growth", **text)
    small.posting("3", "p3", company="Bolt", company_slug="bolt", hubs=[], **text)
    small.posting("4", "p4", closed_at=AS_OF - timedelta(days=2), **text)
    small.posting("5", "p5", places=json.dumps(PLACES[:1]))
    small.posting("6", "p6", source="ashby:acme")
    small.posting("61", "p6", source="lever:acme", is_canonical=False, department="Ops")
    small.challenge("7", "c1", application_deadline=AS_OF.date() + timedelta(days=3), themes=["Fintech"])
    small.challenge("8", "c2", source_status="open")
    small.crawl("complete", 6)
    event(small, "p1", "opened", 9)
    return small


def event(small: PublishWarehouse, published: str, what: str, days_ago: int) -> None:
    """One more line of the log."""
    when = {"occurred_at": AS_OF - timedelta(days=days_ago), "evidence": "[]", "run_id": "run-1"}
    small.add(h.IntListingEvent, listing_kind="position", listing_id=published, event=what, **when)


def sql(text: str) -> Callable[[PublishWarehouse], Any]:
    """A change of the warehouse. `$reread`: another payload, by which another text is told."""
    changed = text.replace("$reread", "payload_hash = payload_hash || 'x'")
    return lambda small: small.con.execute(changed)


def close(small: PublishWarehouse) -> None:
    """The only posting of a position is gone."""
    gone = f"SET closed_at = '{AS_OF}', close_reason = 'absent'"
    small.con.execute(f"UPDATE int_listing_states {gone} WHERE identifier = '3'")
    small.con.execute(f"UPDATE int_published_states {gone} WHERE published_id = 'p3'")
    event(small, "p3", "closed", 0)


def reopen(small: PublishWarehouse) -> None:
    """The closed position is listed again."""
    small.con.execute("UPDATE int_listing_states SET closed_at = NULL, close_reason = NULL WHERE identifier = '4'")
    small.con.execute("UPDATE int_published_states SET closed_at = NULL, close_reason = NULL WHERE published_id = 'p4'")
    event(small, "p4", "reopened", 0)


def merge(small: PublishWarehouse) -> None:
    """Two positions turn out to be one: an id leads to the other."""
    small.con.execute(
        "UPDATE int_members SET published_id = 'p1', is_canonical = false, match_reason = 'exact' "
        "WHERE published_id = 'p5'"
    )
    small.con.execute("DELETE FROM int_published_states WHERE published_id = 'p5'")
    small.add(h.IntRedirect, old_id="p5", position_id="p1", reason="merged", occurred_at=AS_OF)


def split(small: PublishWarehouse) -> None:
    """A posting stands for itself from now on."""
    fields = {"published_id": "p21", "listing_kind": "posting", "anchor_listing_id": listing_id("ashby:acme", "21")}
    small.add(h.IntPublishedState, facts="{}", first_seen_at=AS_OF - timedelta(days=9), **fields)
    small.con.execute(
        "UPDATE int_members SET published_id = 'p21', is_canonical = true, match_reason = 'canonical' "
        "WHERE published_id = 'p2' AND NOT is_canonical"
    )


CHANGES: dict[str, Callable[[PublishWarehouse], Any]] = {
    "nothing": lambda _: None,
    "seen again": sql(
        "UPDATE int_listing_states SET last_seen_at = last_seen_at + INTERVAL 1 DAY WHERE closed_at IS NULL"
    ),
    "one seen again": sql(f"UPDATE int_listing_states SET last_seen_at = '{LATER}' WHERE identifier = '3'"),
    "title": sql("UPDATE stg_postings SET title = 'Head of Product', $reread WHERE identifier = '1'"),
    "text": sql(
        "UPDATE stg_postings SET description_text = 'New', description_html = 'New', $reread WHERE identifier = '3'"
    ),
    "text of a closed one": sql("UPDATE stg_postings SET description_text = 'New', $reread WHERE identifier = '4'"),
    "text another gives": sql("UPDATE stg_postings SET description_text = 'New', $reread WHERE identifier = '21'"),
    "another gives no text": sql("UPDATE stg_postings SET description_text = NULL, $reread WHERE identifier = '21'"),
    "department another gives": sql("UPDATE stg_postings SET department = 'Sales' WHERE identifier = '61'"),
    "pay another gives": sql("UPDATE stg_postings SET base_salary_max = 9 WHERE identifier = '61'"),
    "dates another gives": sql("UPDATE stg_postings SET date_posted = '2026-11-01' WHERE identifier = '61'"),
    "places": sql("UPDATE stg_postings SET places = '[{\"location\": \"Rome\"}]', $reread WHERE identifier = '1'"),
    "no places": sql("UPDATE stg_postings SET places = '[]', $reread WHERE identifier = '5'"),
    "pay": sql("UPDATE stg_postings SET salaries = '[]', base_salary_min = NULL, $reread WHERE identifier = '1'"),
    "company, by other postings": sql("UPDATE stg_postings SET company = 'BOLT', company_domain = 'bolt.example'"),
    "hubs": sql(
        "UPDATE int_classified SET hubs = '[]', primary_hub = NULL, level = 'none' WHERE primary_hub = 'marketing'"
    ),
    "level": sql("UPDATE int_classified SET level = 'cpo' WHERE primary_hub = 'product-management'"),
    "closed": close,
    "reopened": reopen,
    "merged": merge,
    "split": split,
    "new": lambda small: small.posting("9", "p9", title="Product Owner", description_text="Fresh"),
    "one source less": sql(f"UPDATE int_listing_states SET closed_at = '{AS_OF}' WHERE identifier = '61'"),
    "another speaks": sql("UPDATE int_members SET is_canonical = NOT is_canonical WHERE published_id = 'p6'"),
    "forgotten": sql(
        "DELETE FROM int_published_states WHERE published_id = 'p6'; "
        "DELETE FROM int_members WHERE published_id = 'p6'; "
        "DELETE FROM int_listing_states WHERE identifier IN ('6', '61')"
    ),
    "challenge": sql("UPDATE stg_challenges SET name = 'Build for Bad', themes = ['Space'] WHERE identifier = '7'"),
    "challenge gone": sql(f"UPDATE int_listing_states SET closed_at = '{AS_OF}' WHERE identifier = '8'"),
    "an older event": lambda small: event(small, "p1", "changed", 30),
    "a crawl": lambda small: small.crawl("blocked", reason="http_403", day=40),
}


@pytest.fixture
def compared(shop, publish_small, folder, tmp_path) -> Callable[..., tuple[Rows, Rows]]:
    """Publish by changes and whole, as of a day; the rows of both."""

    def compare(day: int = 1) -> tuple[Rows, Rows]:
        as_of = AS_OF + timedelta(days=day)
        made = publish_small(as_of=as_of)
        assert (made.is_whole, made.setback) == (False, None)
        return rows_of(folder), written_whole(shop, publish_small, tmp_path / "whole", as_of)

    return compare


def written_whole(small: PublishWarehouse, publish_small: Callable[..., Any], folder: Path, as_of: Any) -> Rows:
    """What a first publication into another folder holds; the one before stays remembered as the last."""
    folder.mkdir(exist_ok=True)
    names = [str(model.__tablename__) for model in (IntPublication, IntPublishedRow)]
    for name in names:
        small.con.execute(f"CREATE TABLE kept_{name} AS FROM {name}")
    assert publish_small(folder=folder, as_of=as_of).is_whole
    for name in names:
        small.con.execute(f"DELETE FROM {name}; INSERT INTO {name} FROM kept_{name}; DROP TABLE kept_{name}")
    return rows_of(folder)


def rows_of(folder: Path) -> Rows:
    """Every relation of a published file, and what is said of it, in no order; but for the publication's own id."""
    with open_published(folder) as con:
        names = con.execute("SELECT table_name FROM information_schema.tables ORDER BY ALL").fetchall()
        found = {name: sorted(map(repr, con.table(name).fetchall())) for (name,) in names if name != "publication"}
        about = "SELECT table_name, column_name, column_index, data_type, is_nullable, comment FROM duckdb_columns()"
        found["columns"] = [repr(row) for row in con.execute(f"{about} WHERE NOT internal ORDER BY ALL").fetchall()]
    return found


def test_a_file_made_by_changes_is_as_one_written_whole(shop, publish_small, compared):
    names = sorted(CHANGES, key=lambda name: sha256(name.encode()).digest())
    publish_small()
    for day, start in enumerate(range(0, len(names), 4), 1):
        now = names[start : start + 4]
        for name in now:
            CHANGES[name](shop)
        by_changes, whole = compared(day)
        assert by_changes == whole, now


DUE = {
    "title": "p1",
    "text": "p3",
    "text of a closed one": "p4",
    "text another gives": "p2",
    "another gives no text": "p2",
    "department another gives": "p6",
    "pay another gives": "p6",
    "dates another gives": "p6",
    "places": "p1",
    "no places": "p5",
    "pay": "p1",
    "company, by other postings": "p1 p2 p3 p4 p5 p6",
    "hubs": "p2",
    "level": "p1 p4 p5 p6",
    "closed": "p3",
    "reopened": "p4",
    "merged": "p5",
    "split": "p2 p21",
    "new": "p9",
    "one source less": "p6",
    "another speaks": "p6",
    "forgotten": "p6",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_position_is_due_where_its_rows_change_and_only_there(change, shop, tmp_path):
    (tmp_path / "file").touch()
    with shop.con.cursor() as own:
        prepare(own, HUBS, {}, {})
        prepare_due(own, is_whole=True)
        last.remember(own, "first", tmp_path / "file", "recipe", None)
    CHANGES[change](shop)
    with shop.con.cursor() as own:
        prepare(own, HUBS, {}, {})
        prepare_due(own, is_whole=False)
        due = own.execute("SELECT position_id FROM _due ORDER BY ALL").fetchall()
    assert " ".join(position for (position,) in due) == DUE.get(change, "")


def test_documents_stay_in_zstd(everything, publish_small, folder):
    publish_small()
    words = " ".join(f"task{number * 7919 % 1009}" for number in range(9_000))
    everything.posting("9", "p9", description_text=words, description_html=words)
    assert not publish_small().is_whole
    with open_published(folder) as con:
        found = con.execute(
            "SELECT DISTINCT compression FROM pragma_storage_info('positions') "
            "WHERE column_name LIKE 'description%' AND segment_type = 'VARCHAR'"
        ).fetchall()
    assert found == [("ZSTD",)]


def touch(file: Path) -> None:
    """Somebody had the file in hand."""
    os.utime(file, ns=(1, 1))


DOUBTS: dict[str, Callable[[Path], Any]] = {
    "deleted": lambda file: file.unlink(),
    "touched": touch,
    "longer": lambda file: file.write_bytes(file.read_bytes() + b"x"),
}


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_file_that_is_not_as_it_was_put_in_place_is_not_made_from(doubt, shop, publish_small, folder):
    DOUBTS[doubt](publish_small().file)
    made = publish_small()
    assert (made.is_whole, made.setback) == (True, None)
    assert not publish_small().is_whole


def test_a_damaged_file_is_written_anew_and_the_damage_is_told(shop, publish_small, folder):
    file = publish_small().file
    stamp = file.stat()
    damaged = bytearray(file.read_bytes())
    damaged[:40_000] = b"?" * 40_000
    file.write_bytes(damaged)
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    made = publish_small()
    assert made.is_whole
    assert made.setback
    assert not publish_small().is_whole


def test_another_hub_or_another_way_of_publishing_makes_a_whole_file(shop, publish_small, monkeypatch):
    publish_small()
    assert publish_small(hubs=(*HUBS, HubTexts("sales", "Sales"))).is_whole
    assert publish_small().is_whole
    assert not publish_small().is_whole
    monkeypatch.setattr(statements, "all_texts", lambda: ["SELECT 2"])
    assert publish_small().is_whole


def test_a_refused_change_is_tried_whole(shop, publish_small, monkeypatch):
    publish_small()
    monkeypatch.setattr(catalog, "change", lambda *_: None)  # what is due then stands there twice
    CHANGES["title"](shop)
    made = publish_small()
    assert made.is_whole
    assert "more than once" in (made.setback or "")


def test_a_publication_that_fails_leaves_nothing_to_make_the_next_from(shop, publish_small, folder):
    before = publish_small().file
    shop.con.execute("UPDATE int_members SET published_id = 'elsewhere' WHERE published_id = 'p1'")
    with pytest.raises(PublicationRefused):
        publish_small()
    assert published_file(folder) == before
    shop.con.execute("UPDATE int_members SET published_id = 'p1' WHERE published_id = 'elsewhere'")
    assert publish_small().is_whole


def test_from_a_tenth_on_all_is_written(small, publish_small, monkeypatch):
    monkeypatch.undo()
    for number in range(40):
        small.posting(str(number), f"p{number}")
    publish_small()
    is_whole = []
    for number in range(6):
        small.con.execute(f"UPDATE stg_postings SET title = 'Owner', payload_hash = 'q' WHERE identifier = '{number}'")
        is_whole.append(publish_small().is_whole)
    assert is_whole == [False, False, False, False, True, False]


def test_what_stays_depends_on_no_clock():
    for table in draft.BY_POSITION:
        assert "$" not in statements.statement(str(table.__tablename__))
    assert set(draft.BY_POSITION) <= set(TABLES)
