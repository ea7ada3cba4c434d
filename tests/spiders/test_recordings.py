"""Every platform reads its recordings as a person expects: one test for all, found by walking tests/recordings.

`<platform>/<board>[_<variant>].json` is an answer in the exact wire format; `.expected.json` beside it what it gives:
a reading for each payload, or {"reject": reason} for one that must not be read.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
import pytest

from spiders.platforms import platforms
from spiders.platforms.base import Answer, Payload, Platform, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError

FOLDER = Path(__file__).parent.parent / "recordings"
RECORDINGS = sorted(path for path in FOLDER.glob("*/*") if ".expected." not in path.name)


def outcome_of(platform: Platform, source: Source, payload: Payload) -> dict[str, Any]:
    try:
        return asdict(read_payload(platform, source, payload))
    except PayloadError as error:
        return {"reject": str(error.reason)}


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_recording_reads_as_expected(path: Path) -> None:
    platform = platforms()[path.parent.name]
    source = Source("Fictional Company", platform.name, path.stem.split("_")[0])
    url = next(platform.requests(source)).url
    page = platform.page(source, Answer(url, path.read_text(encoding="utf-8")))
    found = [outcome_of(platform, source, payload) for payload in page.payloads]
    expected = orjson.loads(path.with_suffix(".expected.json").read_bytes())
    assert orjson.loads(orjson.dumps(found)) == expected


def test_every_platform_has_a_recording() -> None:
    assert {path.parent.name for path in RECORDINGS} == set(platforms())


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.name)
def test_a_platform_says_what_it_is_and_where_its_rules_are(platform: Platform) -> None:
    module = __import__(type(platform).__module__, fromlist=["x"])
    assert "http" in (module.__doc__ or "")
    assert type(platform).__doc__
    assert platform.delay_s >= 0.5
    assert all(platform.board_of(url) is None for url in ("example.org/careers", "", "localhost"))
