"""Dagster's storage while a run writes its events: nothing waits for the disk, and in the end all is in the file."""

import sqlite3
from pathlib import Path

import sqlalchemy as db
from sqlalchemy.pool import NullPool

from dagster_project.event_files import held_open


def write(file: Path, number: int) -> None:
    """As Dagster does it: an engine and a connection for every event."""
    engine = db.create_engine(f"sqlite:///{file}", poolclass=NullPool)
    with engine.connect() as con, con.begin():
        con.execute(db.text("PRAGMA journal_mode = WAL"))
        con.execute(db.text("CREATE TABLE IF NOT EXISTS events (number INTEGER)"))
        con.execute(db.text(f"INSERT INTO events VALUES ({number:d})"))
    engine.dispose()


def test_the_log_stays_open_between_events_and_is_in_the_file_after_the_last(tmp_path: Path) -> None:
    file, log = tmp_path / "index.db", tmp_path / "index.db-wal"
    write(file, 0)
    assert not log.exists()  # written back as the connection closed
    with held_open():
        for number in (1, 2, 3):
            write(file, number)
        assert log.stat().st_size > 0
    assert not log.exists()
    with sqlite3.connect(file) as con:
        assert con.execute("SELECT sum(number) FROM events").fetchall() == [(6,)]
    con.close()


def test_nothing_is_held_after_the_run(tmp_path: Path) -> None:
    with held_open():
        pass
    write(tmp_path / "index.db", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["index.db"]
