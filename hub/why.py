"""Why a listing is in a hub, in sentences: the published evidence as a reader reads it. No HTML here."""

import json
import re
from collections.abc import Iterable

#: how a rule's finding is told; the rules are tried from the top, `{}` holds what matched
_SENTENCES = (
    (re.compile("title, (contested, )?nearly|title field, nearly"), "Its title nearly says {}."),
    (re.compile("title field"), "Its title names the field: {}."),
    (re.compile("title|title, contested"), "Its title says {}."),
    (re.compile("title .*"), "Its title mentions {}."),
    (re.compile("department"), "Its department is {}."),
    (re.compile("tags?"), "It is tagged {}."),
    (re.compile("challenge .*"), "Its title mentions {}."),
    (re.compile("text names the job|text challenge job"), "Its description names the job: {}."),
    (re.compile("text (challenge )?strong"), "Its description speaks of {}."),
    (re.compile("text .*"), "Its description also mentions {}."),
)


def reasons(evidence: str) -> list[str]:
    """One sentence for each kind of finding, in the order found; a rule of a later version is named as it is."""
    found: dict[str, list[str]] = {}
    for each in json.loads(evidence):
        matched = found.setdefault(_sentence(each["rule"], each["field"]), [])
        # a title's strongest finding names all its phrases at once
        matched.extend(phrase for phrase in each["matched"].split(" + ") if phrase not in matched)
    return [sentence.replace("{}", _listed(matched)) for sentence, matched in found.items()]


def _sentence(rule: str, field: str) -> str:
    for pattern, sentence in _SENTENCES:
        if pattern.fullmatch(rule):
            return sentence
    return f"Its {field} matches {{}} (rule: {rule})."


def _listed(matched: Iterable[str]) -> str:
    *first, last = [f"“{phrase}”" for phrase in matched]
    return f"{', '.join(first)} and {last}" if first else last
