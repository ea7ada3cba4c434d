"""Evidence in sentences: every rule the classifier has, and one it may have later."""

import json

import pytest

from hub.why import reasons

TITLE = [("title", "product manager", "title")]
CASES = [
    (TITLE, ["Its title says “product manager”."]),
    ([("title, nearly", "product manager", "title")], ["Its title nearly says “product manager”."]),
    ([("title field", "marketing manager", "title")], ["Its title names the field: “marketing manager”."]),
    ([("title field, nearly", "marketing manager", "title")], ["Its title nearly says “marketing manager”."]),
    ([("title, contested", "systems engineer", "title")], ["Its title says “systems engineer”."]),
    ([("title, contested, nearly", "branch manager", "title")], ["Its title nearly says “branch manager”."]),
    ([("title strong", "roadmap", "title")], ["Its title mentions “roadmap”."]),
    ([("department", "product", "department")], ["Its department is “product”."]),
    ([("tag", "fintech", "tag"), ("tag", "ai", "tag")], ["It is tagged “fintech” and “ai”."]),
    ([("challenge strong", "case + product case", "title")], ["Its title mentions “case” and “product case”."]),
    ([("text names the job", "product owner", "description")], ["Its description names the job: “product owner”."]),
    (
        [("text strong", word, "description") for word in ("prds", "roadmap", "backlog")],
        ["Its description speaks of “prds”, “roadmap” and “backlog”."],
    ),
    (
        [*TITLE, ("text fair", "mvp", "description"), ("text weak", "kpis", "description"), ("text fair", "mvp", "x")],
        ["Its title says “product manager”.", "Its description also mentions “mvp” and “kpis”."],
    ),
    ([("text challenge job", "analyst", "description")], ["Its description names the job: “analyst”."]),
    ([("embedding", "close", "description")], ["Its description matches “close” (rule: embedding)."]),
    ([("title", "{}", "title")], ["Its title says “{}”."]),
    ([], []),
]


@pytest.mark.parametrize(("found", "said"), CASES)
def test_evidence_is_told_in_sentences(found, said):
    evidence = [{"rule": rule, "matched": matched, "field": field} for rule, matched, field in found]
    assert reasons(json.dumps(evidence)) == said
