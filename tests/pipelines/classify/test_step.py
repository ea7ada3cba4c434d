"""The classify step over a warehouse: everything once, then what has changed and nothing else."""

from collections.abc import Iterator

import pytest

from pipelines.classify import step
from tests.small_warehouse import CHALLENGE, POSTING, SmallWarehouse

TEXT = "You own the roadmap."


@pytest.fixture
def small() -> Iterator[SmallWarehouse]:
    """Two postings and a challenge, all classified."""
    with SmallWarehouse.empty() as small:
        posting = POSTING | {"apply_url": "https://jobs.acme.example/1/apply", "description_text": TEXT}
        small.listing("posting", "lever:acme", "1", "p1", posting)
        small.listing("posting", "lever:acme", "2", "p2", posting | {"title": "Plumber"})
        small.listing("challenge", "devpost:all", "3", "c1", CHALLENGE | {"themes": ["Product"]})
        small.con.execute("DELETE FROM int_classified")
        assert step.classify(small.con).classified == 3
        yield small


def test_each_listing_has_its_hubs_and_its_level(small):
    found = small.con.execute(
        "SELECT identifier, primary_hub, level FROM int_classified JOIN stg_postings USING (listing_id) ORDER BY ALL"
    ).fetchall()
    assert found == [("1", "product-management", "pm"), ("2", "retail-hospitality-trades", "none")]


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ("UPDATE stg_postings SET title = 'Product Owner' WHERE identifier = '1'", 1),
        ("UPDATE stg_postings SET department = 'Sales' WHERE identifier = '1'", 1),
        ("UPDATE stg_postings SET company = 'Acme'", 2),
        ("UPDATE stg_postings SET language = 'de' WHERE identifier = '2'", 1),
        ("UPDATE stg_postings SET description_text = 'New', payload_hash = 'q' WHERE identifier = '2'", 1),
        ("UPDATE stg_postings SET description_text = 'New', reader_version = 's' WHERE identifier = '2'", 1),
        ("UPDATE stg_challenges SET name = 'Case of a Product Manager'", 1),
        ("UPDATE stg_challenges SET themes = ['Health']", 1),
        ("UPDATE stg_challenges SET skill_tags = ['figma']", 1),
        ("UPDATE stg_postings SET apply_url = 'https://jobs.acme.example/2', department = NULL", 0),
        ("UPDATE int_listing_states SET last_seen_at = last_seen_at + INTERVAL 1 DAY", 0),
        ("DELETE FROM int_classified", 3),
    ],
)
def test_what_has_changed_is_classified_again(change, count, small):
    small.con.execute(change)
    assert step.classify(small.con).classified == count
    assert step.classify(small.con).classified == 0


def test_other_rules_classify_everything_again(small, monkeypatch):
    monkeypatch.setattr(step, "rules_version", lambda: "other")
    assert step.classify(small.con).classified == 3
