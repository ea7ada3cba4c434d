"""Which publication a request reads: the newest, one only, opened once; and files that are none."""

import shutil
from threading import Event, Thread

import duckdb
import pytest

from hub.publications import Publications
from hub.stored import Stored
from warehouse.errors import StorageError
from warehouse.publication import LINK

COUNTS = "SELECT position_count, (SELECT count(*) FROM positions) FROM publication"


def test_a_new_publication_is_followed_by_the_next_request(small, publish_small, site):
    small.posting("p1", title="First")
    publish_small()
    assert site.get("/openings").all(".card a") == ["First"]
    assert site.get("/positions/p2").status == 404
    small.posting("p2", title="Second")
    publish_small()
    assert sorted(site.get("/openings").all(".card a")) == ["First", "Second"]
    assert site.get("/positions/p2").status == 200
    assert "2 open positions" in site.get("/").all("footer")[0]


def test_a_request_keeps_its_publication_even_after_that_is_deleted(small, publish_small, folder):
    publications = Publications(folder)
    small.posting("p0")
    first = publish_small()
    held = publications.newest()
    for number in range(1, 5):
        small.posting(f"p{number}")
        publish_small()
        newest = publications.newest()
        assert newest.row("publication")["position_count"] == number + 1
        assert len(newest.rows("openings", hub=None, most=99, skipped=0)) == number + 1
        newest.close()
    assert not first.file.exists()
    assert held.row("publication")["publication_id"] == first.publication_id
    assert len(held.rows("openings", hub=None, most=99, skipped=0)) == 1


def test_a_publication_is_opened_once(publish_small, folder, monkeypatch):
    publish_small()
    opened = []
    real = duckdb.connect
    monkeypatch.setattr(duckdb, "connect", lambda *args, **options: opened.append(args[0]) or real(*args, **options))
    publications = Publications(folder)
    for _ in range(3):
        publications.newest().close()
    publish_small()
    publications.newest().close()
    assert len(opened) == len(set(opened)) == 2


def test_a_single_file_is_served_and_stays_the_same(small, publish_small, folder):
    small.posting("p1")
    file = publish_small().file
    small.posting("p2")
    publish_small()
    assert Publications(file).newest().row("publication")["position_count"] == 1


def test_instants_are_read_in_utc(empty, as_of):
    published_at = Publications(empty.place).newest().row("publication")["published_at"]
    assert published_at.isoformat() == as_of.isoformat()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("DROP TABLE publication", "is no published file"),
        ("UPDATE publication SET contract_version = '2'", "another contract"),
        ("DELETE FROM publication", "another contract"),
    ],
)
def test_a_file_that_is_no_publication_is_refused(empty, tmp_path, spoil, said):
    file = tmp_path / "other.duckdb"
    shutil.copy(empty.place / LINK, file)
    with duckdb.connect(str(file)) as con:
        con.execute(spoil)
    with pytest.raises(StorageError, match=said):
        Publications(file).newest()


def test_a_damaged_file_is_refused(tmp_path):
    file = tmp_path / "damaged.duckdb"
    file.write_bytes(b"not a database" * 1000)
    with pytest.raises(StorageError, match="publish again"):
        Publications(file).newest()


def test_no_answer_mixes_two_publications_while_new_ones_swap_in(small, publish_small, site):
    small.posting("p0")
    publish_small()
    ended, faults, seen = Event(), [], set()

    addresses = ["/openings", "/openings?sort=newest", "/openings?q=manager", "/skills/product-management"]

    def ask():
        while not ended.is_set():
            for answer in site.get_all(addresses * 2):
                cards, said = len(answer.all(".card")), answer.all("footer p")[0]
                seen.add(answer.headers["x-rolecall-publication"])
                if answer.status != 200 or not said.startswith(f"{cards} open position"):
                    faults.append((answer.status, cards, said))

    reader = Thread(target=ask)
    reader.start()
    published = set()
    for number in range(1, 5):
        small.posting(f"p{number}")
        published.add(publish_small().publication_id)
    ended.set()
    reader.join()
    assert faults == []
    assert len(seen & published) > 1
    assert site.get("/openings").headers["x-rolecall-publication"] == max(published)


def _lead_to(folder, publication):
    new = folder / "new-link"
    new.symlink_to(publication.file.name)
    new.replace(folder / LINK)


def test_the_link_may_go_back_to_a_file_that_is_still_being_read(small, publish_small, folder, site):
    small.posting("p0")
    publications = [publish_small()]
    held = Publications(folder).newest()
    small.posting("p1")
    publications.append(publish_small())
    ended, faults, seen = Event(), [], set()

    def ask():
        while not ended.is_set():
            for answer in site.get_all(["/openings", f"/openings?page=1&turn={len(seen)}"]):
                seen.add(answer.headers.get("x-rolecall-publication"))
                cards, said = len(answer.all(".card")), answer.all("footer p")[0]
                if answer.status != 200 or not said.startswith(f"{cards} open position"):
                    faults.append((answer.status, cards, said))

    reader = Thread(target=ask)
    reader.start()
    for turn in range(10):
        there = publications[turn % 2]
        _lead_to(folder, there)
        answer = site.get(f"/openings?turn=own-{turn}")
        assert answer.headers["x-rolecall-publication"] == there.publication_id
        assert len(answer.all(".card")) == there.position_count
        assert len(held.rows("openings", hub=None, most=99, skipped=0)) == 1
    ended.set()
    reader.join()
    assert faults == []
    assert seen
    assert seen <= {each.publication_id for each in publications}


def test_an_answer_that_many_ask_for_at_once_is_made_once(small, publish_small, site, monkeypatch):
    small.posting("p0")
    publish_small()
    asked = []
    real = Stored._asked
    monkeypatch.setattr(Stored, "_asked", lambda self, *args: asked.append(1) or real(self, *args))
    answers = site.get_all(["/openings"] * 10)
    assert {answer.html for answer in answers} == {answers[0].html}
    assert len(asked) == 1
