"""What may happen to a warehouse between two publications, each with the positions that are then due."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.pipelines.publish.conftest import PublishWarehouse
from tests.small_warehouse import AS_OF
from warehouse.ids import listing_id
from warehouse.models import history as h

PAY = {"minimum": 60000, "maximum": 70000, "currency": "EUR", "unit": "YEAR", "place": None, "text": "60-70k"}
LATER = AS_OF + timedelta(days=9)
PLACES = [{"location": town, "address_locality": town, "address_country": "BE"} for town in ("Ghent", "Bruges")]


def fill_shop(small: PublishWarehouse) -> None:
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


#: the positions whose rows differ after a change; after any other change none do
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
