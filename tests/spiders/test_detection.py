"""Detection: every form of address we know gives its board, and nothing weaker than that gives any."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.detect import measure, read_boards
from spiders.detection import detect, detect_by_form, known_hosts
from spiders.detection.url_forms import owners_by_domain

UUID = "0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f"
HEX = "0123456789ABCDEF0123456789ABCDEF"

FORMS = [
    # Greenhouse
    ("https://boards.greenhouse.io/acme", "greenhouse", "acme"),
    ("https://job-boards.greenhouse.io/acme/jobs/4012345?gh_src=x", "greenhouse", "acme"),
    ("https://boards.eu.greenhouse.io/acme", "greenhouse", "acme"),
    ("https://job-boards.eu.greenhouse.io/acme/", "greenhouse", "acme"),
    ("https://boards.greenhouse.io/embed/job_board?for=acme", "greenhouse", "acme"),
    ("https://boards.greenhouse.io/embed/job_board/js?for=acme", "greenhouse", "acme"),
    ("https://boards.greenhouse.io/embed/job_app?token=401&for=acme", "greenhouse", "acme"),
    ("https://boards.greenhouse.io/embed/job_app?for=acme&amp;token=401", "greenhouse", "acme"),
    ("https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true", "greenhouse", "acme"),
    ("https://api.greenhouse.io/v1/boards/acme/embed/jobs", "greenhouse", "acme"),
    # Lever, Ashby
    ("https://jobs.lever.co/acme", "lever", "acme"),
    (f"https://jobs.lever.co/acme/{UUID}/apply?lever-source=x", "lever", "acme"),
    ("https://jobs.eu.lever.co/acme", "lever_eu", "acme"),
    ("https://api.lever.co/v0/postings/acme?mode=iframe", "lever", "acme"),
    ("https://api.eu.lever.co/v0/postings/acme", "lever_eu", "acme"),
    ("https://jobs.lever.co/acme&co", "lever", "acme&co"),
    ("https://jobs.ashbyhq.com/acme.com", "ashby", "acme.com"),
    ("https://jobs.ashbyhq.com/Acme%20Robotics/embed", "ashby", "Acme%20Robotics"),
    ("https://jobs.ashbyhq.com/Acme Robotics", "ashby", "Acme%20Robotics"),
    (f"https://jobs.ashbyhq.com/acme/{UUID}/application", "ashby", "acme"),
    ("https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true", "ashby", "acme"),
    ("https://boards.eu.greenhouse.io/embed/job_app?for=acme&token=4012345101", "greenhouse", "acme"),
    ("https://job-boards.greenhouse.io/embed/job_board?for=acme&b=https%3A%2F%2Facme.com", "greenhouse", "acme"),
    ("https://boards-api.greenhouse.io/acme/jobs/401", "greenhouse", "acme"),
    ("https://boards.greenhouse.io/v1/boards/acme/jobs", "greenhouse", "acme"),
    ("https://api.lever.co/v1/postings/acme", "lever", "acme"),
    ("https://jobs.lever.co/acme&utm_source=x", "lever", "acme"),
    # SmartRecruiters
    (f"https://jobs.smartrecruiters.com/ni/Acme1/{UUID}-engineer", "smartrecruiters", "Acme1"),
    ("https://www.smartrecruiters.com/Acme1/743999000000001-engineer", "smartrecruiters", "Acme1"),
    ("https://careers.smartrecruiters.com/AcmeRobotics1", "smartrecruiters", "AcmeRobotics1"),
    ("https://careers.smartrecruiters.com/AcmeRobotics1/brand", "smartrecruiters", "AcmeRobotics1"),
    ("https://jobs.smartrecruiters.com/AcmeRobotics1/743999-engineer", "smartrecruiters", "AcmeRobotics1"),
    (f"https://jobs.smartrecruiters.com/oneclick-ui/company/Acme1/publication/{UUID}", "smartrecruiters", "Acme1"),
    ("https://api.smartrecruiters.com/v1/companies/Acme1/postings?limit=100", "smartrecruiters", "Acme1"),
    ("https://jobs.smartrecruiters.com/?company=Acme1", "smartrecruiters", "Acme1"),
    # Workable
    ("https://apply.workable.com/acme-2/", "workable", "acme-2"),
    ("https://apply.workable.com/acme/j/0A1B2C3D4E/apply/", "workable", "acme"),
    ("https://acme.workable.com/jobs/123", "workable", "acme"),
    ("https://apply.workable.com/api/v1/widget/accounts/acme?details=true", "workable", "acme"),
    ("https://apply.workable.com/api/v3/accounts/acme/jobs", "workable", "acme"),
    ("https://www.workable.com/api/accounts/acme", "workable", "acme"),
    # a host a tenant
    ("https://acme.recruitee.com/o/engineer", "recruitee", "acme"),
    ("https://acme.recruitee.com/api/offers/", "recruitee", "acme"),
    ("https://acme.jobs.personio.de/job/12?language=en", "personio", "acme"),
    ("https://acme.jobs.personio.com", "personio", "acme"),
    ("https://acme.jobs.personio.de/xml?language=de", "personio", "acme"),
    ("https://acme.teamtailor.com/jobs/12-engineer", "teamtailor", "acme"),
    ("https://acme.na.teamtailor.com/jobs.rss", "teamtailor", "acme.na"),
    ("https://acme.bamboohr.com/careers/31", "bamboohr", "acme"),
    ("https://acme.bamboohr.com/jobs/", "bamboohr", "acme"),
    ("https://acme.bamboohr.com/js/embed.js", "bamboohr", "acme"),
    ("https://acme.breezy.hr/p/0a1b2c3d4e5f-engineer", "breezy", "acme"),
    (f"https://acme.pinpointhq.com/en/postings/{UUID}", "pinpoint", "acme"),
    ("https://acme.applytojob.com/apply/a1b2c3/Engineer", "jazzhr", "acme"),
    ("https://acme.theresumator.com/apply", "jazzhr", "acme"),
    ("https://app.jazz.co/widgets/basic/create/acme", "jazzhr", "acme"),
    ("https://app.jazz.co/feeds/export/jobs/acme", "jazzhr", "acme"),
    ("https://careers-acme.icims.com/jobs/123/engineer/job?in_iframe=1", "icims", "careers-acme.icims.com"),
    ("https://uscareers-acme.icims.com/jobs/intro", "icims", "uscareers-acme.icims.com"),
    ("https://acme.avature.net/careers/SearchJobs", "avature", "acme.avature.net"),
    ("https://acme.avature.net/en_US/careers/JobDetail/Engineer/123", "avature", "acme.avature.net"),
    ("https://acme.eightfold.ai/careers?pid=123", "eightfold", "acme.eightfold.ai"),
    ("https://app.eightfold.ai/careers?domain=acme.com", "eightfold", "app.eightfold.ai|acme.com"),
    ("https://acme.csod.com/ux/ats/careersite/4/home?c=acme", "cornerstone", "acme.csod.com"),
    ("https://acme.career.softgarden.de/", "softgarden", "acme"),
    ("https://acme.softgarden.io/job/123/Engineer", "softgarden", "acme"),
    ("https://acme.gupy.io/jobs/123?jobBoardSource=gupy_public_page", "gupy", "acme"),
    ("https://acme.recruiterbox.com/jobs/fk0123", "recruiterbox", "acme"),
    ("https://acme.hire.trakstar.com/jobs/fk0123", "recruiterbox", "acme"),
    ("https://acme.zhiye.com/custom", "beisen", "acme"),
    ("https://acme.zhiye.com/campus/jobs", "beisen", "acme"),
    ("https://acme.zhiye.com/Social", "beisen_legacy", "acme"),
    ("https://acme.darwinbox.in/ms/candidate/careers", "darwinbox", "acme"),
    ("https://acme.darwinbox.com/ms/candidatev2/main/careers/allJobs", "darwinbox", "acme.com"),
    ("https://acme.recruiter.co.kr/app/jobnotice/list", "recruiter_co_kr", "acme"),
    ("https://acme.traffit.com/career/", "traffit", "acme"),
    ("https://acme.hirehive.com/job/engineer-1", "hirehive", "acme"),
    ("https://lde.tbe.taleo.net/lde02/ats/careers/v2/searchResults?org=ACME&cws=37", "taleo", "lde.tbe.taleo.net"),
    # Workday
    ("https://acme.wd5.myworkdayjobs.com/Acme_Careers", "workday", "acme|wd5|Acme_Careers"),
    ("https://acme.wd5.myworkdayjobs.com/en-US/Acme_Careers/job/Oslo/X_R1", "workday", "acme|wd5|Acme_Careers"),
    ("https://acme.wd103.myworkdayjobs.com/fr-CA/External?q=x", "workday", "acme|wd103|External"),
    ("https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/External/jobs", "workday", "acme|wd5|External"),
    ("https://acme.wd3.myworkdaysite.com/recruiting/acme/External", "workday", "acme|wd3|External"),
    ("https://wd3.myworkdaysite.com/en-US/recruiting/acme/External/job/X_R1", "workday", "acme|wd3|External"),
    ("https://acme.wd5.myworkdayjobs.com/es/External/job/Oslo/X_R1", "workday", "acme|wd5|External"),
    ("https://acme.wd5.myworkdayjobs.com/fr/job/Oslo/X_R1", "workday", "acme|wd5|fr"),
    ("https://wd1.myworkdaysite.com/wday/cxs/acme/External/jobs", "workday", "acme|wd1|External"),
    # Rippling, Jobvite, join, Gem
    ("https://ats.rippling.com/acme/jobs", "rippling", "acme"),
    (f"https://ats.rippling.com/en-GB/acme/jobs/{UUID}", "rippling", "acme"),
    ("https://ats.us1.rippling.com/acme/jobs", "rippling", "acme"),
    ("https://api.rippling.com/platform/api/ats/v1/board/acme/jobs", "rippling", "acme"),
    ("https://jobs.jobvite.com/acme/jobs", "jobvite", "acme"),
    ("https://jobs.jobvite.com/careers/acme/job/oAbCdEfGh", "jobvite", "careers/acme"),
    ("https://join.com/companies/acme/123-engineer", "join_com", "acme"),
    ("https://jobs.gem.com/acme/am9icG9zdDo", "gem", "acme"),
    ("https://api.gem.com/job_board/v0/acme/job_posts/", "gem", "acme"),
    # Oracle
    (
        "https://abcd.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/300",
        "oracle",
        "abcd.fa.us2.oraclecloud.com|CX_1",
    ),
    (
        "https://abcd.fa.ocs.oraclecloud.eu/hcmUI/CandidateExperience/de/sites/CX_7001",
        "oracle",
        "abcd.fa.ocs.oraclecloud.eu|CX_7001",
    ),
    ("https://careers.acme.com/hcmUI/CandidateExperience/en/sites/CX_2", "oracle", "careers.acme.com|CX_2"),
    (
        "https://abcd.fa.us2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitions"
        "?onlyData=true&finder=findReqs;siteNumber=CX_1,facetsList=X",
        "oracle",
        "abcd.fa.us2.oraclecloud.com|CX_1",
    ),
    (
        "https://abcd.fa.us6.oraclecloud.com/hcmRestApi/resources/11.13.18.05/recruitingCEJobRequisitions"
        "?finder=findReqs;siteNumber=CX_45001,limit=1",
        "oracle",
        "abcd.fa.us6.oraclecloud.com|CX_45001",
    ),
    # SuccessFactors
    (
        "https://career8.successfactors.com/career?career_company=AcmeProd",
        "successfactors",
        "career8.successfactors.com|AcmeProd",
    ),
    (
        "https://performancemanager4.successfactors.com/career?company=acme",
        "successfactors",
        "performancemanager4.successfactors.com|acme",
    ),
    ("https://acme.jobs2web.com/search/", "successfactors", "acme.jobs2web.com"),
    ("https://acme.jobs.hr.cloud.sap/job/Oslo-Engineer/1234567801/", "successfactors", "acme.jobs.hr.cloud.sap"),
    (
        "https://career5.successfactors.eu/career?company=AcmeP&lang=de_DE",
        "successfactors",
        "career5.successfactors.eu|AcmeP",
    ),
    ("https://career4.successfactors.com/career?a=1&company=acme", "successfactors", "career4.successfactors.com|acme"),
    ("https://career44.sapsf.com/career?company=acme", "successfactors", "career44.sapsf.com|acme"),
    ("https://career55.sapsf.eu/careers?company=acme", "successfactors", "career55.sapsf.eu|acme"),
    ("https://career15.sapsf.cn/career?company=acme", "successfactors", "career15.sapsf.cn|acme"),
    # a company's own domain, whose path tells
    ("https://jobs.acme.com/en_US/careers/SearchJobs", "avature", "jobs.acme.com"),
    ("https://jobs.acme.com/careers/JobDetail/Art-Director/215644", "avature", "jobs.acme.com"),
    ("https://jobs.acme.com/careers/job/790313-engineer-oslo?domain=acme.com", "eightfold", "jobs.acme.com|acme.com"),
    ("https://careers.acme.com/jobs.rss", "teamtailor", "careers.acme.com"),
    *(
        (f"https://jobs.acme.com/{path}", "successfactors", "jobs.acme.com")
        for path in (
            "search/?createNewAlert=false&q=&locationsearch=",
            "norway/search/?createNewAlert=false&q=&optionsFacetsDD_country=",
            "search/?q=&sortColumn=referencedate&sortDirection=desc",
            "viewalljobs/",
            "viewalljobs/?q=&sortColumn=referencedate&sortDirection=desc",
            "go/Engineering-Jobs/4594501/",
            "go/Engineering/8012345/25/?q=&sortColumn=referencedate",
            "talentcommunity/apply/1012345678/?locale=en_US",
            "googlefeed.xml",
        )
    ),
    # platforms that nobody reads yet
    (f"https://www.paycomonline.net/v4/ats/web.php/portal/{HEX}/career-page", "paycom", HEX),
    (f"https://www.paycomonline.net/v4/ats/web.php/jobs?clientkey={HEX}", "paycom", HEX),
    ("https://herp.careers/v1/acme/AbCdEf", "herp", "acme"),
    ("https://hrmos.co/pages/acme/jobs/0001", "hrmos", "acme"),
    ("https://jobs.dayforcehcm.com/acme/CANDIDATEPORTAL", "dayforce", "acme/CANDIDATEPORTAL"),
    ("https://jobs.dayforcehcm.com/en-US/acme/PORTAL2/jobs/7", "dayforce", "acme/PORTAL2"),
    ("https://us61.dayforcehcm.com/CandidatePortal/en-US/acme/Site/PORTAL2", "dayforce", "acme/PORTAL2"),
    ("https://us61.dayforcehcm.com/CandidatePortal/en-US/acme/Posting/View/7", "dayforce", "acme/CANDIDATEPORTAL"),
    (
        f"https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?cid={UUID}&ccId=92_2&lang=en_US",
        "adp",
        f"{UUID}/92_2",
    ),
    (
        f"https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?ccId=92_2&cid={UUID}",
        "adp",
        f"{UUID}/92_2",
    ),
    (
        f"https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?cid={UUID}",
        "adp",
        f"{UUID}/19000101_000001",
    ),
    ("https://app.mokahr.com/social-recruitment/acme/4012#/jobs", "moka", "acme/4012"),
    ("https://app.mokahr.com/m/campus_apply/acme/4012", "moka", "acme/4012/campus"),
    ("https://app.mokahr.com/campus-recruitment/acme/4012", "moka", "acme/4012/campus"),
    ("https://hire-r1.mokahr.com/social-recruitment/acme/4012", "moka", "hire-r1/acme/4012"),
    ("https://hire-r1.mokahr.com/campus-recruitment/acme/4012", "moka", "hire-r1/acme/4012/campus"),
    (
        f"https://recruiting2.ultipro.com/ACM1000ACME/JobBoard/{UUID}/?q=&o=postedDateDesc",
        "ukg",
        f"https://recruiting2.ultipro.com/ACM1000ACME/JobBoard/{UUID}",
    ),
    (
        f"https://recruiting.ultipro.ca/ACM5000ACME/JobBoard/{UUID}/OpportunityDetail?opportunityId={UUID}",
        "ukg",
        f"https://recruiting.ultipro.ca/ACM5000ACME/JobBoard/{UUID}",
    ),
    (
        f"https://acme.rec.pro.ukg.net/ACM1000ACME/JobBoard/{UUID}",
        "ukg",
        f"https://acme.rec.pro.ukg.net/ACM1000ACME/JobBoard/{UUID}",
    ),
    (f"https://recruiting.paylocity.com/recruiting/jobs/All/{UUID}/Acme", "paylocity", UUID),
    ("https://careers.pageuppeople.com/1234/cw/en-us/job/500", "pageup", "1234/cw/en-us"),
    ("https://jobs.deel.com/acme", "deel", "acme"),
    ("https://jobs.deel.com/job-boards/acme", "deel", "acme"),
    (
        "https://www.comeet.co/careers-api/2.0/company/30.005/positions?token=7672C6A163533D11",
        "comeet",
        "7672C6A163533D11",
    ),
    (
        "https://workforcenow.adp.com/mascsr/default/careercenter/public/events/staffing/v1/job-requisitions"
        f"?cid={UUID}&ccId=92_2",
        "adp",
        f"{UUID}/92_2",
    ),
    ("https://acme.jobs.cz/", "almacareer", "acme"),
    ("https://acme.topjobs.sk/", "almacareer", "acme"),
    ("https://www.104.com.tw/company/a3upryg", "jobbank104", "a3upryg"),
    ("https://www.welcometothejungle.com/en/companies/acme/jobs", "welcometothejungle", "acme"),
]

NOT_TOLD = [
    "",
    "   ",
    "acme",
    "https://",
    "mailto:jobs@acme.com",
    "https://www.acme.com/careers",
    "https://careers.acme.com",
    "https://careers.acme.com/jobs?gh_jid=4012345",
    "https://jobs.acme.com/jobs/12-engineer",
    "https://careers.acme.com/us/en/search-results",
    "https://careers.acme.com/search/",
    "https://careers.acme.com/search/?q=engineer",
    "https://careers.acme.com/go/42/1234567",
    "https://grnh.se/0a1b2c3d",
    "https://bit.ly/acme",
    # the platforms' own pages
    "https://www.greenhouse.io/customers",
    "https://boards.greenhouse.io/",
    "https://boards.greenhouse.io/embed/job_app?token=401",
    "https://app.greenhouse.io/acme",
    "https://www.lever.co/customers",
    "https://jobs.lever.co",
    "https://app.ashbyhq.com/acme",
    "https://jobs.ashbyhq.com/api/non-user-graphql",
    "https://www.workable.com/pricing",
    "https://jobs.workable.com/view/abc/engineer",
    "https://apply.workable.com/j/0A1B2C3D4E",
    "https://www.smartrecruiters.com/resources",
    "https://www.bamboohr.com/careers/",
    "https://acme.wd5.myworkdayjobs.com",
    "https://acme.wd5.myworkdayjobs.com/en-US",
    "https://www.recruitee.com/blog",
    "https://www.icims.com/legal/",
    "https://join.com/jobs",
    "https://ats.rippling.com/_next/static/x.js",
    "https://ats.rippling.com/en-GB/",
    "https://www.rippling.com/careers",
    "https://abcd.fa.us2.oraclecloud.com/fscmUI/faces/FuseWelcome",
    "https://career5.successfactors.eu/career",
    "https://career5.successfactors.eu/login?next=x",
    "https://recruiting.paylocity.com/Recruiting/Jobs/Details/123",
    "https://www.paycomonline.net/v4/ats/web.php/login",
    "https://jobs.jobvite.com/support/contact",
    "https://cdn.teamtailor.com/x.js",
    "https://certificate.softgarden.io/x",
    "https://app.eightfold.ai/login",
    "https://www.jobs.cz/prace/",
    "https://hire.lever.co/jobs/1",
    "https://my.greenhouse.io/jobs",
    "https://hire.jobvite.com/CompanyJobs/Careers.aspx?c=q1A2b3C4",
    # addresses that only look the part
    "https://boards.greenhouse.io.evil.example/acme",
    "https://notgreenhouse.io/acme",
    "https://boards.greenhouse.io@evil.example/acme",
    "https://evil.example/?next=https://jobs.lever.co/acme",
    "https://evil.example/jobs.lever.co/acme",
    "ftp://jobs.lever.co/acme",
    "https://web.archive.org/web/2024/https://jobs.lever.co/acme",
    "https://boards.greenhouse.io/" + "a" * 5000,
]


@pytest.mark.parametrize(("url", "platform", "board"), FORMS)
def test_a_known_form_gives_its_board(url: str, platform: str, board: str) -> None:
    assert detect(url) == (platform, board)


@pytest.mark.parametrize(("url", "platform", "board"), FORMS[::9])
def test_the_way_an_address_is_written_does_not_matter(url: str, platform: str, board: str) -> None:
    scheme, rest = url.split("://", 1)
    host, slash, path = rest.partition("/")
    for written in (
        rest,
        f"//{rest}",
        f"HTTP://{rest}",
        f" {url}\n",
        f"<{url}>",
        f"{url}#apply",
        f"{scheme}://me@{rest}",
    ):
        assert detect(written) == (platform, board), written
    for written in (f"{host.upper()}{slash}{path}", f"{host}:443{slash}{path}", f"{host}.{slash}{path}"):
        assert detect(f"{scheme}://{written}") == (platform, board), written


@pytest.mark.parametrize(
    "wrapper",
    [
        "https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fjobs.lever.co%2Facme%2F&data=05",
        "https://urldefense.com/v3/__https://jobs.lever.co/acme/__;!!abc$",
        "https://urldefense.com/v3/__https:/jobs.lever.co/acme__;!!abc$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__jobs.lever.co_acme-3Fx-3D1&d=DwM",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fjobs.lever.co%2Facme&usg=x",
        "https://www.google.co.uk/url?q=https://jobs.lever.co/acme&sa=D",
        "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fjobs.lever.co%2Facme&urlhash=x",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fjobs.lever.co%2Facme&h=x",
        "https%3A%2F%2Fjobs.lever.co%2Facme",
        "(https://jobs.lever.co/acme)",
        "https://jobs.lever.co/acme,",
    ],
)
def test_an_address_is_taken_out_of_what_it_came_in(wrapper: str) -> None:
    assert detect(wrapper) == ("lever", "acme")


def test_a_host_of_the_registry_is_known_whatever_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "companies.csv"
    listed.write_text(
        "company,platform,board\n"
        "Acme,teamtailor,careers.acme.example\n"
        "Acme,phenom,two.acme.example\n"
        "Acme,successfactors,two.acme.example\n"
        "Acme,ashby,acme.example\n"
        "Acme,oracle,abcd.fa.us2.oraclecloud.com|CX_1\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(known_hosts, "COMPANIES", listed)
    known_hosts.boards_by_host.cache_clear()
    try:
        assert detect("https://www.Careers.acme.example/jobs") == ("teamtailor", "careers.acme.example")
        assert detect_by_form("https://careers.acme.example/jobs") is None
        for unsure in ("two.acme.example/jobs", "acme.example/careers", "abcd.fa.us2.oraclecloud.com/fscmUI/login"):
            assert detect(unsure) is None, unsure
    finally:
        known_hosts.boards_by_host.cache_clear()


@pytest.mark.parametrize("url", NOT_TOLD)
def test_weak_evidence_gives_nothing(url: str) -> None:
    assert detect(url) is None


def test_every_form_of_the_table_is_used_by_an_address_above() -> None:
    addresses = [re.sub(r"^https://", "", url).replace(" ", "%20").replace("&amp;", "&") for url, _, _ in FORMS]
    forms = [form for owners in owners_by_domain().values() for form in owners.forms]
    unused = [form.pattern.pattern for form in forms if not any(map(form.board_of, addresses))]
    assert unused == []


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    detect(text)
    detect(f"https://{text}")


@given(
    st.sampled_from([url for url, _, _ in FORMS]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.integers(0, 80),
)
def test_no_damaged_address_breaks_it(url: str, noise: str, place: int) -> None:
    found = detect(url[:place] + noise + url[place:])
    assert found is None or (found[0] and found[1])


def test_the_real_registry_is_recognised(shared: Path) -> None:
    scores = measure(read_boards(shared / "registry" / "companies.tsv"))
    total = sum(score.right + score.wrong + score.null for score in scores.values())
    assert total > 75_000
    assert sum(score.right for score in scores.values()) / total >= 0.98
    assert sum(score.wrong for score in scores.values()) / total <= 0.001
    for platform in ("greenhouse", "lever", "ashby", "workday", "workable", "join_com", "personio", "icims", "oracle"):
        score = scores[platform]
        assert score.right / (score.right + score.wrong + score.null) >= 0.995, platform
