import pytest

from pipelines.normalise.employment import employment_type


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("FullTime", "FULL_TIME"),
        ("Full-time", "FULL_TIME"),
        ("Full Time Employee", "FULL_TIME"),
        ("FTE", "FULL_TIME"),
        ("Regular; Full time", "FULL_TIME"),
        ("fulltime_permanent", "FULL_TIME"),
        ("Vollzeit", "FULL_TIME"),
        ("Tiempo completo", "FULL_TIME"),
        ("PartTime", "PART_TIME"),
        ("Part-time", "PART_TIME"),
        ("Teilzeit", "PART_TIME"),
        ("Werkstudent", "PART_TIME"),
        ("Temps partiel", "PART_TIME"),
        ("Intern", "INTERN"),
        ("Internship", "INTERN"),
        ("Intern; Full-Time", "INTERN"),
        ("Praktikum", "INTERN"),
        ("Stage", "INTERN"),
        ("Contract", "CONTRACTOR"),
        ("Contractor; Part Time", "CONTRACTOR"),
        ("Freelancer_LongTerm", "CONTRACTOR"),
        ("Temporary", "TEMPORARY"),
        ("Fixed-term contract", "TEMPORARY"),
        ("befristet", "TEMPORARY"),
        ("Seasonal", "TEMPORARY"),
        ("Per Diem", "PER_DIEM"),
        ("Volunteer", "VOLUNTEER"),
        ("Other", "OTHER"),
        ("Regular", None),
        ("Permanent", None),
        ("Unlimited Contract", None),
        ("Unbefristet", None),
        ("CDI", None),
        ("Full-time or part-time", None),
        ("Voll- oder Teilzeit", "PART_TIME"),
        ("Internal", None),
        ("Scholarship", None),
        ("", None),
        (None, None),
    ],
)
def test_words_for_employment(stated: str | None, expected: str | None) -> None:
    assert employment_type(stated) == expected
