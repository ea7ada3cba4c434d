"""Splink on prepared postings, in an environment of its own: `python _splink_side.py FILE OUT [text]`. Not imported.

It is set up for its best F1 (of some 30 settings tried): fields as our own matcher reads them, m probabilities from the
true entities, u probabilities by expectation maximisation among the pairs of one employer and city (random pairs hardly
ever share an employer, so theirs mislead), what the addresses, boards and requisitions say as one comparison, as they
depend on each other, and the match weight at which its F1 is best. Every true pair shares employer and city, so other
blocking rules find none more; match weights are low because those two, always equal, add nothing to them.
Writes id and cluster a line. Prints that match weight, the seconds of training, predicting and clustering once, wall
and CPU, and those of sketching the texts (hashes of word 4-grams, one in 8 kept); the search for the weight is free.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

SKETCHED = """
CREATE TABLE sketched AS
WITH texts AS (
    SELECT unique_id, string_split(replace(replace(lower(description), chr(10), ' '), '- ', ''), ' ') AS words
    FROM prepared
),
runs AS (
    SELECT unique_id, unnest(words) AS a, unnest(words[2:]) AS b, unnest(words[3:]) AS c, unnest(words[4:]) AS d
    FROM texts
),
hashed AS (SELECT unique_id, hash(a, b, c, d) AS one FROM runs),
kept AS (SELECT unique_id, list(DISTINCT one) AS sketch FROM hashed WHERE one % 8 = 0 GROUP BY unique_id)
SELECT * EXCLUDE (description) FROM prepared LEFT JOIN kept USING (unique_id)
"""
SHARE = "len(list_intersect(sketch_l, sketch_r)) >= {} * least(len(sketch_l), len(sketch_r))"
NO_SKETCH = "sketch_l IS NULL OR sketch_r IS NULL OR least(len(sketch_l), len(sketch_r)) < 2"
SHARES = (0.95, 0.85, 0.75, 0.6, 0.4)
#: no pair of two entities has it, so that its probability cannot be learnt
RARE = 1e-5
#: pairs below this match weight are never clustered
LOWEST = -60
#: match weights that so many of a hundred pairs stay below
TRIED = [share / 100 for share in range(50, 98)]
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


def posting() -> Any:
    """One posting, one requisition, another requisition, one board, one platform: the first that holds."""
    never = {"u_probability": RARE, "fix_u_probability": True}
    levels = [
        cll.CustomLevel("posting_l = posting_r").configure(**never),
        cll.CustomLevel("requisition_l = requisition_r").configure(**never),
        cll.CustomLevel("requisition_l <> requisition_r"),
        cll.CustomLevel("source_l = source_r"),
        cll.CustomLevel("platform_l = platform_r"),
        cll.ElseLevel(),
    ]
    return cl.CustomComparison(comparison_levels=levels, output_column_name="identity")


def text() -> Any:
    """The share of the shorter sketch that stands in the other one."""
    levels = [
        cll.CustomLevel(NO_SKETCH).configure(is_null_level=True),
        *(cll.CustomLevel(SHARE.format(share)) for share in SHARES),
        cll.ElseLevel(),
    ]
    return cl.CustomComparison(comparison_levels=levels, output_column_name="sketch")


def trained(con: duckdb.DuckDBPyConnection, with_text: bool) -> Any:
    """The model; with texts its m probabilities are learnt on from those of the entities, which without lowers F1."""
    title, language = cl.JaroWinklerAtThresholds("title", [0.97]), cl.ExactMatch("language")
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[title, language, posting(), *([text()] if with_text else [])],
        blocking_rules_to_generate_predictions=[block_on("company", "city")],
        retain_matching_columns=False,
    )
    model = Linker(DuckDBAPI(con).register("sketched"), settings, log_level="ERROR")
    model.training.estimate_probability_two_random_records_match([block_on("company", "title", "city")], recall=0.8)
    model.training.estimate_m_from_label_column("entity")
    model.training.estimate_parameters_using_expectation_maximisation(
        block_on("company", "city"),
        fix_u_probabilities=False,
        fix_m_probabilities=not with_text,
        estimate_without_term_frequencies=True,
    )
    return model


@contextmanager
def counted(took: list[float]) -> Iterator[None]:
    """Add the seconds of a block to `took`: wall, CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    took[0] += time.perf_counter() - wall
    took[1] += time.process_time() - cpu


def main(file: str, out: str, with_text: bool) -> None:
    """Train, predict and cluster."""
    con = duckdb.connect()
    con.execute("SET threads = 2")
    con.execute("CREATE TABLE prepared AS FROM read_parquet($file)", {"file": file})
    sketching, took = [0.0, 0.0], [0.0, 0.0]
    with counted(sketching):
        con.execute(SKETCHED if with_text else "CREATE TABLE sketched AS SELECT * EXCLUDE (description) FROM prepared")
    with counted(took):
        model = trained(con, with_text)
        found = model.inference.predict(threshold_match_weight=LOWEST)

    def clustered(weight: float) -> str:
        clusters = model.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_weight=weight)
        return str(clusters.physical_name)

    def f1(weight: float) -> float:
        return float(con.execute(F1.format(clusters=clustered(weight))).fetchall()[0][0])

    tried = f"SELECT quantile_cont(match_weight, {TRIED}) FROM {found.physical_name}"
    best = max(sorted({round(weight, 1) for weight in con.execute(tried).fetchall()[0][0]}), key=f1)
    with counted(took):
        clusters = clustered(best)
    con.execute(f"COPY (SELECT unique_id, cluster_id FROM {clusters}) TO '{out}' (FORMAT json)")
    print(f"{best} {took[0]:.2f} {took[1]:.2f} {sketching[0]:.2f} {sketching[1]:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "text" in sys.argv[3:])
