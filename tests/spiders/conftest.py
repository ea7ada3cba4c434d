"""What platforms ask the environment for, so that no test needs a person's key."""

import pytest


@pytest.fixture(autouse=True)
def _keys_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLECALL_USAJOBS_KEY", "a-key-of-nobody")
    monkeypatch.setenv("ROLECALL_USAJOBS_EMAIL", "nobody@rolecall.example")
