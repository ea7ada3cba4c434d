"""Pairs that are one vacancy and pairs that are not, each with the reason."""

from dataclasses import replace

import pytest

from pipelines.dedupe.matching import Record, deduplicate
from warehouse.vocabulary import MatchReason

DUTIES = " ".join(
    f"You will own the {word} of our warehouse tooling." for word in ("roadmap", "backlog", "launches") * 9
)
OTHER_DUTIES = " ".join(
    f"Your days go to {word} in the laboratory next door." for word in ("assays", "samples", "reports") * 9
)
REWORDED = DUTIES[:1000] + OTHER_DUTIES[:220]
EDITED = DUTIES[:700] + OTHER_DUTIES[:200]
TEMPLATE = DUTIES[:700] + OTHER_DUTIES[:350]
UUID = "3f0c7a52-1b9d-4c6e-8a57-0d2e9b6c4f11"

BOARD = "https://boards.greenhouse.io/quillworks/jobs/"

BASE = Record(
    id="a",
    source="greenhouse:quillworks",
    title="Senior Product Manager, Search",
    company="Quillworks",
    location="Oslo, Norway",
    description=DUTIES,
    url=f"{BOARD}4811234",
    requisition_id="R-2041",
    language="en",
)
MIRROR = replace(BASE, id="b", source="feed:jobs", url="https://feed.example/view/77120045", requisition_id=None)
SIBLING = replace(BASE, id="b", url="https://boards.greenhouse.io/quillworks/jobs/4899999", requisition_id=None)

ONE = [
    (
        "same posting id, retitled and moved",
        {"url": "https://q.example/?gh_jid=4811234", "title": "PM", "location": "Bergen"},
    ),
    ("same posting id, no title at all", {"url": "https://q.example/?gh_jid=4811234", "title": None}),
    ("copied word for word", {}),
    ("copied without text", {"description": None}),
    ("copied with another legal form", {"company": "QUILLWORKS AS"}),
    ("copied from a subsidiary's name, text alike", {"company": "Quillworks Norge"}),
    ("copied without text under a trade's name", {"company": "Quillworks Motors", "description": None}),
    ("copied with decoration", {"title": "Sr. Product Manager, Search (m/w/d) - Oslo"}),
    ("copied with a typo", {"title": "Senior Product Manger, Saerch".replace("Manger", "Manager")}),
    ("cut to a snippet", {"description": DUTIES[:500]}),
    ("place unknown, same text", {"location": None}),
    ("place wider, same text", {"location": "Norway"}),
    ("team left out, same text", {"title": "Senior Product Manager"}),
    ("team left out of a longer title, same text", {"title": "Senior Product Manager, Search - Core"}),
    ("land left out, same text", {"title": "Senior Product Manager, Search - Norway", "location": "Remote"}),
    ("the name as in an address, same text", {"company": "joinquillworks"}),
    ("a longer name, same text", {"company": "Quillworks Storage"}),
    ("a longer name, team left out", {"company": "Quillworks Storage", "title": "Senior Product Manager"}),
    (
        "same requisition, title in other words",
        {"requisition_id": "R-2041", "title": "Senior Search Product Owner Manager"},
    ),
    ("a longer name, little text", {"company": "Quillworks Storage", "description": DUTIES[:480]}),
    ("intake named", {"title": "Senior Product Manager, Search (Summer 2026)"}),
    ("year named", {"title": "Senior Product Manager 2026, Search"}),
    ("same requisition, a longer name", {"requisition_id": "R-2041", "company": "Quillworks Storage"}),
]

APART = [
    ("other city, same text", {"location": "Bergen, Norway"}),
    ("other country", {"location": "Oslo, Minnesota"}),
    ("other level", {"title": "Product Manager, Search"}),
    ("other team", {"title": "Senior Product Manager, Ads"}),
    ("other land in the title", {"title": "Senior Product Manager, Search - Sweden"}),
    ("the name as in an address, no text", {"company": "joinquillworks", "description": None}),
    ("county only, no text", {"location": "Akershus County, Norway", "description": None}),
    ("team left out, no text", {"title": "Senior Product Manager", "description": None}),
    ("team left out, little text", {"title": "Senior Product Manager", "description": DUTIES[:480]}),
    ("team left out, text edited", {"title": "Senior Product Manager", "description": EDITED}),
    ("night shift left out", {"title": "Senior Product Manager, Search Nights"}),
    ("a longer name, misspelt", {"company": "Quillworks Storage", "title": "Senior Product Manager, Saerch"}),
    ("intake named, no text", {"title": "Senior Product Manager, Search (Summer 2026)", "description": None}),
    ("intake named, text edited", {"title": "Senior Product Manager, Search (2026)", "description": EDITED}),
    ("intake named, in part of the places", {"title": "Senior PM, Search (2026)", "location": "Oslo; Bergen"}),
    ("a longer name, too little text", {"company": "Quillworks Storage", "description": DUTIES[:300]}),
    ("a longer name, no text", {"company": "Quillworks Storage", "description": None}),
    ("a longer name, other text", {"company": "Quillworks Storage", "description": OTHER_DUTIES}),
    ("a longer name at another place", {"company": "Quillworks Storage", "location": "Norway"}),
    ("other language", {"language": "no"}),
    ("other company", {"company": "Fenn Data"}),
    ("no company", {"company": None}),
    ("no title", {"title": None}),
    ("place unknown, no text", {"location": None, "description": None}),
    ("place wider, other text", {"location": "Norway", "description": OTHER_DUTIES}),
    ("same words, another job's text", {"description": OTHER_DUTIES}),
    ("same words, two thirds of the text", {"description": TEMPLATE}),
    ("other requisition in the same numbering", {"requisition_id": "R-2042"}),
    ("same requisition, other city", {"requisition_id": "R-2041", "location": "Bergen"}),
    ("same requisition, other role", {"requisition_id": "R-2041", "title": "Lead Product Manager, Search"}),
    ("subsidiary's name, other text", {"company": "Quillworks Norge", "description": OTHER_DUTIES}),
]

SIBLINGS = [
    ("posted again, same text", {}, True),
    ("posted again under the same requisition, no text", {"requisition_id": "R-2041", "description": None}, True),
    (
        "posted again under a junk requisition, no text",
        {"requisition_id": "See Opening ID", "description": None},
        False,
    ),
    ("no text to tell them apart", {"description": None}, False),
    ("another text", {"description": OTHER_DUTIES}, False),
    ("another requisition", {"requisition_id": "R-9999"}, False),
    ("the requisition again, text unlike", {"requisition_id": "R-2041", "description": OTHER_DUTIES}, False),
    ("the requisition again for a wider place", {"requisition_id": "R-2041", "location": "Norway"}, False),
    ("the requisition again for another team", {"requisition_id": "R-2041", "title": "Senior Product Manager"}, False),
    (
        "the requisition again in other words",
        {"requisition_id": "R-2041", "title": "Senior Product Owner, Search"},
        False,
    ),
    ("team left out", {"title": "Senior Product Manager"}, False),
    ("intake named", {"title": "Senior Product Manager, Search (Summer 2026)"}, False),
    ("posted again, reworded", {"description": REWORDED}, False),
    ("remote besides", {"location": "Norway (Remote)"}, False),
]


# Of a source that gives no ids: an issue list, a thread.
LISTED = replace(BASE, id="b", url=None, requisition_id=None)

RELISTED = [
    ("word for word", {}, True),
    ("reworded", {"description": REWORDED}, True),
    ("reworded, misspelt", {"description": REWORDED, "title": "Senior Product Manager, Saerch"}, False),
    ("another text", {"description": OTHER_DUTIES}, False),
    ("word for word, team left out", {"title": "Senior Product Manager"}, True),
    ("word for word, level left out", {"title": "Product Manager, Search"}, False),
    ("word for word, team left out, elsewhere", {"title": "Senior Product Manager", "location": "Norway"}, False),
    ("edited, team left out", {"title": "Senior Product Manager", "description": EDITED}, False),
    ("word for word, team left out, a longer name", {"title": "Senior PM", "company": "Quillworks Storage"}, False),
]


def together(one: Record, other: Record) -> bool:
    """Whether two records alone end in one cluster, whichever comes first."""
    found = {len({m.cluster_id for m in deduplicate(pair)}) == 1 for pair in ((one, other), (other, one))}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(("changes", "is_one"), [(c, True) for _, c in ONE] + [(c, False) for _, c in APART])
def test_a_mirror_is_one_vacancy_unless_a_fact_differs(changes: dict[str, str | None], is_one: bool) -> None:
    assert together(BASE, replace(MIRROR, **changes)) is is_one


SHORT = [
    ("all of the text", {}, True),
    ("the text edited", {"description": REWORDED}, False),
    ("no text", {"description": None}, False),
    ("a snippet", {"description": DUTIES[:400]}, False),
    ("team left out", {"title": "Senior Product Manager"}, False),
    ("elsewhere", {"location": "Bergen, Norway"}, False),
    ("country only", {"location": "Norway"}, False),
    ("one source", {"source": BASE.source, "url": SIBLING.url}, False),
    ("the name goes on in the word", {"company": "Fennro"}, False),
    ("one requisition, no text", {"description": None, "requisition_id": "R-2041"}, False),
]


@pytest.mark.parametrize(("changes", "is_one"), [(changes, is_one) for _, changes, is_one in SHORT])
def test_a_short_name_is_the_longer_one_where_all_else_agrees(changes: dict[str, str | None], is_one: bool) -> None:
    one = replace(BASE, company="Fenn")
    other = replace(MIRROR, **({"company": "Fenn Robotics GmbH"} | changes))
    assert (len({found.cluster_id for found in deduplicate([one, other])}) == 1) is is_one


@pytest.mark.parametrize("text", [DUTIES, None])
def test_a_name_joined_is_the_name(text: str | None) -> None:
    assert together(
        replace(BASE, company="Fenn Labs", description=text), replace(MIRROR, company="fennlabs", description=text)
    )


@pytest.mark.parametrize(
    ("text", "copied", "is_one"),
    [
        (DUTIES[:480], DUTIES[:480], True),
        (DUTIES[:480], DUTIES[:470], True),
        (DUTIES[:480], f"{DUTIES[:470]} \u2026", False),
        (DUTIES, DUTIES[:480], False),
        (DUTIES[:300], DUTIES[:300], False),
    ],
)
def test_a_short_text_tells_the_team_where_it_is_whole(text: str, copied: str, is_one: bool) -> None:
    one = replace(BASE, description=text)
    assert together(one, replace(MIRROR, title="Senior Product Manager", description=copied)) is is_one


def test_a_towns_short_name_in_a_title_is_the_town() -> None:
    one = replace(BASE, location="Remote; New York City", title=f"{BASE.title} (NYC)")
    assert together(one, replace(MIRROR, title=one.title, location="Remote"))


@pytest.mark.parametrize(("place", "is_one"), [("Oslo", True), ("Bergen", False)])
def test_titles_that_name_two_towns_are_two_openings(place: str, is_one: bool) -> None:
    one = replace(BASE, title=f"{BASE.title} - {place}", location=f"Remote - Europe; {place}", requisition_id=None)
    assert together(one, replace(MIRROR, title=f"{BASE.title} - Oslo", location="Oslo, Norway")) is is_one


def test_a_county_is_no_town_of_it() -> None:
    one = replace(BASE, location="Vestby, Akershus County", description=None)
    assert not together(one, replace(MIRROR, location="Akershus County", description=None))


@pytest.mark.parametrize(("changes", "is_one"), [(changes, is_one) for _, changes, is_one in SIBLINGS])
def test_one_board_holds_two_ids_for_two_postings(changes: dict[str, str | None], is_one: bool) -> None:
    assert together(BASE, replace(SIBLING, **changes)) is is_one


@pytest.mark.parametrize(("changes", "is_one"), [(changes, is_one) for _, changes, is_one in RELISTED])
def test_a_source_without_ids_may_list_one_again(changes: dict[str, str | None], is_one: bool) -> None:
    assert together(replace(LISTED, id="a"), replace(LISTED, **changes)) is is_one


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Quillworks - Oslo", "Quillworks - Bergen", False),
        ("Quillworks AS - Oslo", "Oslo, Norway", True),
        ("Oslo - Quillworks", "Oslo, Norway", True),
    ],
)
def test_the_employers_name_is_no_place(one: str, other: str, is_one: bool) -> None:
    assert together(replace(BASE, location=one), replace(MIRROR, location=other)) is is_one


def test_a_source_without_places_may_list_one_again() -> None:
    nowhere = replace(LISTED, location=None)
    assert together(replace(nowhere, id="a"), nowhere)
    assert not together(replace(nowhere, id="a"), replace(nowhere, location="Oslo"))


@pytest.mark.parametrize(
    ("other", "location", "is_one"),
    [
        (MIRROR, "4 Harbour Road, Oslo", True),
        (MIRROR, "12 Mill Lane, Oslo", True),
        (MIRROR, "12 Mill Lane, Bergen", False),
        (SIBLING, "Harbour Rd 9, Oslo", True),
        (SIBLING, "12 Mill Lane, Oslo", False),
    ],
)
def test_two_shops_of_one_board_are_two_openings(other: Record, location: str, is_one: bool) -> None:
    shop = replace(BASE, location="4 Harbour Road, Oslo", requisition_id=None)
    assert together(shop, replace(other, location=location)) is is_one


@pytest.mark.parametrize(
    ("location", "is_one"),
    [("San Francisco Bay Area", True), ("Silicon Valley", True), ("San Jose, CA", False), ("Greater Boston", False)],
)
def test_an_area_in_a_towns_place_is_a_copys(location: str, is_one: bool) -> None:
    town = replace(BASE, location="Palo Alto, CA")
    assert together(town, replace(MIRROR, location=location)) is is_one
    assert not together(town, replace(SIBLING, location=location))


@pytest.mark.parametrize(
    ("title", "location", "is_one"),
    [
        ("Cook - Oslo", "Norway", True),
        ("Cook - Norway", "Oslo, Viken", True),
        ("Cook - Eastern Norway", "Norway", False),
        ("Cook - Bergen", "Norway", False),
        ("Cook - Oslo", "Bergen, Norway", False),
    ],
)
def test_a_title_that_goes_on_with_the_others_town_says_no_more(title: str, location: str, is_one: bool) -> None:
    cook = replace(BASE, title="Cook - Oslo")
    assert together(cook, replace(MIRROR, title=title, location=location)) is is_one


def test_two_trades_of_one_name_are_two_employers_without_a_text() -> None:
    motors = replace(BASE, company="Quillworks Motors", description=None)
    assert not together(motors, replace(MIRROR, company="Quillworks Software", description=None))


def test_a_copy_that_suits_two_teams_is_of_neither() -> None:
    teams = ("Search", "Ads")
    own = [
        replace(BASE, id=team, title=f"Senior Product Manager, {team}", requisition_id=None, url=f"{BOARD}{number}")
        for number, team in enumerate(teams, 4811234)
    ]
    copy = replace(MIRROR, id="c", title="Senior Product Manager")
    assert len({one.cluster_id for one in deduplicate([*own, copy])}) == 3


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"url": "https://q.example/?gh_jid=4811234", "title": "PM"}, MatchReason.REQUISITION),
        ({"requisition_id": "r 2041"}, MatchReason.REQUISITION),
        ({}, MatchReason.EXACT),
        ({"title": "Senior Product Manager, Saerch"}, MatchReason.CLOSE_TITLE),
        ({"location": None}, MatchReason.TEXT),
        ({"title": "Senior Product Manager"}, MatchReason.TEXT),
    ],
)
def test_the_reason_names_the_evidence(changes: dict[str, str | None], reason: MatchReason) -> None:
    first, second = deduplicate([BASE, replace(MIRROR, **changes)])
    assert (first.is_canonical, first.match_reason) == (True, MatchReason.CANONICAL)
    assert (second.is_canonical, second.match_reason) == (False, reason)


def test_one_id_used_for_two_intakes_is_two_vacancies() -> None:
    fall = replace(BASE, title="Intern, Fall 2026", url=f"https://jobs.lever.co/quill/{UUID}")
    assert not together(fall, replace(fall, id="b", source="list", title="Intern, Winter 2025"))
    assert together(fall, replace(fall, id="b", source="list", title="Intern"))


def test_a_workday_requisition_is_found_in_the_url_and_bound_to_its_place() -> None:
    site = "https://quill.wd5.myworkdayjobs.com"
    one = replace(BASE, requisition_id=None, description=None, url=f"{site}/External/job/Oslo/PM_R-2041")
    two = replace(one, id="b", source="feed", url=f"{site}/Mirror/job/Oslo/PM_R-2041-1")
    assert together(one, two)
    assert together(one, replace(two, location="Bergen", title="Senior Search Manager"))
    assert not together(one, replace(two, location="Bergen", url=f"{site}/Mirror/job/Bergen/PM_R-2041-1"))
    assert not together(one, replace(two, location="Bergen", title="Cook"))
    retitled = replace(two, title="Senior Manager Product and Platform, Search")
    assert together(one, retitled)
    assert not together(one, replace(retitled, source=one.source))
    shorter = replace(two, title="Senior Product Manager")
    assert together(one, shorter)
    assert not together(one, replace(shorter, source=one.source))
    elsewhere = replace(shorter, location="Remote", url=f"{site}/en-US/Mirror/job/Oslo/Senior-PM_R-2041")
    assert together(one, elsewhere)
    assert not together(one, replace(elsewhere, url=f"{site}/en-US/Mirror/job/Bergen/Senior-PM_R-2041"))
    assert not together(one, replace(elsewhere, source=one.source))
