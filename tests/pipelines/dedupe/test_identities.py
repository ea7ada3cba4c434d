"""Posting ids in URLs and requisition ids among the junk."""

import pytest

from pipelines.dedupe.matching.identities import read_url, requisition_key

UUID = "3f0c7a52-1b9d-4c6e-8a57-0d2e9b6c4f11"
BOARD = "0a0b0c0d-1b9d-4c6e-8a57-0d2e9b6c4f11"


@pytest.mark.parametrize(
    ("url", "platform", "identifier"),
    [
        ("https://boards.greenhouse.io/quillworks/jobs/4811234", "greenhouse", "4811234"),
        ("https://job-boards.greenhouse.io/quillworks/jobs/4811234?gh_src=abc", "greenhouse", "4811234"),
        ("https://job-boards.eu.greenhouse.io/quillworks/jobs/4811234", "greenhouse", "4811234"),
        ("https://quillworks.example/careers/role?gh_jid=4811234", "greenhouse", "4811234"),
        ("https://quillworks.example/jobs/4811234?gh_jid=4811234?utm_source=x", "greenhouse", "4811234"),
        ("https://boards.greenhouse.io/embed/job_app?for=quillworks&token=4811234", "greenhouse", "4811234"),
        ("https://boards-api.greenhouse.io/v1/boards/quillworks/jobs/4811234", "greenhouse", "4811234"),
        (f"https://jobs.lever.co/quillworks/{UUID}/apply?lever-source=Somewhere", "lever", UUID),
        (f"https://api.lever.co/v0/postings/quillworks/{UUID.upper()}", "lever", UUID),
        (f"https://jobs.ashbyhq.com/Quill%20Works/{UUID}/application", "ashby", UUID),
        (f"https://quillworks.example/careers?ashby_jid={UUID}", "ashby", UUID),
        (
            "https://jobs.smartrecruiters.com/Quillworks/744000082865365-engineer?oga=true",
            "smartrecruiters",
            "744000082865365",
        ),
        ("https://apply.workable.com/quillworks/j/0A1B2C3D4E/", "workable", "0a1b2c3d4e"),
        ("https://www.linkedin.com/jobs/view/engineer-at-quillworks-4403711576", "linkedin", "4403711576"),
        ("https://uk.indeed.com/viewjob?from=x&jk=724e856007d95146", "indeed", "724e856007d95146"),
        (
            "https://careers-quillworks.icims.com/jobs/20417/engineer/job",
            "icims",
            "careers-quillworks.icims.com/jobs/20417",
        ),
        (
            f"https://recruiting2.ultipro.com/QUI1/JobBoard/{BOARD}/OpportunityDetail?opportunityId={UUID}",
            "ultipro",
            UUID,
        ),
        ("https://jobs.gem.com/quillworks/am9icG9zdDrkDt1-abc_09", "gem", "am9icg9zddrkdt1-abc_09"),
        ("https://lifeattiktok.com/search/7411223344556677889?utm_source=x", "bytedance", "7411223344556677889"),
        (
            "https://quillworks.example/careers?query=pm&pid=790313323421",
            "eightfold",
            "quillworks.example/careers790313323421",
        ),
        (
            f"https://workforcenow.adp.com/mdf/recruitment.html?cid={UUID}&type=MP&jobId=512345&lang=en_US",
            "adp",
            f"{UUID}512345",
        ),
        (
            "https://www.paycomonline.net/v4/ats/web.php/jobs/ViewJobDetails?job=88112&clientkey=3A1B2C3D4E5F60718293A4B5",
            "paycom",
            "job=88112clientkey=3a1b2c3d4e5f60718293a4b5",
        ),
        ("https://quillworks.recruitee.com/o/engineer/c/new", "recruitee", "quillworks.recruitee.com/o/engineer"),
        (
            "https://jobs.quillworks.example/jobs/6354252-engineer/applications/new",
            "teamtailor",
            "jobs.quillworks.example/jobs/6354252",
        ),
    ],
)
def test_a_url_names_its_posting(url: str, platform: str, identifier: str) -> None:
    found = read_url(url)
    assert (found.platform, found.identifier, found.is_platform_id) == (platform, identifier, True)


@pytest.mark.parametrize(
    ("url", "identifier"),
    [
        ("https://jobs.example/view/77120045", "77120045"),
        (f"https://jobs.example/boards/{BOARD}/openings/{UUID}", UUID),
        ("https://jobs.example/view?board=3a1b2c3d4e5f60718293a4b5&no=88", None),
    ],
)
def test_the_last_of_the_longest_ids_is_likely_the_postings(url: str, identifier: str | None) -> None:
    found = read_url(url)
    assert (found.identifier, found.is_platform_id) == (identifier, False)


@pytest.mark.parametrize(
    ("url", "requisition"),
    [
        ("https://quill.wd5.myworkdayjobs.com/en-US/External/job/Oslo/Engineer_R-0012345", "R0012345"),
        ("https://quill.wd5.myworkdayjobs.com/Internal/job/Oslo/Engineer_R-0012345-1/apply", "R0012345"),
        ("https://quill.wd5.myworkdayjobs.com/Site/job/Boise-ID---Main/Engineer--Grad-_JR98765?x=1", "JR98765"),
    ],
)
def test_workday_names_a_requisition_not_a_posting(url: str, requisition: str) -> None:
    found = read_url(url)
    assert (found.platform, found.identifier, found.requisition) == ("workday", None, requisition)


def test_a_workday_page_is_a_requisition_in_a_town() -> None:
    site = "https://quill.wd5.myworkdayjobs.com"
    page = read_url(f"{site}/External/job/Oslo/Engineer_R-0012345").page
    assert read_url(f"{site}/en-US/External/job/Oslo/Data-Engineer_R-0012345-1/apply").page == page
    assert read_url(f"{site}/External/job/Bergen/Engineer_R-0012345").page != page


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "29738207",
        "https://quillworks.example",
        "https://quillworks.example/careers/",
        "https://quill-works.example/jobs",
    ],
)
def test_a_careers_page_names_nothing(url: str | None) -> None:
    found = read_url(url)
    assert (found.identifier, found.requisition, found.page) == (None, None, None)


def test_a_page_is_the_same_with_tracking_fragment_and_apply_form() -> None:
    page = read_url("https://www.quillworks.example/roles/data-engineer-oslo").page
    assert page == "quillworks.example/roles/data-engineer-oslo"
    for url in (
        "http://quillworks.example/roles/data-engineer-oslo?utm_source=a&utm_medium=b",
        "https://QUILLWORKS.example/roles/data-engineer-oslo/#apply",
        "https://quillworks.example/roles/data-engineer-oslo/apply?ref=board",
    ):
        assert read_url(url).page == page
    assert read_url("https://quillworks.example/roles/data-engineer-oslo?team=7001").page != page


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("R-0012345", "R0012345"),
        ("r 0012345", "R0012345"),
        ("JR0068574", "JR0068574"),
        ("P800817B", "P800817B"),
        ("698", "698"),
        ("2021-3391", "20213391"),
    ],
)
def test_requisition_ids_have_one_spelling(text: str, key: str) -> None:
    assert requisition_key(text) == key


@pytest.mark.parametrize(
    "junk",
    [
        None,
        "",
        "See Opening ID",
        "N/A",
        "n/a",
        "ONE",
        "TBD",
        "000",
        "1111",
        "12345",
        "2026",
        "12",
        "Evergreen 2026 pipeline",
    ],
)
def test_what_is_typed_instead_of_an_id_is_none(junk: str | None) -> None:
    assert requisition_key(junk) is None
