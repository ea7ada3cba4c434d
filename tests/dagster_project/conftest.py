"""Starting `rolecall` as a person does: its own process, its own data folder."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Rolecall = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def rolecall() -> Rolecall:
    """Runs a command to its end: `rolecall(home, "run", "--sample", ROLECALL_CLOSE_AFTER="1")`."""

    def command(home: Path, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "ROLECALL_HOME": str(home), "COLUMNS": "120", **settings}
        full = [sys.executable, "-m", "dagster_project", *arguments]
        return subprocess.run(full, capture_output=True, text=True, env=environment, timeout=600)

    return command


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, rolecall: Rolecall, worker_id: str) -> Path:
    """A data folder after one sample run, which is made once for all of pytest's processes."""
    folder = tmp_path_factory.mktemp("home")
    if worker_id == "master":
        run_sample(rolecall, folder)
        return folder
    made = tmp_path_factory.getbasetemp().parent / "sample"
    with made.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            run_sample(rolecall, folder)
            shutil.copytree(folder, made.with_suffix(".part"))
            made.with_suffix(".part").rename(made)
    return Path(shutil.copytree(made, folder, symlinks=True, dirs_exist_ok=True))


def run_sample(rolecall: Rolecall, folder: Path) -> None:
    done = rolecall(folder, "run", "--sample", "--as-of", "2026-11-22T06:00:00Z")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert "Warning" not in done.stderr
    (folder / "first_run.txt").write_text(done.stdout)
