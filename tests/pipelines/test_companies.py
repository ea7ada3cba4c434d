"""One key for a company, however its name is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.companies import (
    LEGAL_FORMS,
    company_family,
    company_key,
    company_stem,
    fold,
    is_longer_name,
    joined_names,
    short_beginnings,
)

ONE_COMPANY = [
    (
        "quillworks",
        [
            "Quillworks",
            "QUILLWORKS",
            "Quillworks, Inc.",
            "Quillworks LLC",
            "Quillworks L.L.C.",
            "Quillworks GmbH",
            "Quillworks GmbH & Co. KG",
            "Quillworks S.A.",
            "Quillworks S.p.A.",
            "Quillworks S.r.l.",
            "Quillworks B.V.",
            "Quillworks AG",
            "Quillworks Ltd",
            "Quillworks Pty Ltd",
            "Quillworks Pte. Ltd.",
            "Quillworks Co., Ltd.",
            "Quillworks Oy",
            "Quillworks AB",
            "Quillworks A/S",
            "Quillworks K.K.",
            "Quillworks sp. z o.o.",
            "Quillworks Sdn. Bhd.",
            "Quillworks d.o.o.",
            "Quillworks s.r.o.",
            "Quillworks, spol. s r.o.",
            "Quillworks SA de CV",
            "Quillworks, S.A. de C.V.",
            "Quillworks S. de R.L. de C.V.",
            "Quillworks, Lda.",
            "Quillworks W.L.L.",
            "Quillworks Ltd. Şti.",
            "Quillworks Berhad",
            "PT Quillworks",
            "株式会社Quillworks",
            "The Quillworks Company",
            "Quillworks Careers",
            "Quillworks Job Board",
            "Quillworks Inc. Company Website",
            "Quillworks (via LinkedIn)",
            "Quillworks (QWX)",
            ". Quillworks",
            "Quill-Works",
            "Quillworks via Jobdrop",
            "Rowan Staffing on behalf of Quillworks",
            "Quillworks, a division of Fenn Holdings",
            "Quillworks, a Fenn & Moor Company",
            "Quillworks formerly Fenn",
            "Fenn Foods LLC dba Quillworks",
            "Quillworks\u2122",
            "Quillworks PBC",
            "Quillworks N.A.",
            "Quillworks AB (publ)",
            "Quillworks Aktiebolag",
            "Quillworks Spółka z ograniczoną odpowiedzialnością",
            "Quill Works",
            "Quíllwörks",
        ],
    ),
    ("brontes", ["Bronte's", "Brontes", "BRONTE\u2019S Inc"]),
    ("hartandmoor", ["Hart & Moor", "Hart &amp; Moor", "Hart and Moor Ltd", "Hart + and Moor"]),
    ("osterbroenergi", ["Østerbro Energi A/S", "Osterbro Energi"]),
    ("rowanhospitals", ["Rowan Hospitals NHS Trust", "Rowan Hospitals NHS Foundation Trust"]),
    ("jtfenn", ["J.T. Fenn", "J. T. Fenn Corporation", "JT Fenn"]),
]


@pytest.mark.parametrize(("key", "name"), [(key, name) for key, names in ONE_COMPANY for name in names])
def test_spellings_of_one_company_share_a_key(key: str, name: str) -> None:
    assert company_key(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quillworks", "Quillworks Deutschland GmbH"),
        ("Quillworks", "Quillworks (Germany) GmbH"),
        ("Quillworks", "Quillworks Labs"),
        ("Quillworks", "Quillstone"),
        ("AB Fenn", "Fenn"),
        ("Moor Capital", "Moor Capital Partners"),
    ],
)
def test_other_companies_and_subsidiaries_stay_apart(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@pytest.mark.parametrize(
    "name",
    [
        "Quillworks UK Limited",
        "Quillworks Deutschland GmbH",
        "Quillworks Group",
        "Quillworks.ai",
        "quillworks.de",
        "quillworks.ch",
        "Quillworks Labs",
        "Quillworks Automotive",
        "Groupe Quillworks",
    ],
)
def test_a_family_holds_the_subsidiaries(name: str) -> None:
    assert company_family(name) == company_family("Quillworks") == "quillworks"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Saint Bride Hospital", "St. Bride Hospital"), ("Univ. of Moorland", "University of Moorland")],
)
def test_a_family_has_one_spelling_of_a_word(one: str, other: str) -> None:
    assert company_family(one) == company_family(other)


@pytest.mark.parametrize("name", ["quillworks.so", "quillworks.org", "moor.de"])
def test_an_address_that_others_may_have_is_a_name_of_its_own(name: str) -> None:
    assert company_family(name) == name.replace(".", "")


def test_a_longer_name_begins_as_the_family_does() -> None:
    families = {company_family(name) for name in ("Quillworks", "Quillworks Storage", "Quillworks \u2013 pens for all")}
    assert len(families) == 3
    assert len(set(map(company_stem, families))) == 1
    assert company_stem(None) is None


@pytest.mark.parametrize(
    ("one", "other", "is_longer"),
    [
        ("quillworks", "quillworks", True),
        ("quillworks", "quillworksstorage", True),
        ("quillinsurance", "quillmutualinsurance", False),
        ("quillworksinsurance", "quillworksmutualinsurance", True),
        ("quillworksinsurance", "quillworksstorage", False),
        ("quill", "quillworks", False),
    ],
)
def test_a_longer_name_has_all_of_the_other(one: str, other: str, is_longer: bool) -> None:
    assert is_longer_name(one, other) is is_longer
    assert is_longer_name(other, one) is is_longer


@pytest.mark.parametrize(
    ("name", "beginnings"),
    [
        ("Fenn Robotics GmbH", ("fenn",)),
        ("Red Fenn Robotics", ("red", "redfenn")),
        ("Fenn", ()),
        ("Fenn Technologies Ltd", ()),
        ("Fennrobotics", ()),
        ("Quillworks Storage", ()),
        ("Q Fenn", ()),
        (None, ()),
    ],
)
def test_a_name_may_begin_with_a_short_one(name: str | None, beginnings: tuple[str, ...]) -> None:
    assert short_beginnings(name) == beginnings


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("Fenn Labs, Inc.", ("fennlabs",)),
        ("Quill.AI", ("quillai",)),
        ("quillai", ("quill",)),
        ("getquillworks", ("quillworks",)),
        ("Quillworks", ()),
        ("Fenn Robotics", ()),
        ("getir", ()),
        (None, ()),
    ],
)
def test_an_address_joins_words_to_a_name(name: str | None, joined: tuple[str, ...]) -> None:
    assert joined_names(name) == joined


@pytest.mark.parametrize("name", ["Hart und Moor", "Hart en Moor", "Hart y Moor", "Hart et Moor SA"])
def test_and_is_one_word_of_a_family_in_every_language(name: str) -> None:
    assert company_family(name) == company_family("Hart & Moor") == "hartandmoor"


@pytest.mark.parametrize(
    ("name", "key"), [("Job Board", "jobboard"), ("Inc", "inc"), ("The", "the"), ("Group", "group")]
)
def test_a_name_of_decoration_alone_keeps_it(name: str, key: str) -> None:
    assert company_key(name) == key


@pytest.mark.parametrize("name", [None, "", "  ", "...", "-"])
def test_no_name_has_no_key(name: str | None) -> None:
    assert company_key(name) is None
    assert company_family(name) is None


@given(st.sampled_from(["Quillworks", "Hart & Moor", "Fjord Data"]), st.sampled_from(sorted(LEGAL_FORMS)))
def test_every_legal_form_comes_off(name: str, form: str) -> None:
    assert company_key(f"{name}, {form.upper()}.") == company_key(name)


@given(st.text())
def test_any_text_has_a_key_without_blanks_or_none(name: str) -> None:
    key = company_key(name)
    assert key is None or key == "".join(key.split())
    assert company_key(f"  {name} ") == key


def test_folding_keeps_the_sounds_of_japanese() -> None:
    assert fold("ガス") != fold("カス")
    assert fold("Ångström") == "angstrom"
