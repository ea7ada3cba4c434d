"""The short sample of `make fuzz`, and what the long one has found, once fixed."""

import random
from datetime import date
from typing import Any

import orjson
import pytest

from spiders.platforms import platforms
from spiders.platforms.base import Answer, Source
from spiders.reader import checked, identifier_of, read_payload
from tests.fuzz.__main__ import input_for
from tests.fuzz.targets import minified, seeds, targets
from warehouse.errors import PayloadError
from warehouse.ids import canonical_json
from warehouse.readings import ChallengeReading, PayReading, PlaceReading, PostingReading


@pytest.mark.parametrize("name", targets())
def test_a_few_mutated_inputs_come_to_an_end_and_to_no_other_error(name: str) -> None:
    dice = random.Random(name)
    held = [minified(seed) for seed in seeds(name)]
    for _ in range(20):
        targets()[name](input_for(dice.choice(held), dice))


WRONG = [
    PostingReading(identifier="1", title=["x"], url="https://a.example"),  # type: ignore[arg-type]
    PostingReading(identifier="1", title="x", url="https://a.example", posted={"a": 1}),  # type: ignore[arg-type]
    PostingReading(identifier="1", title="x", url="https://a.example", places=[None]),  # type: ignore[list-item]
    PostingReading(identifier="1", title="x", url="https://a.example", places=[PlaceReading(text=3)]),  # type: ignore[arg-type]
    PostingReading(identifier="1", title="x", url="https://a.example", pays=[PayReading(currency={})]),  # type: ignore[arg-type]
    ChallengeReading(identifier="1", name="x", url="https://a.example", kind="case", ends=[[]]),  # type: ignore[arg-type]
    ChallengeReading(identifier="1", name="x", url="https://a.example", kind="case", themes=[["a"]]),  # type: ignore[list-item]
]


@pytest.mark.parametrize("reading", WRONG)
def test_a_value_of_another_type_than_declared_is_no_reading(reading: PostingReading | ChallengeReading) -> None:
    with pytest.raises(TypeError):
        checked(reading)


def test_amounts_may_be_whole_and_texts_missing() -> None:
    checked(PostingReading(identifier="1", title="x", url="u", posted=1795341600, pays=[PayReading(minimum=5)]))


def test_a_url_that_cannot_be_parsed_makes_no_identifier() -> None:
    assert identifier_of(platforms()["mlcontests"], {"url": "https://[::1"}) is None


def test_a_time_zone_of_any_length_is_no_error_of_its_own() -> None:
    entry = {"starts_at": "2026-01-01T00:00:00+00:00", "timezone": "9" * 400}
    with pytest.raises(PayloadError):
        read_payload(platforms()["devfolio"], Source("a", "devfolio", "b"), entry)


@pytest.mark.parametrize(
    ("held", "stored"),
    [
        (10**22, 1e22),
        (-(10**22), -1e22),
        (10**400, None),
        (2**64 - 1, 2**64 - 1),
        (True, True),
        ({1: 2, None: 3, date(2026, 1, 2): 4}, {"1": 2, "None": 3, "2026-01-02": 4}),
        (("a", b"b", {"\ud83d": "\ud83d"}), ["a", "b'b'", {"?": "?"}]),
    ],
)
def test_what_json_cannot_hold_is_stored_as_what_is_nearest(held: Any, stored: Any) -> None:
    assert orjson.loads(canonical_json({"held": held, "big": 10**22})) == {"held": stored, "big": 1e22}


@pytest.mark.parametrize("depth", [90, 254, 900, 100_000])
def test_a_payload_nested_without_end_is_cut_off(depth: int) -> None:
    nested: Any = "end"
    for _ in range(depth):
        nested = [nested]
    assert (b"end" in canonical_json({"id": 1, "nested": nested})) is (depth < 100)


def test_a_table_that_is_no_csv_is_an_answer_that_cannot_be_read() -> None:
    with pytest.raises(PayloadError):
        platforms()["kaggle"].page(Source("a", "kaggle", "b"), Answer("https://k.example", '"Id","Slug"\r"x'))
