"""A file made from the last one by what has changed: the same rows as one written whole, and whole where in doubt."""

import os
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pipelines.publish import HubTexts, catalog, draft, last, statements
from pipelines.publish.prepared import prepare, prepare_due
from tests.pipelines.publish.changes import CHANGES, DUE, fill_shop
from tests.pipelines.publish.conftest import HUBS, PublishWarehouse, Rows, rows_of
from tests.small_warehouse import AS_OF
from warehouse.errors import PublicationRefused
from warehouse.models.published import TABLES
from warehouse.models.publishing import IntPublication, IntPublishedRow
from warehouse.publication import open_published, published_file


@pytest.fixture(autouse=True)
def any_share_is_worth_it(monkeypatch):
    """In a warehouse of seven positions one is more than a tenth."""
    monkeypatch.setattr(last, "_REPLACED_SHARE", 1e9)


@pytest.fixture
def shop(small: PublishWarehouse) -> PublishWarehouse:
    """The warehouse that the changes are made to."""
    fill_shop(small)
    return small


@pytest.fixture
def compared(shop, publish_small, folder, tmp_path) -> Callable[..., tuple[Rows, Rows]]:
    """Publish by changes and whole, as of a day; the rows of both."""

    def compare(day: int = 1) -> tuple[Rows, Rows]:
        as_of = AS_OF + timedelta(days=day)
        made = publish_small(as_of=as_of)
        assert (made.is_whole, made.setback) == (False, None)
        return rows_of(folder), written_whole(shop, publish_small, tmp_path / "whole", as_of)

    return compare


def written_whole(small: PublishWarehouse, publish_small: Callable[..., Any], folder: Path, as_of: Any) -> Rows:
    """What a first publication into another folder holds; the one before stays remembered as the last."""
    folder.mkdir(exist_ok=True)
    names = [str(model.__tablename__) for model in (IntPublication, IntPublishedRow)]
    for name in names:
        small.con.execute(f"CREATE TABLE kept_{name} AS FROM {name}")
    assert publish_small(folder=folder, as_of=as_of).is_whole
    for name in names:
        small.con.execute(f"DELETE FROM {name}; INSERT INTO {name} FROM kept_{name}; DROP TABLE kept_{name}")
    return rows_of(folder)


def test_a_file_made_by_changes_is_as_one_written_whole(shop, publish_small, compared):
    names = sorted(CHANGES, key=lambda name: sha256(name.encode()).digest())
    publish_small()
    for day, start in enumerate(range(0, len(names), 4), 1):
        now = names[start : start + 4]
        for name in now:
            CHANGES[name](shop)
        by_changes, whole = compared(day)
        assert by_changes == whole, now


@pytest.mark.parametrize("change", CHANGES)
def test_a_position_is_due_where_its_rows_change_and_only_there(change, shop, tmp_path):
    (tmp_path / "file").touch()
    with shop.con.cursor() as own:
        prepare(own, HUBS, {}, {})
        prepare_due(own, is_whole=True)
        last.remember(own, "first", tmp_path / "file", "recipe", None)
    CHANGES[change](shop)
    with shop.con.cursor() as own:
        prepare(own, HUBS, {}, {})
        prepare_due(own, is_whole=False)
        due = own.execute("SELECT position_id FROM _due ORDER BY ALL").fetchall()
    assert " ".join(position for (position,) in due) == DUE.get(change, "")


def test_documents_stay_in_zstd(everything, publish_small, folder):
    publish_small()
    words = " ".join(f"task{number * 7919 % 1009}" for number in range(9_000))
    everything.posting("9", "p9", description_text=words, description_html=words)
    assert not publish_small().is_whole
    with open_published(folder) as con:
        found = con.execute(
            "SELECT DISTINCT compression FROM pragma_storage_info('positions') "
            "WHERE column_name LIKE 'description%' AND segment_type = 'VARCHAR'"
        ).fetchall()
    assert found == [("ZSTD",)]


def touch(file: Path) -> None:
    """Somebody had the file in hand."""
    os.utime(file, ns=(1, 1))


DOUBTS: dict[str, Callable[[Path], Any]] = {
    "deleted": lambda file: file.unlink(),
    "touched": touch,
    "longer": lambda file: file.write_bytes(file.read_bytes() + b"x"),
}


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_file_that_is_not_as_it_was_put_in_place_is_not_made_from(doubt, shop, publish_small, folder):
    DOUBTS[doubt](publish_small().file)
    made = publish_small()
    assert (made.is_whole, made.setback) == (True, None)
    assert not publish_small().is_whole


def test_a_damaged_file_is_written_anew_and_the_damage_is_told(shop, publish_small, folder):
    file = publish_small().file
    stamp = file.stat()
    damaged = bytearray(file.read_bytes())
    damaged[:40_000] = b"?" * 40_000
    file.write_bytes(damaged)
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    made = publish_small()
    assert made.is_whole
    assert made.setback
    assert not publish_small().is_whole


def test_another_hub_or_another_way_of_publishing_makes_a_whole_file(shop, publish_small, monkeypatch):
    publish_small()
    assert publish_small(hubs=(*HUBS, HubTexts("sales", "Sales"))).is_whole
    assert publish_small().is_whole
    assert not publish_small().is_whole
    monkeypatch.setattr(statements, "all_texts", lambda: ["SELECT 2"])
    assert publish_small().is_whole


def test_a_refused_change_is_tried_whole(shop, publish_small, monkeypatch):
    publish_small()
    monkeypatch.setattr(catalog, "change", lambda *_: None)  # what is due then stands there twice
    CHANGES["title"](shop)
    made = publish_small()
    assert made.is_whole
    assert "more than once" in (made.setback or "")


def test_a_publication_that_fails_leaves_nothing_to_make_the_next_from(shop, publish_small, folder):
    before = publish_small().file
    shop.con.execute("UPDATE int_members SET published_id = 'elsewhere' WHERE published_id = 'p1'")
    with pytest.raises(PublicationRefused):
        publish_small()
    assert published_file(folder) == before
    shop.con.execute("UPDATE int_members SET published_id = 'p1' WHERE published_id = 'elsewhere'")
    assert publish_small().is_whole


def test_from_a_tenth_on_all_is_written(small, publish_small, monkeypatch):
    monkeypatch.undo()
    for number in range(40):
        small.posting(str(number), f"p{number}")
    publish_small()
    is_whole = []
    for number in range(6):
        small.con.execute(f"UPDATE stg_postings SET title = 'Owner', payload_hash = 'q' WHERE identifier = '{number}'")
        is_whole.append(publish_small().is_whole)
    assert is_whole == [False, False, False, False, True, False]


def test_what_stays_depends_on_no_clock():
    for table in draft.BY_POSITION:
        assert "$" not in statements.statement(str(table.__tablename__))
    assert set(draft.BY_POSITION) <= set(TABLES)
