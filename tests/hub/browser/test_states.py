"""Every state in a real browser, phone and desktop, light and dark: axe finds nothing, nothing foreign is loaded."""

import pytest

WIDTHS = (390, 1280)
AXE = """async only => {
  const options = only ? {runOnly: only} : {};
  const {violations} = await axe.run(document, options);
  return violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' ')}`);
}"""
WIDER_THAN_SEEN = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Visitor:
    """A page of one browser width, and all that it asked for and complained of."""

    def __init__(self, browser, width, **options):
        self.context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.page = self.context.new_page()
        self.asked, self.complaints = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._heard)

    def _heard(self, message):
        # Chromium complains of every page that is answered 4xx or 5xx, which these are on purpose
        if message.type in {"error", "warning"} and message.location["url"] != self.page.url:
            self.complaints.append(message.text)

    def go(self, address):
        self.asked.clear()
        self.complaints.clear()
        return self.page.goto(address)


@pytest.fixture(scope="module", params=WIDTHS)
def visitor(browser, request):
    visitor = Visitor(browser, request.param, color_scheme="light")
    yield visitor
    visitor.context.close()


@pytest.fixture(scope="module")
def axe(tools):
    return (tools / "axe-core" / "axe.min.js").read_text()


def test_axe_finds_nothing_and_nothing_foreign_is_asked_for(visitor, address_of, axe, state, statuses):
    address = address_of(state)
    assert visitor.go(address).status == statuses[state]
    origin = "/".join(address.split("/")[:3])
    assert visitor.asked
    assert [url for url in visitor.asked if not url.startswith(f"{origin}/")] == []
    assert visitor.complaints == []
    assert visitor.page.evaluate(WIDER_THAN_SEEN) <= 0, "the page scrolls sideways"
    visitor.page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)")
    visitor.page.evaluate(axe)
    assert visitor.page.evaluate(AXE, None) == []
    visitor.page.emulate_media(color_scheme="dark")
    assert visitor.page.evaluate(AXE, ["color-contrast"]) == []
    visitor.page.emulate_media(color_scheme="light")


def test_dark_is_dark_and_light_is_light(visitor, address_of):
    visitor.go(address_of("home"))
    paper = "() => getComputedStyle(document.body).backgroundColor"
    shown = {}
    for scheme in ("dark", "light"):
        visitor.page.emulate_media(color_scheme=scheme)
        shown[scheme] = sum(map(int, visitor.page.evaluate(paper).strip("rgb()").split(",")))
    assert shown["dark"] < 150 < 600 < shown["light"]


def test_axe_would_find_something(visitor, address_of, axe):
    visitor.go(address_of("home"))
    visitor.page.evaluate("() => document.documentElement.removeAttribute('lang')")
    visitor.page.evaluate("() => document.querySelector('h1').style.color = '#ddd'")
    visitor.page.evaluate(axe)
    assert {found.split(":")[0] for found in visitor.page.evaluate(AXE, None)} == {"html-has-lang", "color-contrast"}
