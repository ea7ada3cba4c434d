"""What an operator is told without looking: failed runs, sources that have just fallen ill. To a webhook or a log."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from warehouse.errors import WorkFailed

_MOST_NAMED = 20
_PATIENCE_S = 15
_ILL = ("suspect", "failing")

Ill = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One message: what happened as a word, a sentence for people, and the rows behind it for machines."""

    event: str
    text: str
    rows: tuple[Mapping[str, Any], ...] = ()

    def body(self) -> dict[str, Any]:
        """The message as JSON; chat tools show `text`."""
        return {"event": self.event, "text": self.text, "rows": [dict(row) for row in self.rows]}


def ill_sources(con: Any) -> list[dict[str, Any]]:
    """The sources of a publication that are suspect or failing."""
    query = "SELECT source_id, state, reason, since_at::VARCHAR FROM source_health WHERE state IN ? ORDER BY source_id"
    names = ("source_id", "state", "reason", "since_at")
    return [dict(zip(names, row, strict=True)) for row in con.execute(query, [list(_ILL)]).fetchall()]


def newly_ill(before: Ill, now: Sequence[Mapping[str, Any]]) -> Trouble | None:
    """The sources that are in a worse state than they were told of; None where nothing is new."""
    fresh = [row for row in now if before.get(row["source_id"]) not in {row["state"], "failing"}]
    if not fresh:
        return None
    named = [f"{row['source_id']} is {row['state']}: {row['reason']}" for row in fresh[:_MOST_NAMED]]
    more = [f"and {len(fresh) - _MOST_NAMED} more: rolecall status"] if len(fresh) > _MOST_NAMED else []
    return Trouble("sources_ill", "\n".join([*named, *more]), tuple(fresh[:_MOST_NAMED]))


def run_failed(run_id: str, job: str, errors: Sequence[str]) -> Trouble:
    """A run that failed: the last publication, if any, stays."""
    said = "; ".join(dict.fromkeys(" ".join(error.split()) for error in errors if error)) or "see its log"
    text = f"Run {run_id[:8]} of {job} failed: {said[:600]}. The last publication, if any, stays in place."
    return Trouble("run_failed", text, ({"run_id": run_id, "job": job},))


def tell(troubles: Sequence[Trouble], webhook: str | None, log: Callable[[str], None]) -> None:
    """Log each trouble as one line, and post it where there is a webhook.

    Raises WorkFailed where the webhook does not take it, without naming its address: that is often a secret.
    """
    for trouble in troubles:
        log(f"{trouble.event} said={json.dumps(trouble.text, ensure_ascii=False)}")
    for trouble in troubles if webhook else ():
        _post(str(webhook), trouble)


def _post(webhook: str, trouble: Trouble) -> None:
    if not webhook.startswith(("https://", "http://")):
        raise WorkFailed("ROLECALL_WEBHOOK is no web address: it must begin with https:// or http://.")
    body = json.dumps(trouble.body()).encode()
    request = Request(webhook, data=body, headers={"Content-Type": "application/json"})  # noqa: S310 - checked above
    try:
        with urlopen(request, timeout=_PATIENCE_S):  # noqa: S310 - an operator's own address
            return
    except HTTPError as error:
        error.close()
        why = f"it answered {error.code}"
    except (URLError, OSError, ValueError) as error:
        why = type(getattr(error, "reason", error)).__name__
    raise WorkFailed(f"ROLECALL_WEBHOOK did not take a message ({why}); the sensor tries again.")
