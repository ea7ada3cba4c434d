"""Every platform reads its recordings as a person expects: one test for all, found by walking tests/recordings.

`<platform>/<board>[_<variant>].json|html|xml|csv` is an answer in the exact wire format; `.expected.json` beside it
what it gives: a reading for each payload, or {"reject": reason} for one that must not be read. Where they are needed,
`.board` holds a board that suits no file name, and `.carried.json` the list entry that a detail page completes.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
import pytest
from pydantic import SecretStr

from spiders.personal_data import scrubbed
from spiders.platforms import platforms
from spiders.platforms.base import Answer, Payload, Platform, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.settings import Settings
from warehouse.vocabulary import ListingKind

FOLDER = Path(__file__).parent.parent / "recordings"
EXPECTED = sorted(FOLDER.glob("*/*.expected.json"))
#: no test needs a person's key
KEYS = Settings(usajobs_key=SecretStr("a-key-of-nobody"), usajobs_email="nobody@rolecall.example")
#: keys under which platforms name people that no reader needs
PEOPLE = frozenset({"participants_details", "contact_email", "contact_number", "judges", "mentors", "createdByUserId"})


def recording_of(expected: Path) -> Path:
    stem = expected.name.removesuffix(".expected.json")
    return next(
        path for end in ("json", "html", "xml", "csv") if (path := expected.with_name(f"{stem}.{end}")).exists()
    )


def beside(recording: Path, suffix: str) -> str | None:
    path = recording.with_name(recording.stem + suffix)
    return path.read_text(encoding="utf-8") if path.exists() else None


def outcome_of(platform: Platform, source: Source, payload: Payload) -> dict[str, Any]:
    try:
        return asdict(read_payload(platform, source, payload))
    except PayloadError as error:
        return {"reject": str(error.reason)}


def read_page(expected: Path) -> tuple[Platform, Source, list[Payload]]:
    platform = platforms()[expected.parent.name].with_settings(KEYS)
    recording = recording_of(expected)
    board = (beside(recording, ".board") or recording.stem.split("_")[0]).strip()
    carried = beside(recording, ".carried.json")
    source = Source("Fictional Company", platform.name, board)
    entry = orjson.loads(carried) if carried else None
    own_url = entry.get("url") if platform.name.startswith("careers_page") and entry else None
    url = own_url or next(platform.requests(source)).url
    text = recording.read_text(encoding="utf-8")
    page = platform.page(source, Answer(url, text, carried=entry))
    return platform, source, page.payloads


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_recording_reads_as_expected(expected: Path) -> None:
    platform, source, payloads = read_page(expected)
    found = [outcome_of(platform, source, payload) for payload in payloads]
    assert orjson.loads(orjson.dumps(found)) == orjson.loads(expected.read_bytes())


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_number_address_or_participant_of_a_challenge_leaves_its_platform(expected: Path) -> None:
    platform, _, payloads = read_page(expected)
    if platform.kind is ListingKind.CHALLENGE:
        assert [scrubbed(payload, PEOPLE) for payload in payloads] == payloads


def test_every_platform_has_a_recording() -> None:
    assert {path.parent.name for path in EXPECTED} == set(platforms())


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.name)
def test_a_platform_says_what_it_is_and_where_its_rules_are(platform: Platform) -> None:
    module = __import__(type(platform).__module__, fromlist=["x"])
    assert "http" in (module.__doc__ or "")
    assert type(platform).__doc__
    assert platform.delay_s >= 0.5
    assert all(platform.board_of(url) is None for url in ("example.org/careers", "", "localhost"))
