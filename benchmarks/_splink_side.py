"""Splink on prepared postings, in an environment of its own: `python _splink_side.py FILE OUT [text]`. Not imported.

It gets what suits it: employer, title, city and country as our own matcher reads them, m probabilities from the true
entities, and the threshold at which its F1 is best. The preparation is not counted, nor are the sketch of each text
(hashes of word 4-grams, one in 16 kept) and the search for the threshold: training, predicting and clustering once are.
Writes id and cluster a line, and prints the threshold and the seconds it counts: wall, then CPU.
"""

import sys
import time
from typing import Any

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

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
THRESHOLDS = (0.01, 0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9995, 0.9999, 0.99999)
#: pairs below this are never clustered
LOWEST = THRESHOLDS[0]
F1 = """
WITH labelled AS (SELECT cluster_id, sketched.entity FROM {clusters} AS found JOIN sketched USING (unique_id)),
pairs AS (
    SELECT
        (SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM labelled GROUP BY cluster_id, entity)) AS agreed,
        (SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM labelled GROUP BY cluster_id)) AS found,
        (SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM labelled GROUP BY entity)) AS wanted
)
SELECT 2 * agreed / (found + wanted) FROM pairs
"""


def linker(con: duckdb.DuckDBPyConnection, with_text: bool) -> Any:
    """The model, not yet trained."""
    comparisons = [
        cl.ExactMatch("company"),
        cl.JaroWinklerAtThresholds("title", [0.97, 0.92, 0.85]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.ExactMatch("country"),
        cl.ExactMatch("language"),
        cl.ExactMatch("requisition"),
    ]
    comparisons += [cl.ArrayIntersectAtSizes("sketch", [12, 8, 4, 2])] if with_text else []
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[block_on("company", "title"), block_on("company", "city")],
    )
    return Linker(DuckDBAPI(con).register("sketched"), settings, log_level="ERROR")


def main(file: str, out: str, with_text: bool) -> None:
    """Train, predict and cluster."""
    con = duckdb.connect()
    con.execute("SET threads = 2")
    con.execute("CREATE TABLE prepared AS FROM read_parquet($file)", {"file": file})
    con.execute(SKETCHED if with_text else "CREATE TABLE sketched AS SELECT * EXCLUDE (description) FROM prepared")
    started = time.perf_counter(), time.process_time()
    model = linker(con, with_text)
    model.training.estimate_probability_two_random_records_match([block_on("company", "title", "city")], recall=0.8)
    model.training.estimate_u_using_random_sampling(max_pairs=1e6)
    model.training.estimate_m_from_label_column("entity")
    found = model.inference.predict(threshold_match_probability=LOWEST)
    took = time.perf_counter() - started[0], time.process_time() - started[1]

    def clustered(threshold: float) -> str:
        clusters = model.clustering.cluster_pairwise_predictions_at_threshold(
            found, threshold_match_probability=threshold
        )
        return str(clusters.physical_name)

    def f1(threshold: float) -> float:
        return float(con.execute(F1.format(clusters=clustered(threshold))).fetchall()[0][0])

    best = max(THRESHOLDS, key=f1)
    started = time.perf_counter(), time.process_time()
    clusters = clustered(best)
    took = took[0] + time.perf_counter() - started[0], took[1] + time.process_time() - started[1]
    con.execute(f"COPY (SELECT unique_id, cluster_id FROM {clusters}) TO '{out}' (FORMAT json)")
    print(f"{best} {took[0]:.2f} {took[1]:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "text" in sys.argv[3:])
