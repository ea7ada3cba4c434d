"""Splink on made-up postings, in an environment of its own: `python _splink_side.py FILE OUT [text]`. Not imported.

It gets what suits it: employers without legal forms, the city alone, m probabilities from the true entities. That
preparation is not counted, nor is the sketch of each text (hashes of word 4-grams, one in 16 kept). Writes id and
cluster a line, and prints the seconds it counts: wall, then CPU.
"""

import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

PREPARED = """
CREATE TABLE prepared AS
SELECT
    id AS unique_id,
    entity,
    regexp_replace(
        lower(company),
        '(,? (inc|llc|gmbh|ltd|limited|s\\.a|ag|b\\.v|pty ltd|oy|ab|kk|corp|corporation|co\\., ltd|plc|se)\\.?)+$',
        ''
    ) AS company,
    trim(replace(replace(replace(replace(
        regexp_replace(lower(title), '\\(.*?\\)| - remote', '', 'g'),
        'sr.', 'senior'), 'jr.', 'junior'), 'mgr', 'manager'), 'eng,', 'engineer,')) AS title,
    lower(split_part(split_part(location, ',', 1), ' (', 1)) AS city,
    language,
    description
FROM read_json($file, columns = {id: 'VARCHAR', entity: 'BIGINT', company: 'VARCHAR', title: 'VARCHAR',
    location: 'VARCHAR', language: 'VARCHAR', description: 'VARCHAR'}, format = 'newline_delimited')
"""
SKETCHED = """
CREATE TABLE sketched AS
WITH worded AS (SELECT *, string_split_regex(lower(description), '[^a-z0-9]+') AS words FROM prepared)
SELECT
    * EXCLUDE (words, description),
    list_filter(
        list_transform(range(1, greatest(len(words) - 2, 1)), lambda i: hash(list_slice(words, i, i + 3))),
        lambda one: one % 16 = 0
    ) AS sketch
FROM worded
"""


def main(file: str, out: str, with_text: bool) -> None:
    """Train, predict and cluster."""
    con = duckdb.connect()
    con.execute("SET threads = 2")
    con.execute(PREPARED, {"file": file})
    con.execute(SKETCHED if with_text else "CREATE TABLE sketched AS SELECT * EXCLUDE (description) FROM prepared")
    started = time.perf_counter(), time.process_time()
    comparisons = [
        cl.JaroWinklerAtThresholds("company", [0.95, 0.88]),
        cl.JaroWinklerAtThresholds("title", [0.97, 0.92, 0.85]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("city", [0.92]),
        cl.ExactMatch("language"),
    ]
    comparisons += [cl.ArrayIntersectAtSizes("sketch", [12, 8, 4, 2])] if with_text else []
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[block_on("company", "city"), block_on("company", "title")],
    )
    linker = Linker(DuckDBAPI(con).register("sketched"), settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match([block_on("company", "title", "city")], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_m_from_label_column("entity")
    found = linker.inference.predict(threshold_match_probability=0.9)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.9)
    con.execute(f"COPY (SELECT unique_id, cluster_id FROM {clusters.physical_name}) TO '{out}' (FORMAT json)")
    print(f"{time.perf_counter() - started[0]:.2f} {time.process_time() - started[1]:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "text" in sys.argv[3:])
