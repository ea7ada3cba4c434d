"""Locks are the operating system's: they vanish with their process, however it ends."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from warehouse.errors import StorageError
from warehouse.locks import AliveLock, WriterLock

HOLD = """
import sys
from pathlib import Path
from warehouse.locks import AliveLock, WriterLock
folder = Path(sys.argv[1])
writer, alive = WriterLock(folder), AliveLock(folder, "r1")
writer.acquire(0)
alive.hold()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that holds both locks."""
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


def test_a_second_writer_waits_and_gives_up_with_a_sentence(tmp_path: Path, holder: "subprocess.Popen[str]") -> None:
    with pytest.raises(StorageError, match="Another run has been writing"):
        WriterLock(tmp_path).acquire(0.05)
    holder.kill()


def test_a_killed_process_holds_nothing(tmp_path: Path, holder: "subprocess.Popen[str]") -> None:
    assert AliveLock(tmp_path, "r1").is_held()
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert not AliveLock(tmp_path, "r1").is_held()
    writer = WriterLock(tmp_path)
    writer.acquire(0.05)
    writer.release()


def test_taking_the_writer_lock_again_is_no_error(tmp_path: Path) -> None:
    writer = WriterLock(tmp_path)
    writer.acquire(0)
    writer.acquire(0)
    writer.release()
    writer.release()
