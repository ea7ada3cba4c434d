from collections.abc import Iterator

import pytest

from pipelines.classify import workers
from pipelines.classify.workers import in_order
from pipelines.collector import without_collector


@pytest.fixture(autouse=True)
def _nothing_to_prepare(monkeypatch: pytest.MonkeyPatch) -> None:
    """These workers double numbers: each would read the hub files first."""
    monkeypatch.setattr(workers, "_prepare", without_collector)


def doubled(number: int) -> int:
    if number == 13:
        raise ValueError("unlucky")
    return number * 2


def test_answers_come_in_order_over_processes() -> None:
    assert list(in_order(doubled, range(20, 60), workers=2)) == [number * 2 for number in range(20, 60)]


def test_small_work_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.classify.workers.ProcessPoolExecutor", None)
    assert list(in_order(doubled, range(3), alone=3, workers=2)) == [0, 2, 4]
    assert list(in_order(doubled, range(9), workers=1)) == [number * 2 for number in range(9)]
    assert list(in_order(doubled, [])) == []


def test_blocks_are_taken_only_a_little_ahead() -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for number in range(20, 120):
            taken.append(number)
            yield number

    answers = in_order(doubled, source(), workers=2)
    assert [next(answers), next(answers)] == [40, 42]
    assert len(taken) < 12
    answers.close()


def test_an_error_in_a_worker_is_raised_here() -> None:
    with pytest.raises(ValueError, match="unlucky"):
        list(in_order(doubled, range(10, 20), workers=2))
