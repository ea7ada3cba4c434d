from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.job_posting import read_job_posting
from warehouse.readings import PayReading, PlaceReading, PostingReading

URL = "https://harrowlight.example/jobs/keeper-7"


def read(**values: Any) -> PostingReading:
    return read_job_posting({"title": "Keeper"} | values, identifier=URL, url=URL)


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ({"jobLocation": "Leith"}, [PlaceReading("Leith")]),
        ({"jobLocation": {"address": {"addressLocality": "Oslo", "addressCountry": {"name": "NO"}}}}, [("Oslo", "NO")]),
        ({"jobLocation": {"address": {"addressLocality": "Remote"}}}, [PlaceReading("Remote")]),
        ({"jobLocation": [{"name": "Lagos, PT"}, {"address": "Quay 1, Cork"}]}, ["Lagos, PT", "Quay 1, Cork"]),
        ({"jobLocation": {"address": {"addressLocality": "UNAVAILABLE", "addressCountry": ""}}}, []),
        ({"jobLocation": "Leith", "applicantLocationRequirements": {"name": "GB"}}, ["Leith"]),
        ({"jobLocation": None, "applicantLocationRequirements": [{"name": "GB"}, {"name": "GB"}]}, ["GB"]),
        (
            {
                "jobLocation": [
                    {"name": name, "address": {"addressLocality": "Oslo", "addressCountry": "NO"}}
                    for name in ("Oslo, NO", "Bergen, NO")
                ]
            },
            ["Oslo, NO", "Bergen, NO"],
        ),
    ],
)
def test_places_in_every_shape(values: dict[str, Any], places: list[Any]) -> None:
    expected = [
        each if isinstance(each, PlaceReading) else PlaceReading(each) if isinstance(each, str)
        else PlaceReading(locality=each[0], country=each[1])
        for each in places
    ]  # fmt: skip
    assert read(**values).places == expected


@pytest.mark.parametrize(
    ("kind", "workplace", "is_remote"),
    [
        ("TELECOMMUTE", None, True),
        (["TELECOMMUTE"], None, True),
        ("https://schema.org/Telecommute", None, True),
        ("Hybrid", "Hybrid", None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_telecommute_is_a_flag_and_other_words_are_the_workplace(
    kind: Any, workplace: str | None, is_remote: bool | None
) -> None:
    reading = read(jobLocationType=kind)
    assert (reading.workplace, reading.is_remote) == (workplace, is_remote)


@pytest.mark.parametrize(
    ("stated", "pays"),
    [
        (
            {"currency": "USD", "value": {"minValue": 1, "maxValue": 2, "unitText": "HOUR"}},
            [(1, 2, "USD", "HOUR", None)],
        ),
        ({"currency": "USD", "unitText": "YEAR", "value": 9}, [(9, 9, "USD", "YEAR", None)]),
        ({"currency": "USD", "unitText": "YEAR", "minValue": 8, "maxValue": 9}, [(8, 9, "USD", "YEAR", None)]),
        ({"currency": "", "value": {"minValue": 0, "maxValue": 0, "unitText": ""}}, []),
        ({"@type": "MonetaryAmount", "currency": "USD"}, []),
        ("30 to 40 EUR an hour", [("30 to 40 EUR an hour",) * 2 + ("SEK", None, "30 to 40 EUR an hour")]),
        (52000, [(52000, 52000, "SEK", None, None)]),
        (True, []),
        ([], []),
    ],
)
def test_pay_in_every_shape(stated: Any, pays: list[tuple[Any, ...]]) -> None:
    expected = [PayReading(low, high, currency, unit, text=text) for low, high, currency, unit, text in pays]
    assert read(baseSalary=stated, salaryCurrency="SEK").pays == expected


@pytest.mark.parametrize(
    ("values", "html"),
    [
        ({"description": "&lt;p&gt;Light&lt;/p&gt;"}, "<p>Light</p>"),
        ({"description": "<p>a &lt;b&gt; c</p>"}, "<p>a &lt;b&gt; c</p>"),
        ({"description": r"One\nTwo\r\nThree"}, "One\nTwo\nThree"),
        ({"description": "<p>Oil the lamp.</p>", "responsibilities": "Oil the lamp"}, "<p>Oil the lamp.</p>"),
        (
            {"description": "One\nTwo", "qualifications": ["Patience", "Legs"]},
            "One<br>Two\n<h3>Qualifications</h3><ul><li>Patience</li><li>Legs</li></ul>",
        ),
        ({"skills": [{"@type": "DefinedTerm", "name": "Knots"}]}, "<h3>Skills</h3>Knots"),
        ({"experienceRequirements": {"monthsOfExperience": 12}}, None),
        ({}, None),
    ],
)
def test_the_text_is_the_description_and_what_it_lacks(values: dict[str, Any], html: str | None) -> None:
    assert read(**values).description_html == html


@pytest.mark.parametrize(
    ("stated", "requisition"),
    [("R-7", "R-7"), (7, "7"), ({"value": 7}, "7"), ({"name": "R-7"}, "R-7"), ([{"value": "R-7"}], "R-7"), ({}, None)],
)
def test_the_identifier_is_the_employer_s_number(stated: Any, requisition: str | None) -> None:
    assert read(identifier=stated).requisition_id == requisition


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("TELECOMMUTE"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "name", "address", "value", "minValue", "addressCountry"]), inner)
    ),
    max_leaves=8,
)
KEYS = [
    *("title", "name", "description", "skills", "jobLocation", "baseSalary", "identifier", "hiringOrganization"),
    *("employmentType", "datePosted", "jobLocationType", "applicantLocationRequirements", "inLanguage", "url"),
]


@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING))
def test_any_posting_is_read_or_rejected(posting: dict[str, Any]) -> None:
    try:
        reading = read_job_posting(posting, identifier=URL, url=URL)
    except (KeyError, TypeError):
        return
    assert reading.title
