"""The HTML of every state is valid, by html-validate's standard rules."""

import json
import subprocess
from urllib.error import HTTPError
from urllib.request import urlopen

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
    try:
        with urlopen(address) as answer:  # noqa: S310 - the site under test, on loopback
            return answer.read()
    except HTTPError as refused:
        with refused:
            return refused.read()
