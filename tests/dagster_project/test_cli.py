"""The bulk commands as pipes: order kept, bad lines named and kept, nothing else in the way."""

import json
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dagster_project.cli import app
from dagster_project.cli.ui import check_port_is_free
from warehouse.errors import UsageError

Rolecall = Callable[..., "subprocess.CompletedProcess[str]"]
RECORDINGS = Path(__file__).parents[1] / "recordings"
runner = CliRunner()


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def command(*arguments: str, given: str = "") -> list[dict[str, Any]]:
    done = runner.invoke(app, list(arguments), input=given)
    assert done.exit_code == 0, done.output
    return lines(done.stdout)


def test_detect_keeps_the_order_and_says_null_for_the_unknown() -> None:
    urls = ["https://jobs.lever.co/acme/5a", "https://example.org/jobs", "https://boards.greenhouse.io/nimbus/jobs/1"]
    found = command("detect", given="\n".join(json.dumps({"url": url}) for url in urls))
    assert [row["url"] for row in found] == urls
    assert [(row["platform"], row["board"]) for row in found] == [
        ("lever", "acme"),
        (None, None),
        ("greenhouse", "nimbus"),
    ]


def test_classify_gives_hubs_level_and_evidence() -> None:
    given = [
        {"id": "1", "title": "(Remote) - Req 1234 - Sr. Prod. Manager, Payments (f/m/d)"},
        {"id": "2", "title": "Product Marketing Manager", "company": None, "location": None, "description": None},
        {"id": "3", "title": ""},
    ]
    found = command("classify", given="\n".join(map(json.dumps, given)))
    assert [row["id"] for row in found] == ["1", "2", "3"]
    assert (found[0]["primary_hub"], found[0]["level"]) == ("product-management", "senior")
    assert {"rule", "matched", "field"} <= set(found[0]["hubs"][0]["evidence"][0])
    assert "product-management" not in [hub["hub"] for hub in found[1]["hubs"]]
    assert (found[2]["hubs"], found[2]["primary_hub"], found[2]["level"]) == ([], None, "none")


def test_dedupe_joins_the_same_vacancy_and_nothing_else() -> None:
    same = {"title": "Product Manager", "location": "Berlin, Germany", "description": None, "url": None, "posted": None}
    given = [
        {"id": "a", "source": "x", "company": "Nimbus Forge", **same},
        {"id": "b", "source": "y", "company": "Nimbus Forge GmbH", **same},
        {"id": "c", "source": "x", "company": "Nimbus Forge", **same, "location": "Munich, Germany"},
    ]
    found = command("dedupe", given="\n".join(map(json.dumps, given)))
    assert [row["id"] for row in found] == ["a", "b", "c"]
    clusters = [row["cluster_id"] for row in found]
    assert clusters[0] == clusters[1] != clusters[2]
    assert sum(row["is_canonical"] for row in found) == 2


@pytest.mark.parametrize("recording", ["lever/quillbay.json", "devpost/hackathons.json"])
def test_read_gives_one_normalised_listing_a_line(recording: str) -> None:
    platform, _ = recording.split("/")
    found = command("read", platform, "--board", "b", "--company", "Quill Bay", "-i", str(RECORDINGS / recording))
    assert found
    assert all(row["url"] and row["identifier"] and row["source_id"] == f"{platform}:b" for row in found)
    assert "facts" not in found[0]


def test_a_bad_line_is_reported_kept_and_in_nobodys_way(tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.jsonl"
    given = '{"url": "https://jobs.lever.co/acme"}\nnot json\n{"uri": "x"}\n\n{"url": "https://jobs.lever.co/other"}\n'
    done = runner.invoke(app, ["detect", "--rejects", str(rejects)], input=given)
    assert [row["board"] for row in lines(done.stdout)] == ["acme", "other"]
    kept = lines(rejects.read_text())
    assert [(row["line"], row["reason"][:8]) for row in kept] == [(2, "not JSON"), (3, "needs ur")]


def test_what_is_no_response_of_the_platform_fails_with_a_sentence(tmp_path: Path, rolecall: Rolecall) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html>Just a moment...</html>")
    done = rolecall(tmp_path, "read", "lever", "--board", "b", "-i", str(page))
    assert (done.returncode, done.stdout) == (1, "")
    assert "This is not a response of lever" in done.stderr


def test_a_port_in_use_is_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"Cannot listen on 127.0.0.1:{port}"):
            check_port_is_free("127.0.0.1", port)
