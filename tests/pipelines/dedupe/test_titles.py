"""Titles that name one role, titles that never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.companies import company_key
from pipelines.dedupe.matching.place_reading import read_places
from pipelines.dedupe.matching.title_reading import read_in_context, read_title
from pipelines.dedupe.matching.titles import Title, TitleRelation, compare_titles, intakes_conflict

SAME = [
    ("Senior Product Manager", "Sr. Product Manager"),
    ("Senior Data Scientist", "Data Scientist, Senior"),
    ("RN - Telemetry", "Registered Nurse (RN), Telemetry"),
    ("SDR", "Sales Development Representative"),
    ("SVP, Product", "Senior Vice President, Product"),
    ("AVP - Risk", "Assistant Vice President - Risk"),
    ("Buyer - 12 Month FTC", "Buyer (12-month Fixed Term Contract)"),
    ("Account Executive - CDD", "Account Executive (Fixed-Term)"),
    ("Account Executive - Mid-Market", "Account Executive, Midmarket"),
    (".NET Developer", "Dot Net Developer"),
    ("Programme Manager", "Program Manager"),
    ("Business Dev Manager", "Business Development Manager"),
    ("Engineer - New College Grad", "Engineer (New College Graduate)"),
    ("Chef(fe) de projet", "Chef de projet"),
    ("Java Developer | Immediate Joiners", "Java Developer"),
    ("Młodszy Specjalista / Młodsza Specjalistka ds. obsługi", "Młodszy Specjalista ds. obsługi"),
    ("Doradca z j. niemieckim", "Doradca z językiem niemieckim"),
    ("【リモート可】デザイナー", "デザイナー"),
    ("Product Manager", "[Hiring] Product Manager"),
    ("Product Manager", "Product Manager - Full Time"),
    ("Product Manager", "Product Manager (Remote)"),
    ("Product Manager", "PRODUCT MANAGER (M/F/D)"),
    ("Product Manager", "Product Manager - Req #74932"),
    ("Product Manager", "JR0068574 - Product Manager"),
    ("Product Manager", "Product Manager (Oslo, Norway)"),
    ("Product Manager", "Product Manager - Oslo"),
    ("Product Manager", "Product Manager in Oslo"),
    ("Product Manager", "Product Manager Oslo"),
    ("Desenvolvedor Java PL", "Desenvolvedor Java Pleno [Presencial]"),
    ("Product Manager", "Product Manager at Quillworks"),
    ("Product Manager", "[Remoto] Product Manager @ Quillworks"),
    ("Product Manager", "Quillworks recrute Product Manager"),
    ("Product Manager", "Copy of Product Manager"),
    ("Product Manager", "Product Manager (copy)"),
    ("Account Manager - Europe", "Account Manager, Europe"),
    ("Full Stack Developer", "Full-Stack Dev"),
    ("Fullstack Developer", "Full stack developer"),
    ("VP of Product", "Vice President, Product"),
    ("Entwickler (m/w/d)", "Entwickler*in"),
    ("Développeur·se web", "developpeur web"),
    ("Développeuse web", "Dev web pour Quillworks"),
    ("Desenvolvedor(a) Java", "[Remoto] Vaga: Desenvolvedor Java"),
    ("Software Engineers", "Software Engineer"),
    ("Software Engineering Intern", "Software Engineer Internship"),
    ("Golang Developer", "4 x Golang Developer"),
    ("C++ Developer", "C++ developer (all genders)"),
    ("Pharmacist - $77.87/hr", "Pharmacist"),
    ("R&D Engineer - Polymers", "R&amp;D Engineer &#8211; Polymers"),
    ("Product Manager", "**URGENT** Product Manager"),
    ("Go Developer", "【Go】Developer"),
    ("Java Developer (m/v/d)", "Java-Entwickler (k/m)"),
    ("Speech-Language Pathologist (SLP)", "Speech Language Pathologist"),
    ("Remote Rust Engineer", "Rust Engineer"),
    ("Conducteur / Conductrice de travaux", "Conducteur de travaux"),
    ("Konstrukteur - Kennziffer 4471", "Konstrukteur"),
    ("Web Developer (Req 512233)", "Web Developer"),
    ("School Psychologist - 2 Positions", "School Psychologist"),
    ("Quillworks recherche son/sa chargé(e) de clientèle", "Chargé(e) de clientèle"),
    ("Quillworks is hiring a Product Manager", "Product Manager"),
    ("Product Manager till Quillworks i Oslo", "Product Manager"),
    ("Quillworks cherche un·e Product Manager", "Product Manager"),
    ("Product Manager hos Quillworks AS!", "Product Manager"),
    ("Produktchef sökes till Quillworks", "Vi söker produktchef"),
    ("Backendutvecklare", "Backend-utvecklare"),
    ("Projektledare inom IT", "Projektledare IT"),
    ("Product Manager (m/w/d) Oslo", "Product Manager"),
    ("Product Manager (m/w/d) in Vollzeit", "Product Manager - ab sofort"),
    ("Développeuse ou développeur web", "Développeur(se) web"),
    ("Conductrice / conducteur de travaux", "Conducteur de travaux"),
    ("Kauffrau/-mann im Handel", "Kaufmann im Handel"),
    ("Recrutement - Chef de projet", "Offre de mission : Chef de projet CDI"),
    ("Pessoa Engenheira de Software", "[Remoto] [CLT] Engenheiro(a) de Software"),
    ("Machine Learning Engineer", "ML Engineer"),
    ("User Experience Designer", "UX Designer"),
    ("Product Manager x 3", "Product Manager (80k - 90k)"),
    ("Product Manager - up to £80k (Perm)", "Product Manager - £70k + bonus"),
    ("Product Manager - ID 44321", "Product Manager"),
    ("Business Analyst 80-100%", "Business Analyst (80 \u2013 100 %)"),
    ("Adviseur (36 uur)", "Adviseur 36 uur per week"),
    ("Programátor/ka PLC", "Programátor PLC"),
    ("Post Doctoral Research Associate", "Postdoctoral Research Associate"),
]

CLOSE = [
    ("Senior Support Specialist", "Sr. Support Spceialist"),
    ("Principal Designer", "Pirncipal Designer"),
    ("Information Security Engineer", "nformation Security Engineer"),
    ("Product Lead, International", "Product Lead, Inetrnational"),
    ("Rédacteur web", "Rédaacteur web"),
]

COHORT = [
    ("Software Engineer Intern", "Software Engineer Intern - Summer 2026"),
    ("Product Intern", "2026 Product Intern"),
]

PART = [
    ("Product Manager", "Product Manager, Payments"),
    ("Product Manager", "Product Manager, Global"),
    ("Product Manager", "Product Manager (Search & Discovery, Core Team)"),
    ("Chargé de mission", "Chargé de mission - Recrutement"),
    ("Kaufmann (m/w/d) im Einzelhandel", "Kaufmann"),
    ("Product Manager (m/w/d) Voss", "Product Manager"),
    ("80-100% Buchhalter", "Buchhalter"),
    ("Nurse (0.8 FTE)", "Nurse"),
    ("Archivist (4 days a week)", "Archivist"),
    ("Pflegefachkraft (m/w/d) Stroke Unit 50-100%", "Pflegefachkraft (m/w/d) Stroke Unit"),
    ("Programme Officer, Water (12 months)", "Programme Officer, Water"),
    ("Java Developer (5-8 Years)", "Java Developer"),
    ("Account Manager (B2B)", "Account Manager"),
    ("Gameplay Programmer (UE5)", "Gameplay Programmer"),
    ("[Games] Gameplay Programmer", "Gameplay Programmer"),
    ("Compiler Engineer, ARM", "Compiler Engineer"),
    ("Consultant - Energy - Utilities", "Consultant, Energy"),
]

OTHER = [
    ("Marketing Trainee", "Marketing Trainer"),
    ("", "Data Engineer"),
    ("Product Manager - Search", "Product Manager (Search & Discovery, Core Team)"),  # either may be a team of its own
    ("Product Manager", "Senior Product Manager"),
    ("Staff Product Manager", "Senior Product Manager"),
    ("Product Manager", "Group Product Manager"),
    ("Product Manager I", "Product Manager II"),
    ("Product Manager, Search", "Product Manager, Identity"),
    ("Product Manager", "Payments Product Manager"),
    ("Nurse", "Nurse - Night Shift"),
    ("Support Agent", "Support Agent (Dutch)"),
    ("Cook", "Cook, Level 2"),
    ("Cook", "Cook, Senior"),
    ("Engineer", "Engineer (New Grad)"),
    ("Product Manager (Bergen)", "Product Manager (Tromsø)"),
    ("Head of Oslo", "Head"),
    ("Product Manager (m/w/d) Bergen", "Product Manager"),
    ("Product Manager, Canada", "Product Manager"),
    ("Backend Engineer (Node)", "Backend Engineer (Python)"),
    ("Java Developer", "JavaScript Developer"),
    ("Data Analyst, Operations-1", "Data Analyst, Operations-2"),
    ("Pharmacist (98901)", "Pharmacist (98939)"),
    ("Product Intern, Summer 2025", "Product Intern, Summer 2026"),
    ("Product Intern, Summer 2026", "Product Intern, Winter 2026"),
    ("Engineer (English)", "Engineer (German)"),
    ("C Developer", "C++ Developer"),
    ("C++ Developer", "C# Developer"),
    ("Product Engineer", "Production Engineer"),
    ("Specialist, Data", "Specialised, Data"),
    ("Driver 1", "Driver 7"),
    ("Remote Sensing Engineer", "Sensing Engineer"),
    ("Analista de Gestão de Pessoas", "Analista de Gestão"),
    ("Koch in Teilzeit", "Koch in Vollzeit"),
    ("Modelling Engineer, X1", "Modelling Engineer, X2"),
    ("Buchhalter 40%", "Buchhalter 80%"),
    ("Java Developer (3-5 Years)", "Java Developer (5-8 Years)"),
    ("Engineer, L4", "Engineer"),
    ("Product Owner (12 month fixed term)", "Product Owner"),
    ("24h Support Engineer", "Support Engineer"),
]

ROWS = [
    (a, b, relation)
    for relation, pairs in zip(
        (TitleRelation.SAME, TitleRelation.CLOSE, TitleRelation.PART, TitleRelation.COHORT, TitleRelation.OTHER),
        (SAME, CLOSE, PART, COHORT, OTHER),
        strict=True,
    )
    for a, b in pairs
]


def read(text: str | None) -> Title:
    """The title of a posting of Quillworks in Oslo."""
    return read_title(text, company_key("Quillworks AS"), read_places("Oslo, Norway"))


@pytest.mark.parametrize(("left", "right", "relation"), ROWS)
def test_titles_agree_as_far_as_they_do(left: str, right: str, relation: TitleRelation) -> None:
    assert compare_titles(read(left), read(right)) is relation
    assert compare_titles(read(right), read(left)) is relation


def test_a_title_hands_over_its_requisition_id() -> None:
    assert read("JR0068574 - Data Analyst").requisition == "JR0068574"
    assert read("Data Analyst (Req ID: R-20417)").requisition == "R-20417"
    assert read("Data Analyst (ID: 44321)").requisition == "44321"
    assert read("Data Analyst").requisition is None


def test_a_title_of_decoration_alone_keeps_it() -> None:
    assert read("Remote").words == ("remote",)
    assert compare_titles(read(None), read(None)) is TitleRelation.OTHER


def test_intakes_conflict_only_when_both_are_named() -> None:
    assert intakes_conflict(read("Intern, Fall 2026"), read("Intern, Winter 2025"))
    assert not intakes_conflict(read("Intern, Fall 2026"), read("Intern"))


@given(st.text(max_size=80))
def test_any_title_is_the_same_as_itself_or_has_no_words(text: str) -> None:
    title = read(text)
    assert compare_titles(title, title) is (TitleRelation.SAME if title.words else TitleRelation.OTHER)


PIECES = [
    "Product Manager",
    "Oslo",
    "in",
    "Norway",
    "(Oslo)",
    "(m/w/d)",
    "Quillworks",
    "at",
    "-",
    ",",
    "Remote",
    "NYC",
    "CA",
]
PIECES += [
    "recrute",
    "Engineer:in",
    "(Req #74932)",
    "New York",
    "US",
    "works",
    "quill",
    "[Oslo; Bergen]",
    "|",
    "i",
    "2026",
    "AS",
    "(m/w/d)",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=7).map(" ".join),
    st.sampled_from([None, "quillworks", "works", "oslo", "productmanager", "i"]),
    st.sampled_from([None, "Oslo, Norway", "New York", "Remote - US", "Oslo; Bergen", "San Jose, CA", "Norway"]),
)
def test_a_title_kept_for_many_reads_as_it_would_for_one(text: str, employer: str | None, location: str | None) -> None:
    places = read_places(location)
    assert read_title(text, employer, places) == read_in_context(text, employer, places)
