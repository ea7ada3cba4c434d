"""Every state that a page of the hub site can be in, served over loopback, and a real browser to look at it.

Needs Playwright, a Chromium, axe-core and html-validate: `make browser`. Without them the tests are skipped, in CI they
fail.
"""

import json
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import uvicorn

TOOLS = Path(__file__).parents[3] / ".clients" / "browser-tests" / "node_modules"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]
AS_OF = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
LONG = "Senior Principal Product Manager, Cross-Border Settlement and Reconciliation Platform Experience (m/w/d)"
UNBROKEN = "Donaudampfschifffahrtsgesellschaftsproduktmanagementverantwortlicher"
DESCRIPTION = (
    "<h2>Your course</h2><p>Own the <strong>roadmap</strong> &amp; say no.</p><ul><li>Ask</li><li>Listen</li></ul>"
    '<p>See <a href="https://acme.example" rel="nofollow noopener">our page</a>.</p><h4>Pay</h4>'
    "<table><tbody><tr><td>Band</td><td>C</td></tr></tbody></table><pre>one two three</pre>"
)

#: address and status of each state
STATES: dict[str, tuple[str, int]] = {
    "home": ("/", 200),
    "skill populated": ("/skills/product-management", 200),
    "skill with one section": ("/skills/marketing", 200),
    "skill empty": ("/skills/ux-design", 200),
    "openings": ("/openings", 200),
    "openings at a level": ("/openings?hub=product-management&level=senior", 200),
    "openings of an empty skill": ("/openings?hub=ux-design", 200),
    "openings filtered to nothing": ("/openings?q=zymurgist&place=Atlantis", 200),
    "openings with a typo": ("/openings?q=prodct+manger", 200),
    "openings past the end": ("/openings?page=999999", 404),
    "challenges": ("/challenges", 200),
    "position": ("/positions/rich", 200),
    "position of which little is known": ("/positions/bare", 200),
    "position closed": ("/positions/gone", 410),
    "position unknown": ("/positions/never", 404),
    "challenge open": ("/challenges/dated", 200),
    "challenge evergreen": ("/challenges/always", 200),
    "challenge closed": ("/challenges/over", 200),
    "company": ("/companies/acme-robotics", 200),
    "company with nothing open": ("/companies/orbit", 200),
    "skill unknown": ("/skills/product-managment", 404),
    "address unknown": ("/nowhere", 404),
    "nothing published": ("/", 503),
}


def fill(small: Any) -> None:
    """Listings of every kind: rich and bare, long and short, open and closed."""
    pay = {"base_salary_min": 90000, "base_salary_max": 118500, "base_salary_currency": "EUR"}
    places = [{"location": "Ghent, Belgium"}, {"location": "Oslo, Norway"}]
    small.posting(
        "rich",
        title=LONG,
        location="Ghent, Belgium",
        places=json.dumps(places),
        base_salary_unit="YEAR",
        workplace_type="remote",
        applicant_location_requirements=["BE", "NO"],
        employment_type="FULL_TIME",
        date_posted=date(2026, 11, 3),
        valid_through=date(2026, 12, 3),
        description_html=DESCRIPTION,
        language="en",
        hubs=["product-management", "marketing"],
        **pay,
    )
    small.posting("rich", source="ashby:acme", is_canonical=False, closed_at=AS_OF)
    small.posting("bare", title=UNBROKEN, hubs=[], apply_url="mailto:jobs@acme.example")
    for number in range(14):
        small.posting(f"more-{number}", date_posted=date(2026, 10, 1) + timedelta(days=number), workplace_type="hybrid")
    closed = {"closed_at": AS_OF - timedelta(days=2), "close_reason": "absent"}
    small.posting("gone", company="Orbit", company_slug="orbit", location="Dublin, Ireland", **closed)
    prize = {"prize_amount": 12500, "prize_currency": "USD", "prize_text": "$12,500 and mentoring"}
    deadline = {"application_deadline": date(2026, 12, 1), "start_date": date(2026, 12, 5)}
    small.challenge("dated", organizer="Kiln Street", attendance_mode="online", themes=["AI"], **prize, **deadline)
    small.challenge("always", name=f"{LONG} challenge", is_evergreen=True, kind="exercise")
    small.challenge("over", end_date=date(2026, 11, 1), description_text="It was fun.\nBye.")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `state` is run for every state."""
    if "state" in metafunc.fixturenames:
        metafunc.parametrize("state", STATES)


def needed(what: str, is_there: object) -> None:
    """Skip the test that needs something absent; in CI, fail it."""
    if not is_there:
        reason = f"{what} is absent: run `make browser`. Pages have NOT been looked at"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder with axe-core and html-validate."""
    needed("axe-core or html-validate", TOOLS.is_dir() and shutil.which("node"))
    return TOOLS


@pytest.fixture(scope="module")
def address_of(site_over: Callable[..., Any]) -> Iterator[Callable[[str], str]]:
    """The full address of a state, on a site that is being served."""
    with_data, without = _Served(site_over(fill).app), _Served(site_over(None).app)

    def address(state: str) -> str:
        return (without if state == "nothing published" else with_data).origin + STATES[state][0]

    yield address
    with_data.stop()
    without.stop()


class _Served:
    """The site behind uvicorn on a free port."""

    def __init__(self, app: Any) -> None:
        listening = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
        self._thread = Thread(target=self._server.run, args=([listening],))
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop serving."""
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium of this machine."""
    needed("Playwright", find_spec("playwright"))
    needed("Chromium", CHROMIUM)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET, chromium_sandbox=os.geteuid() != 0)
        yield chromium
        chromium.close()


@pytest.fixture
def statuses() -> dict[str, int]:
    """The status that each state is answered with."""
    return {state: status for state, (_, status) in STATES.items()}
