"""Rules of the house that a tool does not check: sizes, module openings, and documents that keep up with the code."""

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from dagster_project.cli import app
from warehouse.settings import Settings

ROOT = Path(__file__).parent.parent
PACKAGES = ("spiders", "warehouse", "pipelines", "dagster_project", "hub")
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
CODE = [name for name in TRACKED if name.endswith(".py") and name.split("/")[0] in PACKAGES and (ROOT / name).exists()]
README = (ROOT / "README.md").read_text()


@pytest.mark.parametrize("name", CODE)
def test_a_module_opens_by_saying_what_belongs_in_it_and_stays_short(name: str) -> None:
    text = (ROOT / name).read_text()
    assert ast.get_docstring(ast.parse(text)), "no module docstring"
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("name", [name for name in TRACKED if name.endswith(".sql")])
def test_a_sql_file_opens_with_what_it_makes(name: str) -> None:
    assert (ROOT / name).read_text().startswith("-- ")


def test_no_machine_and_no_package_index_is_named() -> None:
    words = ["/" + "work/", "/" + "root/", "pypi" + ".org", "python" + "hosted", "--extra-" + "index-url"]
    telling = re.compile("|".join(map(re.escape, words)))
    texts = [name for name in TRACKED if (ROOT / name).exists() and not name.startswith("spiders/sample_sites/bodies")]
    found = [name for name in texts if telling.search((ROOT / name).read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_the_readme_names_only_commands_that_exist_and_every_setting() -> None:
    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    named = set(re.findall(r"^(?:echo .*\| )?\.venv/bin/rolecall ([a-z-]+)", README, flags=re.MULTILINE))
    assert named
    assert named <= known
    for setting in Settings.model_fields:
        assert f"ROLECALL_{setting.upper()}" in README


def test_every_make_target_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)", README)) <= targets


SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{60}"
    r"|\bxox[abprs]-[\w-]{20}"
    r"|\bsk-[A-Za-z0-9]{32}|\bAIza[\w-]{35}|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20}|\bpypi-[\w-]{50}"
)


def test_no_secret_is_in_the_repository() -> None:
    texts = {name: (ROOT / name).read_text("utf-8", "replace") for name in TRACKED if (ROOT / name).is_file()}
    assert [name for name, text in texts.items() if SECRETS.search(text)] == []
    assert [name for name in TRACKED if re.search(r"(^|/)(\.env|id_rsa|.*\.pem|.*\.key)$", name)] == []


@pytest.mark.parametrize("secret", ["AKIA" + "A1" * 8, "ghp_" + "a" * 36, "-----BEGIN RSA PRIVATE" + " KEY-----"])
def test_a_secret_would_be_found(secret: str) -> None:
    assert SECRETS.search(f"key = '{secret}'")


@pytest.mark.parametrize(
    ("said", "status", "ends", "told"),
    [
        ("No known vulnerabilities found", 0, 0, "No known vulnerabilities found"),
        ("Found 1 known vulnerability in 1 package", 1, 2, "Found 1 known vulnerability"),
        ("requests.exceptions.ConnectionError: no route", 1, 0, "NOT AUDITED"),
        ("No known vulnerabilities found\nName x could not be audited: x (1.0)", 0, 0, "NOT AUDITED"),
    ],
)
def test_an_audit_that_saw_no_advisories_does_not_say_that_there_are_none(
    tmp_path: Path, said: str, status: int, ends: int, told: str
) -> None:
    fake = tmp_path / "pip-audit"
    fake.write_text(f"#!/bin/sh\nprintf '{said}\\n'\nexit {status}\n")
    fake.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["make", "-C", str(ROOT), "audit"], capture_output=True, text=True, env=environment)
    assert (done.returncode, told in done.stdout) == (ends, True), done.stdout + done.stderr
