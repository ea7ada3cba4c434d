"""The replay server answers as the recorded sites did: matching, turns, ETags, broken answers, misuse."""

import http.client
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.sample_sites.recordings import load, request_key
from spiders.sample_sites.server import ReplayServer, _Bodies, serve
from warehouse.errors import UsageError

pytestmark = pytest.mark.enable_socket
RECORDED = Path(__file__).parents[2].parent / "shared" / "data" / "replay" / "2026-08-22"
URL = "https://api.acme.example/v1/jobs"


def folder(tmp_path: Path, *lines: dict[str, Any], **bodies: str) -> Path:
    """A folder of recordings; a line's `body` names one of the bodies."""
    for name, text in bodies.items():
        (tmp_path / f"{name}.json").write_text(text)
    index = [{"method": "GET", "url": URL, "status": 200, "headers": {}, **line} for line in lines]
    (tmp_path / "index.jsonl").write_text("".join(json.dumps(line) + "\n" for line in index))
    return tmp_path


@contextmanager
def connected(site: Path) -> Iterator[tuple[ReplayServer, http.client.HTTPConnection]]:
    with serve(site) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        try:
            yield server, connection
        finally:
            connection.close()


def ask(
    connection: http.client.HTTPConnection,
    url: str = URL,
    method: str = "GET",
    body: str | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[int, dict[str, str], bytes]:
    connection.request(method, "/" + url.split("://")[1], body=body, headers=headers or {})
    response = connection.getresponse()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()


@pytest.mark.parametrize(
    ("recorded", "asked", "same"),
    [
        (f"{URL}?a=1&b=2", f"{URL}?b=2&a=1", True),
        (f"{URL}?s[]=open&s[]=upcoming", f"{URL}?s%5B%5D=upcoming&s%5b%5d=open", True),
        (f"{URL}?s=a&s=a", f"{URL}?s=a", False),
        (f"{URL}?q=a%20b", f"{URL}?q=a+b", True),
        (f"{URL}?q=", URL, False),
        (f"{URL}?q=caf%C3%A9", f"{URL}?q=café", True),
        ("http://api.acme.example/v1/jobs", URL, True),
        ("https://API.acme.example:443/v1/jobs", URL, True),
        ("https://api.acme.example:8443/v1/jobs", URL, False),
        ("https://a.example/Forward%20Financing", "https://a.example/%46orward%20Financing", True),
        ("https://a.example/x%2Fy", "https://a.example/x/y", False),
        ("https://a.example", "https://a.example/", True),
        (URL, f"{URL}/", False),
        (URL, "https://api.acme.example/v1/Jobs", False),
    ],
)
def test_requests_are_the_same_by_meaning_not_by_spelling(recorded: str, asked: str, same: bool) -> None:
    assert (request_key("GET", recorded) == request_key("get", asked)) is same


PAIRS = st.lists(st.tuples(st.sampled_from(["a", "b", "s[]"]), st.text("xy& =%é", max_size=4)), max_size=5)


@given(pairs=PAIRS, shuffled=st.randoms(use_true_random=False))
def test_order_of_parameters_never_matters(pairs: list[tuple[str, str]], shuffled: Any) -> None:
    other = list(pairs)
    shuffled.shuffle(other)
    one, two = urlencode(pairs), urlencode(other, quote_via=quote)
    assert request_key("GET", f"{URL}?{one}") == request_key("GET", f"{URL}?{two}")


def test_body_status_and_headers_are_replayed_but_not_those_of_the_wire(tmp_path: Path) -> None:
    wire = {"Content-Length": "3", "Content-Encoding": "br", "Transfer-Encoding": "chunked", "Connection": "close"}
    line = {"status": 418, "headers": {"Content-Type": "text/x", "Set-Cookie": ["a=1", "b=2"], **wire}}
    with connected(folder(tmp_path, {**line, "body_file": "pot.json"}, pot="short and stout")) as (server, connection):
        status, headers, body = ask(connection)
        assert (status, body, headers["content-type"]) == (418, b"short and stout", "text/x")
        assert (headers["content-length"], headers["set-cookie"]) == ("15", "b=2")
        assert not {"content-encoding", "transfer-encoding", "connection"} & set(headers)
        assert [(method, url) for _, method, url in server.requests] == [("GET", URL)]


def test_lines_of_one_request_take_turns_and_the_last_stays(tmp_path: Path) -> None:
    site = folder(tmp_path, {"status": 503}, {"body_file": "a.json"}, {"body_file": "b.json"}, a="A", b="B")
    with connected(site) as (_, connection):
        assert ask(connection, method="HEAD")[0] == 503
        answers = [ask(connection) for _ in range(4)]
    assert [(status, body) for status, _, body in answers] == [(503, b""), (200, b"A"), (200, b"B"), (200, b"B")]


def test_request_body_chooses_among_lines_each_with_its_own_turns(tmp_path: Path) -> None:
    site = folder(
        tmp_path,
        {"method": "POST", "request_body_contains": '"offset":2', "status": 202},
        {"method": "POST", "request_body_contains": '"offset":20', "status": 220},
        {"method": "POST", "status": 200},
        {"method": "POST", "request_body_contains": '"offset":2', "status": 203},
    )
    bodies = ['{"offset":20}', '{"offset":2}', '{"offset":0}', '{"offset":2}', '{"offset":20}']
    with connected(site) as (_, connection):
        assert [ask(connection, method="POST", body=body)[0] for body in bodies] == [220, 202, 200, 203, 220]


def test_post_without_a_fitting_line_is_a_miss(tmp_path: Path) -> None:
    site = folder(tmp_path, {"method": "POST", "request_body_contains": "x"})
    with connected(site) as (_, connection):
        status, headers, _ = ask(connection, method="POST", body="y")
        assert (status, headers["x-rolecall-replay"]) == (404, "miss")


def test_a_miss_says_so_and_a_recorded_404_does_not(tmp_path: Path) -> None:
    with connected(folder(tmp_path, {"status": 404})) as (_, connection):
        assert ask(connection)[1]["x-rolecall-replay"] == "hit"
        status, headers, _ = ask(connection, f"{URL}?page=2")
        assert (status, headers["x-rolecall-replay"]) == (404, "miss")


@pytest.mark.parametrize("recorded", [{}, {"ETag": 'W/"v7"'}])
def test_if_none_match_is_answered_by_304(tmp_path: Path, recorded: dict[str, str]) -> None:
    with connected(folder(tmp_path, {"headers": recorded, "body_file": "a.json"}, a="A")) as (_, connection):
        tag = ask(connection)[1]["etag"]
        assert tag == recorded.get("ETag", tag)
        strong = tag.removeprefix("W/")
        for stated in (tag, strong, f"W/{strong}", f'"old", {tag}', "*"):
            status, headers, body = ask(connection, headers={"If-None-Match": stated})
            assert (status, headers["etag"], body) == (304, tag, b"")
        assert ask(connection, headers={"If-None-Match": '"old"'})[::2] == (200, b"A")


def test_equal_bodies_have_equal_etags_and_errors_have_none(tmp_path: Path) -> None:
    lines: list[dict[str, Any]] = [{"body_file": f"{name}.json"} for name in "abc"] + [{"status": 500}]
    with connected(folder(tmp_path, *lines, a="A", b="A", c="C")) as (_, connection):
        tags = [ask(connection)[1].get("etag") for _ in range(4)]
    assert tags[0] == tags[1] != tags[2]
    assert tags[3] is None


def test_head_has_the_headers_and_no_body(tmp_path: Path) -> None:
    with connected(folder(tmp_path, {"body_file": "a.json"}, a="12345")) as (_, connection):
        status, headers, body = ask(connection, method="HEAD")
        assert (status, headers["content-length"], body) == (200, "5", b"")
        assert ask(connection)[2] == b"12345"


def test_a_truncated_answer_promises_all_and_hangs_up(tmp_path: Path) -> None:
    with connected(folder(tmp_path, {"body_file": "a.json", "truncate_at": 4}, a="0123456789")) as (_, connection):
        connection.request("GET", "/" + URL.split("://")[1])
        response = connection.getresponse()
        assert response.getheader("content-length") == "10"
        with pytest.raises(http.client.IncompleteRead) as raised:
            response.read()
        assert raised.value.partial == b"0123"


def test_delay_is_waited_for_and_close_does_not_wait_for_it(tmp_path: Path) -> None:
    site = folder(tmp_path, {"delay_s": 0.05}, {"delay_s": 3600})
    with connected(site) as (server, connection):
        asked_at = time.monotonic()
        ask(connection)
        assert time.monotonic() - asked_at >= 0.05
        connection.request("GET", "/" + URL.split("://")[1])
        server.close()
        with pytest.raises((http.client.BadStatusLine, ConnectionError)):
            connection.getresponse()


def test_several_requests_share_one_connection(tmp_path: Path) -> None:
    with connected(folder(tmp_path, {"body_file": "a.json"}, a="A")) as (_, connection):
        ask(connection)
        first = connection.sock
        ask(connection, f"{URL}/none")
        ask(connection, method="HEAD")
        assert connection.sock is first


def test_a_file_rewritten_while_serving_is_read_again(tmp_path: Path) -> None:
    with connected(folder(tmp_path, {"body_file": "a.json"}, a="A")) as (_, connection):
        assert ask(connection)[2] == b"A"
        (tmp_path / "a.json").write_text("B")
        os.utime(tmp_path / "a.json", ns=(1, 1))
        assert ask(connection)[2] == b"B"
        (tmp_path / "a.json").unlink()
        status, headers, _ = ask(connection)
        assert (status, headers["x-rolecall-replay"]) == (500, "unreadable")


def test_the_body_cache_keeps_to_its_budget(tmp_path: Path) -> None:
    bodies = _Bodies(budget=10)
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(name.encode() * 6)
        assert bodies.get(tmp_path / name)[0] == name.encode() * 6
    assert list(bodies._held) == [tmp_path / "c"]
    assert bodies._size == 6


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: expected an object, found list"),
        ('{"method":"GET","status":200}', '"url" is missing'),
        ('{"method":"GET","url":"/v1/jobs","status":200}', "must begin with https://"),
        ('{"method":"GET","url":"https://a.example/","status":"200"}', "\"status\" must be int, found '200'"),
        ('{"method":"GET","url":"https://a.example/","status":99}', "between 200 and 599"),
        ('{"method":"GET","url":"https://a.example/","status":200,"headers":{"A":"x\\r\\nB: y"}}', "one line of ASCII"),
        ('{"method":"GET","url":"https://a.example/","status":200,"truncate_at":-1}', "must not be negative"),
        ('{"method":"GET","url":"https://a.example/","status":200,"body_file":"b.json"}', "b.json does not exist"),
        ('{"method":"GET","url":"https://a.example/","status":200,"body_file":"../up"}', "must stay inside"),
        ('{"method":"GET","url":"https://a.example/","status":200,"body_file":"a/../../up"}', "must stay inside"),
        ('{"method":"GET","url":"https://a.example/","status":200,"body_file":"/etc/hostname"}', "must stay inside"),
    ],
)
def test_a_line_that_cannot_be_served_is_named(tmp_path: Path, line: str, words: str) -> None:
    (tmp_path / "index.jsonl").write_text(f"\n{line}\n")
    with pytest.raises(UsageError) as raised:
        load(tmp_path)
    assert f"{tmp_path / 'index.jsonl'}, line 2: " in str(raised.value)
    assert words in str(raised.value)


def test_a_folder_without_index_is_wrong_use(tmp_path: Path) -> None:
    for missing in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UsageError, match=r"index\.jsonl does not exist"):
            serve(missing)
    (tmp_path / "index.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="not UTF-8"):
        serve(tmp_path)


def test_a_port_in_use_is_wrong_use_and_is_free_again_after_close(tmp_path: Path) -> None:
    site = folder(tmp_path, {})
    with connected(site) as (server, connection):
        ask(connection)
        with pytest.raises(UsageError, match=rf"Cannot listen on 127\.0\.0\.1:{server.port} \(.+\): choose another"):
            serve(site, port=server.port)
        port = server.port
    with serve(site, port=port) as again:
        assert again.address == f"http://127.0.0.1:{port}"
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        with pytest.raises(UsageError, match="Cannot listen"):
            serve(site, port=stranger.getsockname()[1])
    with pytest.raises(UsageError, match="Cannot listen"):
        serve(site, port=70_000)


def test_every_recorded_board_is_served_as_it_lies_on_disk() -> None:
    if not RECORDED.is_dir():
        pytest.skip(f"shared/ is absent: {RECORDED}")
    entries = [json.loads(line) for line in (RECORDED / "index.jsonl").read_text().splitlines()]
    with connected(RECORDED) as (_, connection):
        for entry in entries:
            status, _, body = ask(connection, entry["url"])
            assert status == entry["status"]
            assert body == (RECORDED / entry["body_file"]).read_bytes()
