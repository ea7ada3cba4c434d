"""How much of one text stands in another."""

import random

import pytest

from pipelines.dedupe.matching.texts import PROBE, PROBES, containment, letters, shared_part

WORDS = ["harbor", "ledger", "violet", "engine", "copper", "meadow", "signal", "lantern", "quartz", "timber", "saddle"]


def text(seed: int, size: int = 300) -> str:
    """Words in an order of their own."""
    picker = random.Random(seed)  # noqa: S311 - no secret
    return " ".join(picker.choice(WORDS) + str(picker.randrange(50)) for _ in range(size))


def test_a_snippet_is_contained_and_an_unrelated_text_is_not() -> None:
    whole = text(1)
    assert containment(whole, whole) == 1.0
    assert containment(whole, whole[200:900]) == 1.0
    assert containment(whole, text(2)) == pytest.approx(0.0, abs=0.05)


def test_lost_line_breaks_case_and_punctuation_do_not_count() -> None:
    lines = [text(seed, 12).capitalize() for seed in range(20)]
    assert containment(".\n\u2022 ".join(lines), "".join(line.upper() for line in lines)) == 1.0


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
def test_the_share_is_about_what_was_kept(share: float) -> None:
    kept = int(400 * share)
    mixed = " ".join(text(3, 400).split()[:kept] + text(4, 400 - kept).split())
    found = containment(text(3, 400), mixed)
    assert found == pytest.approx(share, abs=0.1)


def test_too_little_text_says_nothing() -> None:
    assert containment("We are hiring.", "We are hiring.") is None
    assert containment(None, text(1)) is None
    assert containment("", "") is None


def test_scripts_beyond_ascii_are_compared_too() -> None:
    one = "プロダクトの方針を決め、開発とデザインの間に立つ仕事です。" * 8
    other = "経理と監査の経験を生かし、決算の全体を任せる仕事になります。" * 8
    assert containment(one, one + other) == 1.0
    found = containment(one, other)
    assert found is not None
    assert found < 0.5


def test_the_order_of_texts_does_not_matter() -> None:
    for seed in range(20):
        one, other = text(seed), text(seed)[:800] + text(seed + 100)
        assert containment(one, other) == containment(other, one)


def edited(seed: int) -> tuple[bytes, bytes]:
    """A text and another in which some words were replaced, more of them with every seed."""
    picker = random.Random(seed)  # noqa: S311 - no secret
    words = text(seed, 200).split()
    changed = [word if picker.random() > seed / 200 else "replaced" for word in words]
    return letters(" ".join(words)), letters(" ".join(changed))


@pytest.mark.parametrize("seed", range(0, 60, 3))
def test_the_share_is_that_of_runs_looked_for_one_by_one_and_given_up_only_below_what_is_asked(seed: int) -> None:
    shorter, longer = sorted(edited(seed), key=lambda one: (len(one), one))
    last = len(shorter) - PROBE
    runs = [shorter[start : start + PROBE] for start in (at * last // (PROBES - 1) for at in range(PROBES))]
    expected = sum(run in longer for run in runs) / PROBES
    assert shared_part(shorter, longer) == expected
    found = shared_part(longer, shorter, 0.6)
    assert found is not None
    assert found == expected if expected >= 0.6 else found < 0.6
