"""Matching measured on real labelled pairs, read where they lie; floors just under what was measured."""

import pytest

from benchmarks.dedupe_gold import FILES, GOLD, read_pairs, score_each, score_whole

FLOORS = {"real": (0.97, 0.94), "synthetic": (0.99, 0.99)}


@pytest.mark.parametrize("score", [score_each, score_whole])
@pytest.mark.parametrize("name", FILES)
def test_labelled_pairs_are_told_apart(name: str, score: object) -> None:
    if not (GOLD / FILES[name]).is_file():
        pytest.skip("shared/ is absent: labelled pairs cannot be measured")
    assert callable(score)
    found = score(read_pairs(name))
    precision, recall = FLOORS[name]
    assert found.precision >= precision, [pair["id"] for pair in found.wrong]
    assert found.recall >= recall, [pair["id"] for pair in found.wrong]
