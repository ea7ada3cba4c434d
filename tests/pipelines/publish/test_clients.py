"""Other people's DuckDB: each supported client reads every relation and uses every column unquoted.

`make clients` installs the clients; without them the test is skipped, in CI it fails.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.models.published import TABLES

ROOT = Path(__file__).parents[3]
CLIENTS = ("1.2", "1.5", "2.0")
BUILDERS = ("1.5", "2.0")

READ = """
import json, sys
import duckdb
file, version = sys.argv[1:]
assert duckdb.__version__.startswith(version + "."), duckdb.__version__
con = duckdb.connect(file, read_only=True)
columns = con.execute("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal").fetchall()
found = {}
for relation, column, comment in columns:
    rows = con.execute(f"SELECT {column} FROM {relation} WHERE {column} IS NOT NULL ORDER BY {column}").fetchall()
    found[f"{relation}.{column}"] = [repr(rows), comment]
print(json.dumps(found))
"""
BUILD = """
import runpy, sys
from pathlib import Path
import duckdb
from pipelines.publish import publish
from warehouse.run import Run
folder, version = sys.argv[1:]
assert duckdb.__version__.startswith(version + "."), duckdb.__version__
tests = runpy.run_path("tests/pipelines/publish/conftest.py")
with tests["PublishWarehouse"].empty() as small:
    tests["fill_everything"](small)
    print(publish(small.con, Path(folder), tests["HUBS"], Run("run-1", tests["AS_OF"])).file)
"""


def run(version: str, script: str, *arguments: str) -> str:
    """What a script prints when `import duckdb` finds the client of a version."""
    environment = dict(os.environ)
    if version != "1.5":
        client = ROOT / ".clients" / f"duckdb-{version}"
        if not client.is_dir():
            reason = f"{client.relative_to(ROOT)} is absent: run `make clients`"
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
        environment["PYTHONPATH"] = str(client)
    command = [sys.executable, "-c", script, *arguments, version]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_client_reads_the_same_from_every_relation(folder, builder):
    file = run(builder, BUILD, str(folder)).strip()
    readings = {client: json.loads(run(client, READ, file)) for client in CLIENTS}
    ours = readings["1.5"]
    assert len({name.split(".")[0] for name in ours}) == len(TABLES) + 4
    assert not [name for name, (_, comment) in ours.items() if not comment]
    for client, reading in readings.items():
        assert reading == ours, client
