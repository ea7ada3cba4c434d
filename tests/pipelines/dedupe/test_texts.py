"""How much of one text stands in another."""

import random

import pytest

from pipelines.dedupe.matching.texts import containment

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
