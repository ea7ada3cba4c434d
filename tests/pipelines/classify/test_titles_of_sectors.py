"""Titles of sectors and languages that few recorded boards have: clinics, councils, sites, farms, stages; the north."""

import pytest

from tests.pipelines.classify.one_listing import classified, hubs


@pytest.mark.parametrize(
    ("title", "primary"),
    [
        ("Unit Secretary, Cardiology", "healthcare-life-sciences"),
        ("Cytotechnologist", "healthcare-life-sciences"),
        ("Maîtresse d'école", "education-training"),
        ("Elektrotechniker", "hardware-mechanical-electrical"),
        ("Crew Team Member", "retail-hospitality-trades"),
        ("Bike Mechanic", "retail-hospitality-trades"),
        ("Banquet Captain", "retail-hospitality-trades"),
        ("Stress Engineer, Airframe", "hardware-mechanical-electrical"),
        ("Werktuigbouwkundig engineer", "hardware-mechanical-electrical"),
        ("Gestionnaire des stocks", "operations-supply-chain"),
        ("Gerente de Contas", "sales-business-development"),
        ("Conseillère de vente", "retail-hospitality-trades"),
        ("Analista de Mídia", "marketing"),
        ("Mediengestalter Digital und Print (m/w/d)", "creative-content-media"),
        ("Entwicklungsingenieur Embedded", "software-engineering"),
        ("Sjuksköterska till vårdcentral", "healthcare-life-sciences"),
        ("Sykepleier, natt", "healthcare-life-sciences"),
        ("Sygeplejerske til akutmodtagelsen", "healthcare-life-sciences"),
        ("Sairaanhoitaja", "healthcare-life-sciences"),
        ("Social- og sundhedsassistent", "healthcare-life-sciences"),
        ("Pædagogmedhjælper til vuggestue", "education-training"),
        ("Barnehagelærer", "education-training"),
        ("Erityisopettaja", "education-training"),
        ("Löneadministratör", "finance-accounting"),
        ("Regnskapsfører", "finance-accounting"),
        ("Bogholder", "finance-accounting"),
        ("Palkanlaskija", "finance-accounting"),
        ("Anleggsleder – vei og anlegg", "hardware-mechanical-electrical"),
        ("Rustfri smed", "hardware-mechanical-electrical"),
        ("Sähköasentaja", "hardware-mechanical-electrical"),
        ("Indkøber", "operations-supply-chain"),
        ("Lagermedarbeider", "operations-supply-chain"),
        ("Toimistosihteeri", "operations-supply-chain"),
        ("Bussjåfør", "retail-hospitality-trades"),
        ("Tjener", "retail-hospitality-trades"),
        ("Siivooja", "retail-hospitality-trades"),
        ("Eiendomsmegler", "sales-business-development"),
        ("Myyntipäällikkö", "sales-business-development"),
        ("Kommunikasjonsrådgiver", "marketing"),
        ("Viestintäasiantuntija", "marketing"),
        ("HR-konsulent", "hr-recruiting"),
        ("IT-konsulent", "devops-cloud-it"),
        ("Juridisk rådgiver", "legal-compliance-risk"),
        ("Hankepäällikkö", "project-program-management"),
        ("Laatupäällikkö", "qa-testing"),
        ("Rekrutteringskonsulent søges", "hr-recruiting"),
        ("Fachanwalt für Arbeitsrecht", "legal-compliance-risk"),
        ("Straßenwärter (m/w/d)", "hardware-mechanical-electrical"),
        ("Leitung Sozialer Dienst (m/w/d)", "healthcare-life-sciences"),
        ("Maskenbildner", "creative-content-media"),
        ("Régisseur lumière", "creative-content-media"),
        ("Attachée de presse", "marketing"),
        ("Architecte", "hardware-mechanical-electrical"),
        ("Architecte cloud", "devops-cloud-it"),
        ("Operador de cámara", "creative-content-media"),
        ("Gerente de contas bancárias", "finance-accounting"),
        ("Activiteitenbegeleider dagbesteding", "healthcare-life-sciences"),
        ("Sportellista bancario", "finance-accounting"),
        ("Specjalista ds. zamówień publicznych", "operations-supply-chain"),
        ("Avionics Test Technician", "hardware-mechanical-electrical"),
        ("Data Center Facilities Technician", "devops-cloud-it"),
        ("Principal Consultant, Cloud Transformation", "business-analysis-consulting"),
        ("Clinical Coder", "healthcare-life-sciences"),
        ("Highways Inspector", "hardware-mechanical-electrical"),
    ],
)
def test_the_hub_of_a_job_in_another_sector_or_language(title: str, primary: str) -> None:
    assert classified(title).primary_hub == primary


@pytest.mark.parametrize(
    "title",
    [
        "Seasonal Fruit Picker",
        "Farm Worker",
        "Planning Enforcement Officer",
        "Security Officer",
        "Committee Services Officer",
        "Kirkkoherra",
        "Brandmand",
        "Librarian, Branch Services",
        "Museum Curator",
        "Vekter",
        "Landbrugsmedhjælper",
        "Doktorandtjänst",
        "Handläggare ekonomiskt bistånd",
        "Instructeur permis de construire",
        "Técnico de medio ambiente",
    ],
)
def test_work_of_such_sectors_that_no_hub_is_about(title: str) -> None:
    assert hubs(classified(title)) == []


def test_a_security_officer_of_computers_is_told_by_the_rest() -> None:
    text = "You run the SIEM, penetration testing and vulnerability management and answer for ISO 27001."
    assert classified("Security Officer", description=text).primary_hub == "cybersecurity"
    assert classified("Chief Security Officer").primary_hub == "cybersecurity"


@pytest.mark.parametrize("title", ["Segment Owner", "Past Events Archive"])
def test_a_word_is_no_slip_of_another_languages_short_word_nor_of_work_outside_all_hubs(title: str) -> None:
    marketed = classified(title, department="Marketing", tags=["SEO", "Social Media"])
    assert marketed.primary_hub == "marketing"


def test_a_department_of_many_crafts_settles_no_title_that_another_hub_lists() -> None:
    naval = classified("Systems Engineer – Naval Programmes", department="Engineering")
    assert naval.primary_hub == "hardware-mechanical-electrical"
    assert classified("Distinguished Engineer", department="Engineering").primary_hub == "software-engineering"


@pytest.mark.parametrize(
    ("title", "primary"),
    [
        ("Speditionsmitarbeiter (m/w/d)", "operations-supply-chain"),
        ("Reinigungsleitung", "retail-hospitality-trades"),
        ("Buchhaltungsleiterin", "finance-accounting"),
        ("Communicatiecoördinator", "marketing"),
        ("Forsikringsrådgiver", "finance-accounting"),
        ("Stiftungsmanager", None),
        ("Stakeholder", None),
    ],
)
def test_a_field_and_its_role_in_one_word_are_read_as_two(title: str, primary: str | None) -> None:
    assert classified(title).primary_hub == primary


@pytest.mark.parametrize(
    ("title", "primary"),
    [
        ("Operatrice CNC", "hardware-mechanical-electrical"),
        ("Addetta reparto gastronomia", "retail-hospitality-trades"),
        ("Addetti antiriciclaggio", "legal-compliance-risk"),
        ("Directrice artistique", "creative-content-media"),
        ("Conductrice de train", "retail-hospitality-trades"),
        ("Administrateurs réseaux", "devops-cloud-it"),
        ("Analystes de données", "data-analytics-bi"),
        ("Arquitecta de datos", "data-engineering"),
        ("Gestora de banca personal", "finance-accounting"),
        ("Asesoras inmobiliarias", "sales-business-development"),
        ("Técnica de frio", "hardware-mechanical-electrical"),
        ("Operadora de empilhadeira", "operations-supply-chain"),
        ("Lehrerinnen", "education-training"),
        ("Malerin", "retail-hospitality-trades"),
        ("Monterka konstrukcji", "hardware-mechanical-electrical"),
        ("Specjalistka ds. szkoleń", "hr-recruiting"),
        ("Lærere", "education-training"),
        ("Leger i spesialisering", "healthcare-life-sciences"),
        ("Consulenti commerciali", "sales-business-development"),
        ("Release Managers", "project-program-management"),
        ("Developer Advocates", "marketing"),
    ],
)
def test_a_title_is_known_in_its_plural_and_feminine_forms(title: str, primary: str) -> None:
    assert classified(title).primary_hub == primary


def test_a_word_of_english_titles_is_no_form_of_another_languages_word() -> None:
    assert classified("Chief Client Architect").primary_hub is None
    assert classified("Art Directors").primary_hub == "creative-content-media"
