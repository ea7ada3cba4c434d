"""The curated lists: every shipped file can be read as it is, through the crawl path, without asking anybody."""

import asyncio
from pathlib import Path

import pytest
import yaml
from scrapy import Request

from spiders import bundled
from spiders.platforms.base import Answer, Source
from spiders.platforms.curated import PLATFORM
from spiders.reader import read_payload
from spiders.registry import sample_registry, shipped_registry
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading

SHIPPED, SAMPLES = (sorted(folder.glob("*.yaml")) for folder in bundled.FOLDERS)


def answered(url: str) -> tuple[int, str]:
    handler = bundled.BundledDownloadHandler(None)  # type: ignore[arg-type] # it needs no crawler
    response = asyncio.run(handler.download_request(Request(url)))
    return response.status, response.text  # type: ignore[attr-defined]


def readings(path: Path) -> list[ChallengeReading]:
    source = Source("Rolecall", "curated", path.stem)
    (fetch,) = PLATFORM.requests(source)
    status, text = answered(fetch.url)
    assert status == 200
    found = [
        read_payload(PLATFORM, source, payload) for payload in PLATFORM.page(source, Answer(fetch.url, text)).payloads
    ]
    return [reading for reading in found if isinstance(reading, ChallengeReading)]


@pytest.mark.parametrize("path", [*SHIPPED, *SAMPLES], ids=lambda path: path.stem)
def test_every_entry_of_a_list_can_be_read(path: Path) -> None:
    found = readings(path)
    assert len(found) == len(yaml.safe_load(path.read_text("utf-8"))["entries"])
    assert len(found) >= 25 or path in SAMPLES
    assert len({reading.identifier for reading in found}) == len({reading.name for reading in found}) == len(found)
    assert {reading.kind for reading in found} == {"exercise", "case"}
    assert all(reading.is_evergreen and reading.url.startswith("https://") for reading in found)
    # facts and a few words of ours, never a text
    assert all(len(reading.description_html or "") < 200 for reading in found)


def test_every_list_is_in_the_registry() -> None:
    for registry, lists in ((shipped_registry("default"), SHIPPED), (sample_registry(), SAMPLES)):
        assert {source.board for source in registry if source.platform == "curated"} == {path.stem for path in lists}


@pytest.mark.parametrize(
    "url",
    [
        "bundled://curated/nothing.yaml",
        "bundled://curated/../challenges.yaml",
        "bundled://curated/%2e%2e/companies.csv",
        "bundled://curated/robots.txt",
        "bundled://other/product-management.yaml",
        "bundled://curated/product-management.yaml?x=/etc/hosts",
    ],
)
def test_nothing_else_is_served(url: str) -> None:
    assert answered(url) == (404, "")


@pytest.mark.parametrize("board", ["../secrets", "Product Management", "", "a/b"])
def test_a_board_that_is_no_file_name_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="curated list"):
        list(PLATFORM.requests(Source("Rolecall", "curated", board)))


@pytest.mark.parametrize(
    "text", ["", "null", "[1]", "entries: []", "discipline: X\nentries: {}", "discipline: [", "a: b: c"]
)
def test_another_shape_is_loud(text: str) -> None:
    with pytest.raises(PayloadError) as caught:
        PLATFORM.page(Source("Rolecall", "curated", "x"), Answer("", text))
    assert caught.value.reason == "wrong_type"
