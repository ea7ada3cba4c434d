import pytest

from benchmarks.classify_gold import GOLD, measure_hubs, measure_pm, rows
from pipelines.classify.classifier import Classifier
from pipelines.classify.workers import shipped_classifier


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    if not GOLD.exists():
        pytest.skip(f"shared/ is absent: {GOLD}")
    return shipped_classifier()


def test_product_management_is_found(classifier: Classifier) -> None:
    result = measure_pm(classifier, rows("pm_classification.dev.jsonl"))
    assert result.pm.f1 >= 0.99, result.errors
    assert result.level_strict >= 0.97, result.errors
    assert result.level_lenient >= 0.99, result.errors


def test_skills_are_found(classifier: Classifier) -> None:
    result = measure_hubs(classifier, rows("skill_labels.dev.jsonl"))
    assert result.micro.f1 >= 0.90, result.errors
    assert result.primary >= 0.905, result.errors
