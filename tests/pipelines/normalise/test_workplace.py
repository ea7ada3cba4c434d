import pytest

from pipelines.normalise.workplace import workplace_type


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        ("Remote", "remote"),
        ("remote", "remote"),
        ("Fully Remote", "remote"),
        ("Hybrid", "hybrid"),
        ("OnSite", "onsite"),
        ("on-site", "onsite"),
        ("onsite", "onsite"),
        ("On-Site", "onsite"),
        ("ORA_ON_SITE", "onsite"),
        ("In Office", "onsite"),
        ("unspecified", None),
        ("Hybrid, On-site", None),
        ("Not Remote", None),
        ("Remote-Friendly", None),
        ("In Market", None),
        ("Outside of Commutable Distance (Not Commutable)", None),
        (None, None),
    ],
)
def test_the_platforms_own_field(stated: str | None, kind: str | None) -> None:
    assert workplace_type(stated, None, ["Oslo"], "Analyst", None) == kind


@pytest.mark.parametrize(
    ("stated", "is_remote", "place", "title", "kind"),
    [
        ("Hybrid", True, "Remote", "Analyst (Remote)", "hybrid"),
        ("OnSite", None, "Remote - US", "Analyst", "onsite"),
        (None, True, "New York City", "Analyst", "remote"),
        (None, True, "New York City (Hybrid)", "Analyst", "hybrid"),
        (None, False, "Remote", "Analyst", None),
        (None, False, "Oslo (Hybrid)", "Analyst", "hybrid"),
        (None, False, "Oslo", "Analyst", None),
        (None, None, "Remote - US", "Analyst (Hybrid)", "remote"),
        (None, None, "San Francisco, CA; Remote, US", "Analyst", "remote"),
        (None, None, "Hybrid or Remote", "Analyst", None),
        (None, None, "London (Hybrid - 3 days in office)", "Analyst", "hybrid"),
        (None, None, "Anywhere in Ireland", "Analyst", "remote"),
        (None, None, "Virtual", "Analyst", "remote"),
        (None, None, "Homeoffice, Deutschland", "Analyst", "remote"),
        (None, None, "Remote-Friendly, United States", "Analyst", None),
        (None, None, "Oslo", "Analyst (Remote)", "remote"),
        (None, None, "Oslo", "Analyst - Hybrid", "hybrid"),
        (None, None, "Oslo", "Analyst, Remote, EMEA", "remote"),
        (None, None, "Oslo", "Remote - Analyst", "remote"),
        (None, None, "Oslo", "Analyst (fully onsite in Oslo)", "onsite"),
        (None, None, "Oslo", "Hybrid Cloud Engineer", None),
        (None, None, "Oslo", "Engineer, Remote Sensing", None),
        (None, None, "Oslo", "Analyst", None),
    ],
)
def test_stronger_evidence_decides(
    stated: str | None, is_remote: bool | None, place: str, title: str, kind: str | None
) -> None:
    assert workplace_type(stated, is_remote, [place], title, None) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This is a hybrid role with two days in Oslo.", "hybrid"),
        ("We meet 3 days a week in the office.", "hybrid"),
        ("You are in the office at least two days per week.", "hybrid"),
        ("Be here 2–3 days/week in our Oslo office", "hybrid"),
        ("We answer in 3 days. Our office is in Oslo.", None),
        ("5 days a week in the office", None),
        ("This role is fully remote.", "remote"),
        ("The position is on-site.", "onsite"),
        ("This is a remote position.", "remote"),
        ("You will manage a remote team and hybrid cloud.", None),
        ("This role is hybrid. For some, this role is remote.", None),
        ("The role is remote-friendly.", None),
        ("We work in a hybrid model, Tuesdays to Thursdays in Oslo.", "hybrid"),
        ("We operate a hybrid working policy.", "hybrid"),
        ("Work location: in-person", "onsite"),
        ("Location: Remote (US)", "remote"),
        ("We are a fully remote company.", "remote"),
        ("You work 100% onsite.", "onsite"),
        ("Some of us work fully remote, and you are not fully remote.", "remote"),
        ("Partly at home or fully remote.", None),
        ("Fully remote is not an option.", None),
        ("You can work remotely from anywhere in the EU.", "remote"),
        ("You need to be on-site at our plant each day.", "onsite"),
        ("Great benefits #LI-Hybrid", "hybrid"),
        ("Great benefits #LI-Onsite", None),
        ("A hybrid model of physics and data", None),
        ("Die Stelle ist 100 % remote.", "remote"),
        ("Hybrides Arbeiten: zwei Tage im Büro", "hybrid"),
        ("Télétravail jusqu'à 3 jours par semaine", "hybrid"),
        ("Poste en full remote", "remote"),
        ("Modalidad híbrida: 3 días presencial", "hybrid"),
        ("Trabajo 100% remoto desde cualquier parte", "remote"),
        ("Modelo de trabalho híbrido", "hybrid"),
        ("Praca w pełni zdalna", "remote"),
        ("Praca hybrydowa, 2 dni z biura", "hybrid"),
        ("Hybride werken: twee dagen op kantoor", "hybrid"),
        ("Lavoro in presenza presso la sede", "onsite"),
        ("フルリモート勤務可", "remote"),
        ("週2日出社、週3日リモート", "hybrid"),
        ("モバイル開発とリモートセンシング", None),
    ],
)
def test_the_body_counts_only_where_it_speaks_of_the_role(text: str, kind: str | None) -> None:
    assert workplace_type(None, None, ["Oslo"], "Analyst", text) == kind


@pytest.mark.parametrize(("is_city_named", "kind"), [(True, "hybrid"), (False, "remote")])
def test_a_remote_flag_beside_a_city_gives_way_to_days_in_the_office(is_city_named: bool, kind: str) -> None:
    text = "Our people come in 2 days a week in the office."
    assert workplace_type(None, True, [], "Analyst", text, is_city_named=is_city_named) == kind
