"""A visit without JavaScript: everything a reader does works, by keyboard too."""

import pytest


@pytest.fixture
def page(browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    yield context.new_page()
    context.close()


def test_from_a_skill_to_where_one_applies(page, address_of):
    page.goto(address_of("home"))
    page.get_by_role("link", name="Product Management").click()
    page.get_by_role("link", name="Senior PM 15 open").click()
    assert page.url.endswith("/openings?hub=product-management&level=senior")
    page.go_back()
    page.locator("section:has(#positions)").get_by_role("link", name="Senior Principal Product Manager").click()
    apply = page.get_by_role("link", name="Apply at Acme Robotics").first
    assert apply.get_attribute("href") == "https://jobs.acme.example/rich/apply"
    page.get_by_role("link", name="Acme Robotics", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Acme Robotics"


def test_a_question_opens_by_keyboard(page, address_of):
    page.goto(address_of("skill populated"))
    answer = page.get_by_text("at all.")
    assert not answer.is_visible()
    page.locator("summary").first.press("Enter")
    assert answer.is_visible()


def test_the_first_stop_of_the_keyboard_is_the_way_to_the_content(page, address_of):
    page.goto(address_of("skill populated"))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to content"
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "15 open positions"


def test_a_closed_position_leads_on(page, address_of):
    page.goto(address_of("position closed"))
    assert "This position closed on 20 Nov 2026" in page.locator(".notice").inner_text()
    page.locator(".card a").first.click()
    assert page.get_by_role("link", name="Apply at").first.is_visible()
