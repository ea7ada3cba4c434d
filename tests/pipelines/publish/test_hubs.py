"""Hub pages: which sections are populated, their texts, the counts, and the views that list them."""

from datetime import date

import duckdb
import pytest

from pipelines.publish import HubTexts
from pipelines.publish.statements import statement
from warehouse.errors import UsageError
from warehouse.models.published_hubs import SkillHub
from warehouse.tables import create_table

SECTIONS = (
    "SELECT hub, section, state, listing_count, heading, message, browse_label, browse_path "
    "FROM hub_sections WHERE hub = 'product-management' ORDER BY section DESC"
)
EMPTY_POSITIONS = (
    "product-management",
    "positions",
    "empty",
    0,
    "No Product Management positions yet",
    "New Product Management positions are added regularly.",
    "Browse all openings",
    "/openings",
)
EMPTY_CHALLENGES = (
    "product-management",
    "challenges",
    "empty",
    0,
    "No Product Management challenges yet",
    "Product Management challenges are coming soon.",
    "Browse all challenges",
    "/challenges",
)


def test_an_empty_hub_says_so(rows):
    assert rows(SECTIONS) == [EMPTY_POSITIONS, EMPTY_CHALLENGES]


def test_a_populated_hub_says_how_much_it_has(small, rows):
    small.posting("1", "p1")
    small.posting("2", "p2", hubs=[("marketing", 0.9), ("product-management", 0.5)])
    small.challenge("3", "c1")
    assert rows(SECTIONS) == [
        (
            "product-management",
            "positions",
            "populated",
            2,
            "Product Management positions",
            "2 open positions at 1 company.",
            "Browse all openings",
            "/openings?hub=product-management",
        ),
        (
            "product-management",
            "challenges",
            "populated",
            1,
            "Product Management challenges",
            "1 challenge to take part in.",
            "Browse all challenges",
            "/challenges?hub=product-management",
        ),
    ]


def test_what_cannot_be_entered_populates_nothing(small, rows, as_of):
    small.posting("1", "p1", closed_at=as_of)
    small.challenge("2", "c1", application_deadline=date(2026, 11, 1))
    assert rows(SECTIONS) == [EMPTY_POSITIONS, EMPTY_CHALLENGES]


OFFERS = [
    ("upcoming", {"start_date": date(2026, 12, 1)}, 1),
    ("open", {"application_deadline": date(2026, 12, 1)}, 1),
    ("evergreen", {"is_evergreen": True}, 1),
    ("closed", {"application_deadline": date(2026, 11, 1)}, 0),
]


@pytest.mark.parametrize(("status", "fields", "expected"), OFFERS)
def test_every_count_of_challenges_follows_one_rule(small, rows, status, fields, expected):
    small.challenge("1", "c1", hubs=[("marketing", 0.9), ("product-management", 0.5)], **fields)
    found = rows(
        "SELECT (SELECT status FROM challenges), (SELECT challenge_count FROM publication), "
        "(SELECT count(*) FROM product_management_challenges), (SELECT count(*) FROM marketing_challenges), "
        "list(DISTINCT challenge_count), (SELECT list(DISTINCT listing_count) FROM hub_sections "
        "WHERE section = 'challenges') FROM skill_hubs"
    )
    assert found == [(status, expected, expected, expected, [expected], [expected])]


def test_a_listing_counts_for_each_of_its_hubs(small, rows, as_of):
    small.posting("1", "p1", hubs=[("product-management", 0.9), ("marketing", 0.6)])
    small.posting("2", "p2", company_slug="orbit", source="ashby:orbit")
    small.posting("3", "p3", hubs=[])
    found = rows("SELECT hub, name, position_count, hiring_company_count, updated_at FROM skill_hubs ORDER BY hub")
    assert found == [
        ("marketing", "Marketing", 1, 1, as_of),
        ("product-management", "Product Management", 2, 2, as_of),
    ]
    assert rows("SELECT position_count FROM publication") == [(3,)]


def test_views_list_the_open_rows_of_a_hub_best_first(small, rows, as_of):
    small.posting("1", "p1", hubs=[("product-management", 0.5)])
    small.posting("2", "p2", date_posted=date(2026, 11, 1))
    small.posting("3", "p3", date_posted=date(2026, 11, 20))
    small.posting("4", "p4")
    small.posting("5", "p5", hubs=[("marketing", 0.9)])
    small.posting("6", "p6", closed_at=as_of)
    found = rows("SELECT position_id, score, evidence->0->>'matched' FROM product_management_positions")
    matched = "product <b>manager</b>"
    assert found == [(f"p{n}", score, matched) for n, score in [(3, 0.9), (2, 0.9), (4, 0.9), (1, 0.5)]]


def test_a_view_has_the_columns_of_its_table_and_the_score(rows):
    names = rows(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        "WHERE table_name IN ('positions', 'marketing_positions', 'challenges', 'marketing_challenges') GROUP BY 1"
    )
    columns = dict(names)
    assert columns["marketing_positions"] == [*columns["positions"], "score", "evidence"]
    assert columns["marketing_challenges"] == [*columns["challenges"], "score", "evidence"]


def test_views_name_their_tables_without_a_database(rows):
    views = rows("SELECT view_name, sql FROM duckdb_views() WHERE NOT internal ORDER BY view_name")
    assert [view for view, _ in views] == [
        "marketing_challenges",
        "marketing_positions",
        "product_management_challenges",
        "product_management_positions",
    ]
    assert not [sql for _, sql in views if "published." in sql or "memory." in sql or "main." in sql]


BAD_HUBS = [
    ("Marketing", "lower-case words joined by hyphens"),
    ("c++", "lower-case words joined by hyphens"),
    ("x; DROP TABLE positions", "lower-case words joined by hyphens"),
    ("closed", "closed_positions is taken"),
]


@pytest.mark.parametrize(("hub", "message"), BAD_HUBS)
def test_a_hub_whose_views_cannot_be_named_is_refused(publish_small, folder, hub, message):
    with pytest.raises(UsageError, match=message):
        publish_small(hubs=[HubTexts(hub, "Name")])
    assert list(folder.iterdir()) == []


def test_names_with_quotes_are_text(rows):
    hubs = [HubTexts("design", "Design 'n' Craft", 'It\'s "fine".')]
    assert rows("SELECT name, tagline FROM skill_hubs", hubs=hubs) == [("Design 'n' Craft", 'It\'s "fine".')]


def test_the_texts_of_a_page_are_published_in_its_order_with_their_headings(rows):
    texts = {
        "practice": "Enter one.",
        "why_it_matters": "It counts.",
        "definition": 'It\'s "this".',
        "career_paths": "Up.",
    }
    hubs = [HubTexts("ux-design", "UX Design", **texts), HubTexts("marketing", "Marketing", definition="Telling.")]
    found = rows("SELECT hub, section, section_number, heading, text FROM skill_hub_texts", hubs=hubs)
    assert found == [
        ("marketing", "definition", 1, "What is Marketing?", "Telling."),
        ("ux-design", "definition", 1, "What is UX Design?", 'It\'s "this".'),
        ("ux-design", "why_it_matters", 2, "Why UX Design matters for your career", "It counts."),
        ("ux-design", "career_paths", 3, "Career paths using UX Design", "Up."),
        ("ux-design", "practice", 4, "Practice UX Design with real-world challenges", "Enter one."),
    ]


def test_questions_keep_their_order_and_their_answers(rows):
    hubs = [HubTexts("design", "Design", faq=(("Why?", "So."), ("How?", "Slowly."))), HubTexts("law", "Law")]
    found = rows("SELECT hub, question_number, question, answer FROM skill_hub_questions", hubs=hubs)
    assert found == [("design", 1, "Why?", "So."), ("design", 2, "How?", "Slowly.")]


def test_a_ladder_counts_the_open_positions_at_each_level(small, rows, as_of):
    small.posting("1", "p1", level="senior")
    small.posting("2", "p2", level="senior", hubs=[("marketing", 0.9), ("product-management", 0.5)])
    small.posting("3", "p3", level="senior", hubs=[("marketing", 0.9)])
    small.posting("4", "p4", level="cpo", closed_at=as_of)
    small.posting("5", "p5", level="none")
    hubs = [
        HubTexts("product-management", "Product Management", levels=("pm", "senior", "cpo")),
        HubTexts("marketing", "Marketing"),
    ]
    found = rows("SELECT hub, level, level_number, position_count, browse_path FROM skill_hub_levels", hubs=hubs)
    assert found == [
        ("product-management", "pm", 1, 0, "/openings?hub=product-management&level=pm"),
        ("product-management", "senior", 2, 2, "/openings?hub=product-management&level=senior"),
        ("product-management", "cpo", 3, 0, "/openings?hub=product-management&level=cpo"),
    ]


def test_large_counts_are_written_for_people():
    with duckdb.connect() as con:
        con.execute("ATTACH ':memory:' AS published")
        con.execute("USE published")
        con.execute(create_table(SkillHub))
        con.execute("INSERT INTO skill_hubs VALUES ('marketing', 'Marketing', NULL, 43478, 1200, 2100, now())")
        sections = con.sql(statement("hub_sections")).select("message").fetchall()
    assert sections == [("43,478 open positions at 2,100 companies.",), ("1,200 challenges to take part in.",)]
