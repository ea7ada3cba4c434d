"""The registry: every shipped line is usable, and a bad line is named."""

import csv
from pathlib import Path
from urllib.parse import unquote

import pytest

from spiders.detection import detect
from spiders.platforms import platforms
from spiders.platforms.base import Source
from spiders.registry import (
    COMPANIES,
    add_to_registry,
    load_csv,
    load_yaml,
    sample_registry,
    select,
    shipped_registry,
)
from spiders.registry.build import Entry, build
from spiders.registry.names import clean_name
from warehouse.errors import RegistryError, UsageError


def shipped_lines() -> list[list[str]]:
    with COMPANIES.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_every_shipped_line_is_a_board_of_a_platform_we_read() -> None:
    sources = shipped_registry()
    assert len(sources) > 40_000
    assert len({source.source_id for source in sources}) == len(sources)
    assert {source.platform for source in sources} <= set(platforms())


def test_every_shipped_board_is_one_its_platform_can_ask_for() -> None:
    for source in load_csv(COMPANIES):
        assert next(platforms()[source.platform].requests(source)).url.startswith("https://"), source


def test_the_shipped_companies_are_sorted_and_once_each() -> None:
    held = load_csv(COMPANIES)
    assert held == sorted(held, key=lambda s: (s.platform, s.board.casefold()))
    assert len({(s.platform, _folded(s.board)) for s in held}) == len(held)


def test_the_shipped_names_are_clean() -> None:
    assert [s for s in load_csv(COMPANIES) if clean_name(s.company, s.board) != s.company] == []


def test_a_first_run_crawls_some_hundred_boards() -> None:
    header, *lines = shipped_lines()
    assert header == ["company", "platform", "board", "tags"]
    assert {line[3] for line in lines} == {"", "default"}
    assert 400 < sum(line[3] == "default" for line in lines) < 700
    assert [line for line in lines if line != [part.strip() for part in line]] == []


def test_the_page_of_a_shipped_board_is_recognised_as_that_board() -> None:
    wrong = []
    for source in load_csv(COMPANIES):
        page = platforms()[source.platform].careers_url(source.board)
        found = detect(page) if page else None
        if found and (found[0], _folded(found[1])) != (source.platform, _folded(source.board)):
            wrong.append((source, found))
    # an Eightfold board also names its tenant, which no page's address shows
    assert [(source, found) for source, found in wrong if not source.board.startswith(f"{found[1]}|")] == []


def _folded(board: str) -> str:
    """A board as its platform compares it, however often a blank in it was encoded on the way."""
    return unquote(unquote(board)).casefold()


def test_the_sample_registry_names_no_real_board() -> None:
    real = {source.source_id for source in shipped_registry() if source.platform not in {"devpost", "unstop"}}
    assert not real & {source.source_id for source in sample_registry()}


def test_other_columns_and_a_byte_order_mark_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text('\ufeffcompany,platform,board,postings\n"Acme, Inc.",greenhouse,acme,3\n', encoding="utf-8")
    assert load_csv(path) == [Source("Acme, Inc.", "greenhouse", "acme")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("company,board\nAcme,acme\n", "line 1: no column platform"),
        ("company,platform,board\nAcme,greenhouse,\n", "line 2: board is empty"),
        (
            "company,platform,board\nA,greenhouse,a\nB,myspace,b\n",
            "line 3: unknown platform 'myspace'; known are .*arbeitnow, ashby",
        ),
        ('company,platform,board\n"Acme,greenhouse,acme\n', "cannot be read as CSV"),
        ("", "line 1: no column company"),
    ],
)
def test_a_bad_file_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text)
    with pytest.raises(RegistryError, match=message):
        load_csv(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="There is no registry file"):
        load_csv(tmp_path / "none.csv")


@pytest.mark.parametrize("text", ["- [unclosed", "just: a mapping", "- {company: A, platform: devpost}"])
def test_a_bad_yaml_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(RegistryError, match=r"bad\.yaml"):
        load_yaml(path)


def test_select_takes_patterns_on_source_id() -> None:
    sources = [Source("A", "lever", "a"), Source("B", "ashby", "b")]
    assert select(sources, []) == sources
    assert select(sources, ["lever:*"]) == sources[:1]
    with pytest.raises(UsageError, match="No source matches greenhouse:x"):
        select(sources, ["greenhouse:x"])


def test_adding_keeps_the_file_sorted_and_each_board_once(tmp_path: Path) -> None:
    path = tmp_path / "companies.csv"
    path.write_text("company,platform,board\nZed,lever,zed\n")
    assert add_to_registry([Source("Acme, Inc.", "lever", "acme"), Source("Z", "lever", "zed")], path) == ["lever:acme"]
    assert path.read_text() == 'company,platform,board,tags\n"Acme, Inc.",lever,acme,default\nZed,lever,zed,\n'


@pytest.mark.parametrize(
    ("name", "board", "clean"),
    [
        ("Acme  Robotics", "acme", "Acme Robotics"),
        (" Acme\u00a0Robotics\u200b", "acme", "Acme Robotics"),
        ("Smith &amp; Sons", "smith", "Smith & Sons"),
        ("Acme Careers", "acme", "Acme"),
        ("Acme - Jobs", "acme", "Acme"),
        ("Acme | Careers Page", "acme", "Acme"),
        ("Acme - Candidate Career site", "acme", "Acme"),
        ("Acme Early Careers", "acme", "Acme"),
        ("Acme | Jobs and Careers | Home", "acme", "Acme"),
        ("Careers at Acme, Inc.", "acme", "Acme, Inc."),
        ("Jobs bei Schmidt", "schmidt", "Schmidt"),
        ("Jobs @ acme", "acme", "acme"),
        ("Careers|ACME", "acme", "ACME"),
        ("Home | Acme", "acme", "Acme"),
        ("Acme Inc.,", "acme", "Acme Inc."),
        ("Acme |", "acme", "Acme"),
        ("-ASG-", "asg", "-ASG-"),
        ("acme-careers", "acme-careers", "acme-careers"),  # a slug: nobody knows how they write themselves
        ("acme", "acme", "acme"),
        ("Careers", "acme", "acme"),
        ("Careers homepage", "careers.acme.com", "acme"),
        ("Internal Job Board", "acmeinternal", "acmeinternal"),
        ("Jobs", "acme|wd5|External", "acme"),
        ("Job&Talent", "jobtalent", "Job&Talent"),
        ("AB-Jobs", "ab", "AB-Jobs"),
        ("School of Careers", "soc", "School of Careers"),
        ("Workday", "workday", "Workday"),
        ("Career Karma", "careerkarma", "Career Karma"),
    ],
)
def test_names_are_cleaned_but_not_invented(name: str, board: str, clean: str) -> None:
    assert clean_name(name, board) == clean
    assert clean_name(clean, board) == clean


def test_the_registry_is_made_from_a_list(tmp_path: Path) -> None:
    shipped = tmp_path / "companies.csv"
    shipped.write_text("company,platform,board\nOld Name,lever,kept\n", encoding="utf-8")
    listed = tmp_path / "list.tsv"
    rows = [
        ("Zed Careers", "lever", "zed", "https://jobs.lever.co/zed"),
        ("New Name", "lever", "kept", ""),
        ("ZED", "lever", "Zed", ""),
        ("acme", "ashby", "acme robotics", "https://jobs.ashbyhq.com/Acme%20Robotics"),
        ("Acme Robotics", "ashby", "acme robotics", "https://jobs.ashbyhq.com/Acme%20Robotics"),
        ("Next", "rippling", "_next", "https://ats.rippling.com/acme-llc/jobs"),
        ("Embed", "greenhouse", "embed", "https://acme.example/jobs"),
        ("wd1", "workday", "wd1|wd1|external", ""),
        ("Stripe", "greenhouse", "stripe", ""),
        ("Stripe", "lever", "stripe", ""),
        ("Nobody", "paycom", "0123", ""),
        ('"Say ""Cheese"""', "lever", "cheese", ""),
    ]
    lines = ["company\tplatform\tboard\turl", *("\t".join(row) for row in rows)]
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert build(listed, shipped) == [
        Entry("Acme Robotics", "ashby", "Acme%20Robotics"),
        Entry("Stripe", "greenhouse", "stripe", "default"),
        Entry('Say "Cheese"', "lever", "cheese"),
        Entry("Old Name", "lever", "kept", "default"),
        Entry("Stripe", "lever", "stripe"),
        Entry("Zed", "lever", "zed"),
        Entry("Next", "rippling", "acme-llc"),
    ]
