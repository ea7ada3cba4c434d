"""One publication: whole or not at all, swapped in atomically, three files kept, same rows from the same warehouse."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from pipelines.publish import files, last, publisher
from tests.pipelines.publish.conftest import rows_of
from warehouse.errors import PublicationRefused, StorageError
from warehouse.models.history import IntListingState
from warehouse.models.published import TABLES
from warehouse.publication import LINK, open_published, published_file

ROOT = Path(__file__).parents[3]


def test_the_link_leads_to_the_new_file(small, publish_small, folder):
    small.posting("1", "p1")
    publication = publish_small()
    assert (publication.position_count, publication.challenge_count) == (1, 0)
    assert publication.file == folder / f"rolecall-{publication.publication_id}.duckdb"
    assert (folder / LINK).readlink() == Path(publication.file.name)
    assert sorted(path.name for path in folder.iterdir()) == [publication.file.name, LINK]
    with open_published(folder) as con:
        found = con.execute("SELECT * FROM publication").fetchall()
    assert found == [("1", publication.publication_id, "run-1", found[0][3], 1, 0)]


@pytest.fixture
def nothing_written(monkeypatch):
    """For what becomes of the files, whatever is in them: to fill one takes most of a second."""

    def write(con, unfinished, *others):
        unfinished.touch()
        return publisher.Written(0, 0)

    monkeypatch.setattr(publisher, "_write", write)
    monkeypatch.setattr(last, "remember", lambda *_: None)


@pytest.mark.usefixtures("nothing_written")
def test_ids_sort_by_time_and_are_never_used_twice(publish_small, as_of):
    clocks = [as_of, as_of, as_of, as_of, as_of + timedelta(seconds=1), as_of + timedelta(days=40)]
    ids = [publish_small(as_of=clock).publication_id for clock in clocks]
    assert ids == sorted(set(ids))


@pytest.mark.usefixtures("nothing_written")
def test_the_last_three_files_stay(publish_small, folder, as_of):
    published = [publish_small(as_of=as_of + timedelta(days=day)).file for day in range(5)]
    assert sorted(folder.glob("rolecall-*.duckdb")) == published[2:]


@pytest.mark.usefixtures("nothing_written")
def test_the_newest_file_stays_when_the_clock_was_set_back(publish_small, folder, as_of):
    for day in (4, 3, 2, 1, 0):
        newest = publish_small(as_of=as_of + timedelta(days=day)).file
    assert published_file(folder) == newest
    assert len(list(folder.glob("rolecall-*.duckdb"))) == 3


def test_the_same_warehouse_publishes_the_same_rows(everything, publish_small, folder):
    publish_small(run_id="run-1")
    first = rows_of(folder)
    publish_small(run_id="run-2")
    assert rows_of(folder) == first
    names = {str(table.__tablename__) for table in TABLES} - {"publication"}
    assert all(first[name] for name in names), "a table without rows proves nothing"


def test_long_text_is_zstd_and_every_name_is_commented(everything, publish_small, folder):
    publish_small()
    with open_published(folder) as con:
        compressions = con.execute(
            "SELECT DISTINCT column_name, compression FROM pragma_storage_info('positions') "
            "WHERE column_name LIKE 'description%' AND segment_type = 'VARCHAR' ORDER BY column_name"
        ).fetchall()
        uncommented = con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND coalesce(comment, '') = '' "
            "UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = '' "
            "UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() "
            "WHERE NOT internal AND coalesce(comment, '') = ''"
        ).fetchall()
    assert compressions == [("description_html", "ZSTD"), ("description_text", "ZSTD")]
    assert uncommented == []


def test_a_refused_publication_leaves_the_old_one(small, publish_small, folder, as_of):
    small.posting("1", "p1")
    before = publish_small().file
    small.add(
        IntListingState,
        listing_id="lost",
        listing_kind="posting",
        source_id="lever:acme",
        identifier="lost",
        facts="{}",
        first_seen_at=as_of,
        last_seen_at=as_of,
        missed_count=0,
    )
    with pytest.raises(PublicationRefused, match=r"open_postings_in_one_position.*lever:acme lost is in 0 open"):
        publish_small()
    assert published_file(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == [before.name, LINK]


def test_a_row_without_what_the_contract_promises_is_refused(small, publish_small, folder):
    small.con.execute("ALTER TABLE stg_postings ALTER title DROP NOT NULL")
    small.posting("1", "p1", title=None)
    with pytest.raises(PublicationRefused, match=r"non_null.*positions\.title"):
        publish_small()
    assert list(folder.iterdir()) == []


def test_a_publication_after_a_refused_one_succeeds(small, publish_small):
    small.posting("1", "p1")
    small.con.execute("UPDATE int_members SET published_id = 'elsewhere'")
    with pytest.raises(PublicationRefused):
        publish_small()
    small.con.execute("UPDATE int_members SET published_id = 'p1'")
    assert publish_small().position_count == 1


@pytest.mark.parametrize("place", ["missing", "a file", "read-only"])
def test_a_folder_that_cannot_be_written_is_one_sentence(publish_small, folder, place):
    where = {"missing": folder / "missing", "a file": folder / "file", "read-only": Path("/proc")}[place]
    (folder / "file").touch()
    with pytest.raises(StorageError) as caught:
        publish_small(folder=where)
    assert str(where) in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


KILLED = """
import os, runpy, signal, sys
from pathlib import Path
from pipelines.publish import catalog, checks, files, publish
from warehouse.run import Run
tests = runpy.run_path("tests/pipelines/publish/conftest.py")
module, name = {"fill": (catalog, "fill"), "check": (checks, "check"), "swap": (files, "put_in_place")}[sys.argv[2]]
setattr(module, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
with tests["PublishWarehouse"].empty() as small:
    publish(small.con, Path(sys.argv[1]), tests["HUBS"], Run("killed", tests["AS_OF"]))
"""


@pytest.mark.parametrize("moment", ["fill", "check", "swap"])
def test_a_killed_publication_leaves_the_old_one_and_is_cleared_away(publish_small, folder, moment):
    before = publish_small().file
    ended = subprocess.run([sys.executable, "-c", KILLED, str(folder), moment], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert published_file(folder) == before
    assert list(folder.glob(f"*{files.DRAFT}")), "the killed process left its draft"
    after = publish_small().file
    assert published_file(folder) == after
    assert sorted(path.name for path in folder.iterdir()) == [before.name, after.name, LINK]


def test_a_link_that_was_made_and_not_swapped_in_is_no_obstacle(publish_small, folder):
    fresh_link = folder / f"{LINK}{files.DRAFT}"
    fresh_link.symlink_to("nowhere")
    publish_small()
    assert not fresh_link.is_symlink()
