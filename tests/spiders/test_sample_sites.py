"""The bundled sample sites: in step with their generator, and everything planted is there."""

import csv
import itertools
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import yaml

from spiders.sample_sites.material.dice import Dice
from spiders.sample_sites.material.prose import Prose, compose
from spiders.sample_sites.material.vacancies import boards
from spiders.sample_sites.recordings import load
from spiders.sample_sites.write import FOLDER, files, write

INDEX = [json.loads(line) for line in (FOLDER / "index.jsonl").read_text().splitlines()]


def body(url_part: str) -> Any:
    """The body of the one recording whose URL holds these words."""
    (entry,) = [entry for entry in INDEX if url_part in entry["url"]]
    return json.loads((FOLDER / entry["body_file"]).read_text())


def greenhouse_jobs() -> list[dict[str, Any]]:
    return [job for entry in INDEX if "greenhouse" in entry["url"] for job in _body(entry).get("jobs", [])]


def lever_postings() -> list[dict[str, Any]]:
    found = [_body(entry) for entry in INDEX if "lever" in entry["url"]]
    return [posting for answer in found if isinstance(answer, list) for posting in answer]


def ashby_jobs() -> list[dict[str, Any]]:
    return [job for entry in INDEX if "ashby" in entry["url"] for job in _body(entry)["jobs"]]


def hackathons() -> list[dict[str, Any]]:
    return [one for entry in INDEX if "devpost" in entry["url"] for one in _body(entry)["hackathons"]]


def opportunities(board: str) -> list[dict[str, Any]]:
    found = [entry for entry in INDEX if f"opportunity={board}&" in entry["url"]]
    return [one for entry in found for one in _body(entry)["data"]["data"]]


def _body(entry: dict[str, Any]) -> Any:
    return json.loads((FOLDER / entry["body_file"]).read_text())


def test_committed_files_are_what_write_makes() -> None:
    written = files()
    on_disk = {path.relative_to(FOLDER).as_posix() for path in (FOLDER / "bodies").rglob("*") if path.is_file()}
    assert on_disk == {name for name in written if name.startswith("bodies/")}
    stale = [name for name, content in written.items() if (FOLDER / name).read_bytes() != content]
    assert not stale, "run python -m spiders.sample_sites.write"


def test_write_removes_bodies_that_are_no_longer_recorded(tmp_path: Path) -> None:
    (tmp_path / "bodies" / "old.example").mkdir(parents=True)
    (tmp_path / "bodies" / "old.example" / "gone.json").write_text("{}")
    write(tmp_path)
    assert not (tmp_path / "bodies" / "old.example" / "gone.json").exists()
    assert (tmp_path / "index.jsonl").read_bytes() == (FOLDER / "index.jsonl").read_bytes()


def test_dice_throw_the_same_on_every_machine() -> None:
    dice = Dice("a", 1)
    assert [dice.below(6) for _ in range(8)] == [3, 4, 1, 0, 5, 0, 1, 5]
    assert sorted(dice.some("abc", 5)) == ["a", "b", "c"]
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", dice.uuid())


def test_every_registered_board_is_recorded_and_nothing_else() -> None:
    load(FOLDER)
    with (FOLDER / "registry.csv").open(encoding="utf-8", newline="") as lines:
        registered = list(csv.DictReader(lines))
    registered += yaml.safe_load((FOLDER / "challenges.yaml").read_text())
    assert all(list(entry) == ["company", "platform", "board"] for entry in registered)
    assert Counter(entry["platform"] for entry in registered) == {
        "greenhouse": 7,
        "lever": 5,
        "ashby": 6,
        "devpost": 1,
        "unstop": 2,
        "curated": 1,
    }
    urls = " ".join(entry["url"] for entry in INDEX)
    for entry in (entry for entry in registered if entry["platform"] != "curated"):
        assert re.search(rf"[/=]{re.escape(entry['board'].replace(' ', '%20'))}[/?& ]", urls)
    assert not [entry for entry in INDEX if "robots.txt" in entry["url"]]


def test_bodies_stay_small() -> None:
    assert sum(path.stat().st_size for path in (FOLDER / "bodies").rglob("*.json")) < 2_500_000


def test_troubled_boards() -> None:
    statuses = {entry["url"]: entry["status"] for entry in INDEX if entry["status"] != 200}
    assert {url.split("/")[5]: status for url, status in statuses.items()} == {
        "brightwaterdental": 500,
        "gonefishingstudios": 404,
    }
    assert body("gonefishingstudios") == {"status": 404, "error": "Job not found"}
    assert body("paperkitemutual") == {"ok": False, "error": "Document not found"}
    assert body("quietharbor") == {"jobs": [], "apiVersion": "1"}


def test_records_to_reject() -> None:
    assert sum("title" not in job for job in greenhouse_jobs()) == 1
    assert sum(job["title"] is None for job in ashby_jobs()) == 1
    assert sum(not job["isListed"] for job in ashby_jobs()) == 1
    prospects = [job for job in greenhouse_jobs() if job["internal_job_id"] is None]
    assert [job["title"] for job in prospects] == ["Don't see your role? Join the Nimbus Forge talent community"]


def listed() -> list[tuple[str, str, str, str, str]]:
    """Company, platform, title, places and text of every readable posting, as a person would compare them."""
    rows = []
    for board in boards():
        for vacancy in board.vacancies:
            if "malformed" not in vacancy.options:
                places = "; ".join(place.shown for place in vacancy.places)
                rows.append((board.shown_company, board.platform, vacancy.title, places, text_of(compose(vacancy))))
    return rows


def text_of(prose: Prose) -> str:
    return "\n".join([*prose.about, *prose.why, *prose.do, *prose.bring, *prose.plus, *prose.offer, prose.closing])


def test_counts() -> None:
    rows = listed()
    assert 250 <= len(rows) <= 320
    by_platform = Counter(platform for _, platform, *_ in rows)
    assert min(by_platform.values()) >= 60
    assert len({one["id"] for one in hackathons() + opportunities("competitions") + opportunities("hackathons")}) == 58


def test_duplicates_across_platforms() -> None:
    places: dict[tuple[str, str, str], set[tuple[str, str, str]]] = defaultdict(set)
    for company, platform, title, place, text in listed():
        places[company.split(",")[0].removesuffix(" B.V."), place, text].add((platform, company, title))
    pairs = [found for found in places.values() if len({platform for platform, *_ in found}) == 2]
    assert len(pairs) == 17
    assert all(len({company for _, company, _ in found}) == 2 for found in pairs)
    assert sum(len({title for *_, title in found}) == 2 for found in pairs) == 2


def test_one_title_in_two_cities_and_at_two_levels() -> None:
    cities = defaultdict(set)
    titles = defaultdict(set)
    for company, platform, title, place, _ in listed():
        cities[company, platform, " ".join(title.split())].add(place)
        titles[company, platform, place].add(" ".join(title.split()))
    assert sum(len(found) > 1 for found in cities.values()) >= 6
    both = [(place, one) for place, found in titles.items() for one in found if f"Senior {one}" in found]
    assert len(both) >= 5


def test_product_management_ladder_and_traps() -> None:
    titles = " | ".join(title for _, _, title, _, _ in listed())
    for step in (
        *("Associate Product Manager", "Senior Product Manager", "Lead Product Manager", "Group Product Manager"),
        *("Director of Product Management", "VP of Product", "Chief Product Officer", "Produktmanager (m/w/d)"),
        *("Chef·fe de produit", "Leiter Produktmanagement", "Product Owner", "Product Manager de Pagos"),
    ):
        assert step in titles
    for trap in (
        *("Product Marketing Manager", "Production Manager", "Property Manager", "Product Designer", "Product Counsel"),
        *("Product Analyst", "Product Security Engineer", "Product Control Associate", "Production Engineer"),
    ):
        assert trap in titles


def test_titles_with_odd_blanks() -> None:
    titles = [title for _, _, title, _, _ in listed()]
    assert sum("  " in title for title in titles) >= 2
    assert sum("\u00a0" in title for title in titles) >= 2
    assert sum(title != title.rstrip() for title in titles) >= 1


def test_languages() -> None:
    found = Counter(vacancy.language for board in boards() for vacancy in board.vacancies)
    assert found["de"] >= 5
    assert found["fr"] >= 5
    assert found["es"] == 1


def test_awkward_html() -> None:
    texts = [job["content"] for job in greenhouse_jobs()]
    awkward = [
        *("&lt;script", "width=&quot;1&quot;", "display:none", "&lt;ul&gt;&lt;li&gt;&lt;p&gt;", "&amp;nbsp;"),
        *("onclick=", "&amp;amp;", "&amp;mdash;", "&#39;"),
    ]
    assert {needle: sum(needle in text for text in texts) > 0 for needle in awkward} == dict.fromkeys(awkward, True)


def test_pay_in_several_currencies_and_units() -> None:
    lever = [posting["salaryRange"] for posting in lever_postings() if "salaryRange" in posting]
    assert {pay["interval"] for pay in lever} == {"per-year-salary", "per-month-salary", "per-hour-wage"}
    ashby = [part for job in ashby_jobs() for part in job["compensation"]["summaryComponents"] if part["currencyCode"]]
    assert {part["interval"] for part in ashby} == {"1 YEAR", "1 WEEK", "1 HOUR"}
    ranges = [
        field["value"]
        for job in greenhouse_jobs()
        for field in job["metadata"] or []
        if field["value_type"] == "currency_range" and field["value"]
    ]
    currencies = {pay["currency"] for pay in lever} | {part["currencyCode"] for part in ashby}
    currencies |= {amounts["unit"] for amounts in ranges}
    assert currencies >= {"USD", "CAD", "GBP", "EUR", "DKK"}
    assert all(0 < part["minValue"] < part["maxValue"] for part in ashby)


def test_texts_are_long_enough_and_belong_to_one_company() -> None:
    by_role: dict[str, dict[tuple[str, str], set[tuple[str, ...]]]] = defaultdict(dict)
    for board in boards():
        for vacancy in board.vacancies:
            text = text_of(compose(vacancy))
            assert 800 <= len(text) <= 3000
            by_role[vacancy.role][vacancy.company, vacancy.text_title] = _shingles(text)
    pairs = [
        (_jaccard(one, other), key, other_key)
        for texts in by_role.values()
        for (key, one), (other_key, other) in itertools.combinations(texts.items(), 2)
        if key[0] != other_key[0]
    ]
    assert max(pairs) < (0.25,)
    assert not [
        slot for board in boards() for vacancy in board.vacancies for slot in _unfilled(text_of(compose(vacancy)))
    ]


def _unfilled(text: str) -> list[str]:
    return re.findall(r"[{}\[\]|]", text)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[start:] for start in range(4)), strict=False))


def _jaccard(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)


def test_planted_challenges() -> None:
    titles = {one["title"]: one for one in hackathons()}
    assert "test hackathon please ignore" in titles
    assert any("SPELL CASTER" in title for title in titles)
    assert any(title != title.strip() for title in titles)
    assert sum(one["invite_only"] for one in hackathons()) == 1
    assert {one["organization_name"] for one in hackathons()} > {None}
    currencies = {one["prize_amount"].partition("<")[0].strip() for one in hackathons()}
    assert currencies == {"$", "$CAD", "€", "£", "₹", "MEX$", "₦"}
    repeated = {one["id"] for one in opportunities("competitions")} & {one["id"] for one in opportunities("hackathons")}
    assert len(repeated) == 5


def test_unstop_deadlines_and_private_details() -> None:
    every = {one["id"]: one for one in opportunities("competitions") + opportunities("hackathons")}.values()
    deadlines = [one["regnRequirements"]["end_regn_dt"] for one in every]
    assert sum(deadline < "2026-11-22" for deadline in deadlines) == 3
    assert sum("2026-12" <= deadline < "2028-07" for deadline in deadlines) == len(deadlines) - 3
    assert sum(one["regnRequirements"]["end_regn_dt"] < one["end_date"] for one in every) >= 25
    details = " ".join(one.get("details", "") for one in every)
    assert len(re.findall(r"\+91 \d{5} \d{5}", details)) == 1
    assert len(re.findall(r"[\w.]+@[\w.]+\.example", details)) == 1
    assert [one["title"] for one in every if one.get("visibility") == "private"] == [
        "Northern Lights Code Camp (invited colleges only)"
    ]
    juries = [one["title"] for one in every if "Judges: Asha N., Product Manager" in one.get("details", "")]
    assert juries == ["Monsoon Code Relay 2027"]
