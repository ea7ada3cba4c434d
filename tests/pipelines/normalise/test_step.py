"""The normalise step: watermark, unchanged payloads, rejects, repeats, and re-reading without asking any site."""

from dataclasses import replace

import pytest

from pipelines.normalise import step
from tests.pipelines.normalise.conftest import Acme, job
from warehouse.vocabulary import CrawlOutcome


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


def test_the_database_has_its_threads_again(acme: Acme) -> None:
    threads = acme.rows("SELECT current_setting('threads')")
    acme.land(job(1))
    acme.normalise()
    assert acme.rows("SELECT current_setting('threads')") == threads


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


def test_a_damaged_segment_is_an_error_of_its_board_that_is_then_asked_in_full(acme: Acme) -> None:
    acme.land(job(1))
    (acme.root / "greenhouse" / "crawl-1.jsonl.zst").write_bytes(b"half")
    acme.normalise()
    history = acme.landing.histories()["greenhouse:acme"]
    assert (history.landed, history.comparable("Acme")) == (None, None)
    acme.normalise()
    assert acme.rows("SELECT outcome, reason FROM stg_crawls") == [("error", "landing_damaged")]
    acme.land(job(1))
    acme.normalise()
    assert acme.rows("SELECT count(*) FROM stg_postings") == [(1,)]


def test_a_board_that_answers_as_lost_payloads_had_been_is_not_taken_for_unchanged(acme: Acme) -> None:
    acme.land(job(1), job(2))
    acme.normalise()
    acme.land(job(1))
    (acme.root / "greenhouse" / "crawl-2.jsonl.zst").write_bytes(b"half")
    ((*_, (before, _)),) = (list(acme.landing.crawls()),)
    again = replace(before, crawl_id="crawl-3", outcome=CrawlOutcome.UNCHANGED)
    acme.landing.land(again, [], frozenset(), before=before)
    acme.normalise()
    assert acme.rows("SELECT crawl_id FROM stg_crawls") == [("crawl-1",), ("crawl-2-damaged",)]


def test_damage_that_a_newer_crawl_has_made_good_leaves_that_one_comparable(acme: Acme) -> None:
    acme.land(job(1))
    acme.land(job(1), job(2))
    (acme.root / "greenhouse" / "crawl-1.jsonl.zst").unlink()
    acme.normalise()
    history = acme.landing.histories()["greenhouse:acme"]
    assert history.comparable("Acme") is not None
    assert history.landed is not None
    assert acme.rows("SELECT count(*) FROM stg_postings") == [(2,)]


def test_an_index_that_was_cut_and_has_grown_again_is_read_from_its_start(acme: Acme) -> None:
    acme.land(job(1))
    acme.land(job(1), job(2))
    acme.normalise()
    whole = acme.landing.index.read_bytes()
    acme.landing.index.write_bytes(whole[: len(whole) // 2 - 40])
    for number in range(3, 9):
        acme.land(job(number), company=f"Acme {'x' * number}")
    acme.normalise()
    assert acme.rows("SELECT count(*) FROM stg_postings") == [(8,)]
