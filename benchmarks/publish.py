"""How long publishing takes, how much memory and disk it needs: `python benchmarks/publish.py [POSITIONS]`.

The warehouse is made up in SQL: postings with 100,000 different words in their titles, about 2 KB of text and as much
HTML, a fifth of them second listings of the same vacancy, a tenth closed. Made-up text compresses better than real text
does; real figures are a little larger.
"""

import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from pipelines.publish import HubTexts, publish
from warehouse.database import open_warehouse
from warehouse.publication import open_published
from warehouse.run import Run

AS_OF = datetime(2026, 11, 22, 10, tzinfo=UTC)
HUBS = tuple(HubTexts(f"skill-{letter}", f"Skill {letter.upper()}") for letter in "abcdefghijklmnopqrstuvw")

WAREHOUSE = """
CREATE TEMP MACRO mixed(n, salt, most) AS (hash(n || ':' || salt) % most)::INTEGER;

CREATE TEMP MACRO pick(words, n, salt) AS words[1 + mixed(n, salt, len(words))];

INSERT INTO stg_postings BY NAME
SELECT
  md5('posting' || n) AS listing_id, 'lever:company-' || n % 3000 AS source_id, 'lever' AS platform,
  n::VARCHAR AS identifier, 'https://jobs.example/' || n AS url, 'en' AS language,
  array_to_string([md5((n * 31 + i)::VARCHAR)[:1 + (n + i) % 9] FOR i IN range(350)], ' ') AS description_text,
  '<p>' || description_text || '</p>' AS description_html,
  'p' AS payload_hash, 'r' AS reader_version, '{}' AS facts, $as_of AS read_at,
  concat_ws(' ',
    pick(['', '', 'Senior', 'Lead', 'Staff', 'Principal', 'Associate', 'Junior', 'Head of', 'Group'], n, 0),
    pick(['Product', 'Software', 'Data', 'Marketing', 'Sales', 'Design', 'Finance', 'Security'], n, 1),
    pick(['Manager', 'Engineer', 'Analyst', 'Specialist', 'Director', 'Owner'], n, 2) || ',',
    pick(['Payments', 'Growth', 'Platform', 'Search', 'Mobile', 'Checkout', 'Identity'], n, 3),
    md5(mixed(n, 4, 100000)::VARCHAR)[:6], pick(['(m/f/d)', '- Remote', '', 'II'], n, 5)
  ) AS title,
  'Company ' || md5((n % 3000)::VARCHAR)[:6] AS company, 'company-' || n % 3000 AS company_slug,
  'https://jobs.example/' || n || '/apply' AS apply_url,
  pick(['DE', 'US', 'GB', 'FR', 'BR', 'IN', 'NL', 'ES'], n, 6) AS address_country,
  'Town ' || md5(mixed(n, 7, 5000)::VARCHAR)[:5] || ', ' || address_country AS location,
  '[{"location": "' || location || '", "address_country": "' || address_country || '"}]' AS places,
  '[]' AS salaries, pick(['onsite', 'hybrid', 'remote', NULL], n, 8) AS workplace_type,
  pick(['FULL_TIME', 'PART_TIME', 'CONTRACTOR', NULL], n, 9) AS employment_type,
  if(mixed(n, 10, 3) = 0, 40000 + mixed(n, 11, 160000), NULL) AS base_salary_max,
  if(base_salary_max IS NULL, NULL, pick(['EUR', 'USD', 'GBP'], n, 12)) AS base_salary_currency,
  if(base_salary_max IS NULL, NULL, 'YEAR') AS base_salary_unit,
  $as_of::DATE - mixed(n, 13, 200) AS date_posted
FROM range($postings) AS numbers (n);

INSERT INTO int_listing_states BY NAME
SELECT
  listing_id, 'posting' AS listing_kind, source_id, identifier, facts, $as_of - INTERVAL 9 DAY AS first_seen_at,
  $as_of AS last_seen_at, 0 AS missed_count,
  if(identifier::BIGINT % 10 = 3, $as_of, NULL) AS closed_at,
  if(identifier::BIGINT % 10 = 3, 'absent', NULL) AS close_reason
FROM stg_postings;

INSERT INTO int_members BY NAME
SELECT
  listing_id, 'posting' AS listing_kind,
  if(identifier::BIGINT % 5 = 1, md5('posting' || (identifier::BIGINT - 1)), listing_id) AS published_id,
  identifier::BIGINT % 5 <> 1 AS is_canonical, if(is_canonical, 'canonical', 'exact') AS match_reason
FROM stg_postings;

INSERT INTO int_member_states BY NAME
SELECT listing_id, 's' AS state_hash, false AS is_bare
FROM stg_postings;

INSERT INTO int_published_states BY NAME
SELECT
  published_id, 'posting' AS listing_kind, published_id AS anchor_listing_id, '{}' AS facts,
  min(first_seen_at) AS first_seen_at,
  if(bool_and(closed_at IS NOT NULL), max(closed_at), NULL) AS closed_at, 'absent' AS close_reason
FROM int_members
JOIN int_listing_states USING (listing_id)
GROUP BY published_id;

INSERT INTO int_classified BY NAME
SELECT
  listing_id, 'c' AS content_hash, 'skill-' || chr(97 + identifier::INTEGER % 23) AS primary_hub,
  pick(['none', 'none', 'pm', 'senior', 'lead'], identifier::BIGINT, 14) AS level,
  '[{"hub": "' || primary_hub
    || '", "score": 0.9, "evidence": [{"rule": "title", "matched": "product manager", "field": "title"}]}]' AS hubs
FROM stg_postings;

INSERT INTO int_listing_events BY NAME
SELECT
  'posting' AS listing_kind, listing_id, source_id, identifier, 'opened' AS event, first_seen_at AS occurred_at,
  '[]' AS evidence, 'run' AS run_id
FROM int_listing_states
"""


SEEN_AGAIN = "UPDATE int_listing_states SET last_seen_at = $as_of WHERE closed_at IS NULL"

#: a hundredth of the postings with another title, as many new ones closed: what a day may bring
A_DAY = """
UPDATE stg_postings SET title = title || ' II', payload_hash = 'q' WHERE identifier::BIGINT % 100 = 10;

UPDATE int_listing_states SET closed_at = $as_of, close_reason = 'absent' WHERE identifier::BIGINT % 100 = 22;

UPDATE int_published_states SET closed_at = $as_of, close_reason = 'absent'
FROM int_listing_states AS states
WHERE states.listing_id = published_id AND states.identifier::BIGINT % 100 = 22;
"""


def fill(con: duckdb.DuckDBPyConnection, postings: int) -> None:
    """Make up a warehouse of so many postings."""
    _execute(con, WAREHOUSE, {"as_of": AS_OF, "postings": postings})


def _execute(con: duckdb.DuckDBPyConnection, statements: str, values: dict[str, Any]) -> None:
    for statement in statements.split(";\n"):
        con.execute(statement, {name: value for name, value in values.items() if f"${name}" in statement})
    con.execute("CHECKPOINT")


def measure(postings: int, home: Path) -> None:
    """Publish all, then a day with nothing new and a day with some changes, and say what each took."""
    with open_warehouse(home / "warehouse.duckdb") as con:
        fill(con, postings)
    _publish(home, 0, "all")
    _publish(home, 1, "nothing new", SEEN_AGAIN)
    _publish(home, 2, "a hundredth changed, a hundredth closed", A_DAY + SEEN_AGAIN)
    sys.stdout.write(f"the whole benchmark's peak {peak_megabytes():.0f} MB\n")
    started = time.perf_counter()
    with open_published(home) as con:
        con.execute("SELECT * EXCLUDE (description_html, description_text) FROM skill_a_positions LIMIT 50").fetchall()
    sys.stdout.write(f"open and list 50 positions of one hub: {(time.perf_counter() - started) * 1000:.0f} ms\n")


def _publish(home: Path, day: int, what: str, changes: str = "SELECT 1") -> None:
    as_of = AS_OF + timedelta(days=day)
    with open_warehouse(home / "warehouse.duckdb") as con:
        _execute(con, changes, {"as_of": as_of})
        wall, cpu = time.perf_counter(), time.process_time()
        made = publish(con, home, HUBS, Run("benchmark", as_of))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    megabytes = made.file.stat().st_size / 2**20
    how = "whole" if made.is_whole else "by changes"
    sys.stdout.write(
        f"{what}: {made.position_count} positions, {how}: {wall:.2f} s ({cpu:.2f} s CPU), {megabytes:.0f} MB on disk\n"
    )


def peak_megabytes() -> float:
    """Peak resident memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, Path(folder))
