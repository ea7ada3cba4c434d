"""The HTML of every state is valid, by html-validate's standard rules."""

import json
import subprocess
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

RULES = {"root": True, "extends": ["html-validate:standard"], "rules": {"long-title": "off"}}


def test_the_html_of_every_state_is_valid(tools, address_of, statuses, tmp_path):
    for state in statuses:
        (tmp_path / f"{state}.html").write_bytes(_html(address_of(state)))
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES))
    command = ["node", tools / "html-validate" / "bin" / "html-validate.mjs", "--formatter", "json", "*.html"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    problems = [
        f"{file['filePath'].rsplit('/', 1)[1]}:{each['line']} {each['ruleId']}: {each['message']}"
        for file in json.loads(ended.stdout)
        for each in file["messages"]
    ]
    assert problems == []
    assert ended.returncode == 0, ended.stderr


def _html(address):
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc)
    connection.request("GET", address.removeprefix(f"http://{parts.netloc}"))
    with closing(connection):
        return connection.getresponse().read()
