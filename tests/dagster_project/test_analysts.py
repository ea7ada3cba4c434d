"""What analysts are given, over the publication of a sample run: every question, and the starter notebook."""

import os
import subprocess
from pathlib import Path

import pytest

from docs.pages import FOLDER
from docs.recipes import recipes
from warehouse.publication import open_published

PYTHON = FOLDER.parent / ".clients" / "notebook" / "bin" / "python"
#: as Jupyter runs it, kernel and all
RUN = """
import sys
import nbformat
from nbclient import NotebookClient
notebook = nbformat.read("starter.ipynb", as_version=4)
NotebookClient(notebook, timeout=120).execute()
outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
print(sum("image/png" in output.get("data", {}) for output in outputs))
print(sum("text/html" in output.get("data", {}) for output in outputs))
sys.exit("\\n".join(output.text for output in outputs if output.output_type == "stream") or None)
"""
#: a sample run is the first of its history
UNANSWERED = {"changed_this_week", "closed_by_reason", "deadlines_next_week", "reposted", "time_to_close"}
UNANSWERED |= {"where_an_id_went", "skills_together"}


def test_the_sample_answers_what_a_first_run_can_answer(home: Path) -> None:
    with open_published(home / "published") as con:
        answered = {each.name: len(con.execute(each.query).fetchall()) for each in recipes(FOLDER / "cookbook")}
    assert {name for name, count in answered.items() if not count} <= UNANSWERED


def test_the_starter_notebook_runs_and_shows_its_plots(home: Path, tmp_path: Path) -> None:
    if not PYTHON.exists():
        reason = "JupyterLab is absent: run `make .clients/notebook`. The starter notebook has NOT been run"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    environment = {**os.environ, "ROLECALL_HOME": str(home), "IPYTHONDIR": str(tmp_path), "PYTHONPATH": ""}
    command = [PYTHON, "-c", RUN]
    ended = subprocess.run(command, cwd=FOLDER, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    plots, tables = map(int, ended.stdout.split())
    assert (plots, tables) == (5, 2)


def test_the_notebook_is_kept_without_what_a_run_left_in_it() -> None:
    text = (FOLDER / "starter.ipynb").read_text()
    assert '"outputs": []' in text
    assert "image/png" not in text
    assert '"execution_count": 1' not in text
