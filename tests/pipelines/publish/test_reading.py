"""Reading the published file: one file for as long as a reader holds it, whatever is published meanwhile."""

import json
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from pipelines.publish import files
from warehouse.errors import StorageError
from warehouse.publication import LINK, open_published, published_file

ROOT = Path(__file__).parents[3]
SWAPS = 50
READER = """
import json, sys
from pathlib import Path
from warehouse.publication import open_published
folder = Path(sys.argv[1])
facts = (
    "SELECT (SELECT path FROM duckdb_databases() WHERE database_name = current_database()), "
    "position_count, (SELECT count(*) FROM positions), (SELECT count(title) FROM product_management_positions) "
    "FROM publication"
)
first = open_published(folder)
while not (folder / "stop").exists():
    with open_published(folder) as con:
        print(json.dumps(con.execute(facts).fetchall()), flush=True)
print(json.dumps(first.execute(facts).fetchall()), flush=True)
"""


def test_readers_never_wait_nor_see_half_a_file(small, publish_small, folder, tmp_path):
    small.posting("1", "p1")
    files_to_swap = [shutil.copy(publish_small().file, tmp_path / "one")]
    small.posting("2", "p2")
    files_to_swap.append(shutil.copy(publish_small().file, tmp_path / "two"))
    command = [sys.executable, "-c", READER, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as reader:
        held = json.loads(reader.stdout.readline())[0]
        for number in range(SWAPS):
            draft = folder / f"rolecall-swap{files.DRAFT}"
            shutil.copy(files_to_swap[number % 2], draft)
            file = folder / f"rolecall-{number:03d}.duckdb"
            files.put_in_place(draft, file)
            files.delete_old(folder)
            seen = read_until(reader.stdout, file)
            assert seen[1:] == [number % 2 + 1] * 3
        (folder / "stop").touch()
        last = json.loads(reader.stdout.read().splitlines()[-1])[0]
    assert reader.returncode == 0
    assert last == held == [held[0], 2, 2, 2]
    assert not Path(held[0]).exists(), "the first reader outlived its file"


def read_until(lines, file):
    for line in lines:
        (seen,) = json.loads(line)
        if Path(seen[0]).name == file.name:
            return seen
    raise AssertionError(f"the reader ended before it saw {file.name}")


def test_one_process_reads_the_old_file_and_the_new_one(small, publish_small, folder, as_of):
    small.posting("1", "p1")
    old = publish_small()
    with open_published(folder) as before:
        small.posting("2", "p2")
        new = publish_small(as_of=as_of + timedelta(days=1))
        with open_published(folder) as after:
            query = "SELECT publication_id, position_count FROM publication"
            assert before.execute(query).fetchall() == [(old.publication_id, 1)]
            assert after.execute(query).fetchall() == [(new.publication_id, 2)]


def test_instants_are_read_in_utc(publish_small, folder, as_of):
    publish_small()
    with open_published(folder) as con:
        assert con.execute("SELECT published_at::VARCHAR FROM publication").fetchall() == [("2026-11-22 10:00:00+00",)]


def test_a_folder_its_link_and_a_file_can_be_opened(publish_small, folder):
    file = publish_small().file
    for place in (folder, folder / LINK, file):
        assert published_file(place) == file.resolve()


def test_readers_cannot_write(publish_small, folder):
    publish_small()
    with open_published(folder) as con, pytest.raises(duckdb.InvalidInputException, match="read-only"):
        con.execute("DELETE FROM publication")


@pytest.mark.parametrize("place", ["", "missing", LINK])
def test_nothing_published_says_what_to_run(folder, place):
    (folder / LINK).symlink_to("rolecall-deleted.duckdb")
    with pytest.raises(StorageError, match=r"Nothing is published yet in .*`rolecall run --sample`"):
        open_published(folder / place)


def test_a_damaged_file_is_named(folder):
    (folder / LINK).write_bytes(b"not a database" * 1000)
    with pytest.raises(StorageError, match="Cannot read the published file"):
        open_published(folder)
