"""The normalise step: watermark, unchanged payloads, rejects, repeats, and re-reading without asking any site."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.normalise import step
from pipelines.normalise.step import Again, NormaliseReport, normalise
from warehouse.landing import BoardCrawl, Landing
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

Con = duckdb.DuckDBPyConnection


def job(number: int, title: str | None = "Product Manager", **other: Any) -> dict[str, Any]:
    payload = {
        "id": number,
        "internal_job_id": number + 1000,
        "absolute_url": f"https://boards.greenhouse.io/acme/jobs/{number}",
        "location": {"name": "Berlin, Germany"},
        "updated_at": "2025-12-01T00:00:00-05:00",
        "metadata": None,
        **other,
    }
    return payload if title is None else {**payload, "title": title}


class Acme:
    """One board whose crawls land day after day."""

    def __init__(self, con: Con, root: Path) -> None:
        self.con = con
        self.root = root
        self.landing = Landing(root, "greenhouse")
        self.day = 0

    def land(self, *payloads: dict[str, Any], company: str = "Acme", is_window: bool = False) -> None:
        self.day += 1
        crawl = BoardCrawl(
            source_id="greenhouse:acme",
            platform="greenhouse",
            board="acme",
            company=company,
            crawl_id=f"crawl-{self.day}",
            run_id=f"run-{self.day}",
            crawled_at=datetime(2026, 1, self.day, tzinfo=UTC),
            outcome=CrawlOutcome.COMPLETE,
            is_window=is_window,
        )
        self.landing.land(crawl, payloads, frozenset({"updated_at"}))

    def normalise(self) -> NormaliseReport:
        return normalise(self.con, self.root, Run(f"run-{self.day}", datetime(2026, 1, self.day or 1, tzinfo=UTC)))

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.con.execute(query).fetchall()


@pytest.fixture
def acme(con: Con, tmp_path: Path) -> Acme:
    return Acme(con, tmp_path)


def test_nothing_landed_is_no_error(acme: Acme) -> None:
    assert acme.normalise().crawls == 0


def test_a_crawl_of_a_window_stays_one(acme: Acme) -> None:
    acme.land(job(1))
    acme.land(job(2), is_window=True)
    acme.normalise()
    assert acme.rows("SELECT is_window FROM stg_crawls ORDER BY crawl_seq") == [(False,), (True,)]


def test_a_payload_becomes_a_row_and_a_sighting(acme: Acme) -> None:
    acme.land(job(1), job(2, "  Senior\u00a0 Product Manager "))
    assert acme.normalise().read == 2
    query = "SELECT identifier, title, company, address_country, source_id FROM stg_postings ORDER BY identifier"
    assert acme.rows(query) == [
        ("1", "Product Manager", "Acme", "DE", "greenhouse:acme"),
        ("2", "Senior Product Manager", "Acme", "DE", "greenhouse:acme"),
    ]
    assert acme.rows("SELECT count(*) FROM stg_sightings") == [(2,)]


def test_only_what_landed_since_is_read_and_only_what_changed(acme: Acme) -> None:
    acme.land(job(1), job(2))
    acme.normalise()
    assert acme.normalise().payloads == 0
    acme.land(job(1, updated_at="2026-01-02T00:00:00-05:00"), job(2, "Product Owner"))
    report = acme.normalise()
    assert (report.payloads, report.read, report.unchanged) == (2, 1, 1)
    assert acme.rows("SELECT title FROM stg_postings ORDER BY identifier") == [("Product Manager",), ("Product Owner",)]


def test_a_payload_that_cannot_be_read_is_kept_once_with_its_reason(acme: Acme) -> None:
    for _ in range(2):
        acme.land(job(1, None), job(2, internal_job_id=None), {"no": "id"}, job(4))
        acme.normalise()
    query = "SELECT identifier, reason, day(rejected_at) FROM stg_rejects ORDER BY identifier NULLS FIRST"
    assert acme.rows(query) == [(None, "missing_field", 1), ("1", "missing_field", 1), ("2", "prospect_post", 1)]
    assert acme.rows("SELECT reject_count, listing_count FROM stg_crawls") == [(3, 1), (3, 1)]


def test_a_listing_that_turns_unreadable_is_still_there(acme: Acme) -> None:
    acme.land(job(1))
    acme.normalise()
    acme.con.execute("DELETE FROM stg_sightings")
    acme.land(job(1, None))
    acme.normalise()
    assert acme.rows("SELECT identifier FROM stg_sightings") == [("1",)]
    assert acme.rows("SELECT title FROM stg_postings") == [("Product Manager",)]


def test_an_identifier_that_comes_twice_counts_once(acme: Acme) -> None:
    acme.land(job(1), job(1), job(1, "Another job"))
    report = acme.normalise()
    assert (report.read, report.rejected) == (1, 1)
    assert acme.rows("SELECT reason FROM stg_rejects") == [("duplicate_identifier",)]


def test_a_crawl_that_landed_twice_is_read_once(acme: Acme) -> None:
    acme.land(job(1))
    acme.day -= 1
    acme.land(job(1))
    acme.normalise()
    assert acme.rows("SELECT count(*) FROM stg_crawls") == [(1,)]


def test_the_registry_spelling_of_a_company_wins_when_it_changes(acme: Acme) -> None:
    acme.land(job(1))
    acme.normalise()
    acme.land(job(1), company="Acme Robotics")
    acme.normalise()
    assert acme.rows("SELECT company FROM stg_postings") == [("Acme Robotics",)]


def test_changed_code_reads_again_what_has_landed(acme: Acme, monkeypatch: pytest.MonkeyPatch) -> None:
    acme.land(job(1, "Old title"), job(2))
    acme.land(job(1))
    acme.normalise()
    acme.con.execute("DELETE FROM stg_sightings")
    acme.con.execute("UPDATE stg_postings SET title = 'read badly'")
    monkeypatch.setattr(step, "version_of", lambda _: "newer code")
    assert acme.normalise().read == 2
    assert acme.rows("SELECT DISTINCT title FROM stg_postings") == [("Product Manager",)]
    assert acme.rows("SELECT DISTINCT crawl_seq FROM stg_sightings") == [(0,)]


def test_a_damaged_segment_leaves_the_tables_as_they_were(acme: Acme) -> None:
    acme.land(job(1))
    acme.normalise()
    acme.land(job(1), job(2))
    (acme.root / "greenhouse" / "crawl-2.jsonl.zst").write_bytes(b"damaged")
    with pytest.raises(Exception, match=r"crawl-2\.jsonl\.zst is missing or damaged"):
        acme.normalise()
    assert acme.rows("SELECT count(*) FROM stg_crawls") == [(1,)]
    assert acme.rows("SELECT count(*) FROM stg_postings") == [(1,)]


def reread(acme: Acme, again: Again) -> list[tuple[Any, ...]]:
    """Spoil every row, read again, and see which rows are as they were."""
    acme.con.execute("UPDATE stg_postings SET title = 'spoilt'")
    report = normalise(acme.con, acme.root, Run("again", datetime(2026, 2, 1, tzinfo=UTC)), again)
    assert report.crawls == 0
    return acme.rows("SELECT identifier, title FROM stg_postings ORDER BY identifier")


@pytest.mark.parametrize(
    ("again", "mended"),
    [
        (Again(), ""),
        (Again(frozenset({"lever"})), ""),
        (Again(frozenset({"greenhouse"})), "12"),
        (Again(day=date(2026, 1, 1)), "1"),  # the second day's payload of 2 is newer, and only that counts
        (Again(day=date(2026, 1, 2)), "2"),
        (Again(day=date(2026, 1, 3)), ""),
        (Again(frozenset({"greenhouse"}), date(2026, 1, 2)), "2"),
        (Again(frozenset({"lever"}), date(2026, 1, 2)), ""),
    ],
)
def test_a_platform_or_a_day_is_read_again_from_the_landing(acme: Acme, again: Again, mended: str) -> None:
    acme.land(job(1, "First"), job(2, "Old"))
    acme.land(job(2, "New"))
    acme.normalise()
    titles = {"1": "First", "2": "New"}
    assert dict(reread(acme, again)) == {key: titles[key] if key in mended else "spoilt" for key in titles}
