"""The short sample of `make faults`: two kills, each between other steps; nothing is lost. The long run is not CI's."""

import subprocess
import sys


def test_killed_runs_lose_nothing() -> None:
    command = [sys.executable, "-m", "tests.faults", "kills", "--kills", "2", "--seed", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "kill -9 2 times" in done.stdout
    assert "lost: nothing" in done.stdout
