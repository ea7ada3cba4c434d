import pytest

from pipelines.classify.people import without_people


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Judge: Kim Example, Product Manager at Northwind.", ["Product Manager", "Northwind"]),
        ("Asha Roe - Senior Product Manager @ Cobalt", ["Product Manager"]),
        ("Mentors: a head of product and two product owners", ["head of product"]),
        ("Lee Sample (VP of Product), Tallgrass", ["VP of Product"]),
        ("speakers such as the director of product management of a bank", ["product management"]),
    ],
)
def test_job_titles_of_people_are_taken_out(text: str, left: list[str]) -> None:
    assert not [words for words in left if words in without_people(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Act as the product manager of a ferry line and write a PRD.",
        "A product management case competition for aspiring product managers.",
        "Product roadmap, product strategy and a teardown.",
        "Build an agent that judges essays.",
    ],
)
def test_what_the_challenge_is_about_stays(text: str) -> None:
    assert without_people(text) == text
