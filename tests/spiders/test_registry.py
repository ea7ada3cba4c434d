"""The registry: every shipped line is usable, and a bad line is named."""

from pathlib import Path

import pytest

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
from warehouse.errors import RegistryError, UsageError


def test_every_shipped_line_is_a_board_of_a_platform_we_read() -> None:
    sources = shipped_registry()
    assert len(sources) > 150
    assert len({source.source_id for source in sources}) == len(sources)
    assert {source.platform for source in sources} <= set(platforms())


def test_the_shipped_companies_are_sorted_once_each_and_cleanly_named() -> None:
    held = load_csv(COMPANIES)
    assert held == sorted(held, key=lambda s: (s.platform, s.board.casefold()))
    assert len({s.source_id for s in held}) == len(held)
    assert [s.company for s in held if s.company != " ".join(s.company.split()) or s.company.endswith("Careers")] == []


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
            "line 3: unknown platform 'myspace'; known are ashby",
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
    assert path.read_text() == 'company,platform,board\n"Acme, Inc.",lever,acme\nZed,lever,zed\n'
