"""Which hub a title goes to where several could have it, and when it goes to two."""

import pytest

from tests.pipelines.classify.one_listing import classified, hubs


@pytest.mark.parametrize(
    ("title", "primary"),
    [
        ("Trim Carpenter", "retail-hospitality-trades"),
        ("ServiceNow Administrator", "devops-cloud-it"),
        ("Data Migration Specialist", "data-engineering"),
        ("Applied Researcher – LLM Training", "data-science-ml"),
        ("Head of AI and Machine Learning Engineering", "data-science-ml"),
        ("Erzieher:in für die Kita", "education-training"),
        ("Member Claims Associate", "finance-accounting"),
        ("Insurance Expert", "finance-accounting"),
        ("Senior M&A Manager", "finance-accounting"),
        ("Head of Diversity, Equity & Inclusion", "hr-recruiting"),
        ("Manager, Technical Sourcing", "hr-recruiting"),
        ("Communications Senior Associate", "marketing"),
        ("Developer Engagement Representative", "marketing"),
        ("EHS Manager", "operations-supply-chain"),
        ("Mitarbeiter Lager und Versand (m/w/d)", "operations-supply-chain"),
        ("Partner Success Manager", "customer-success-support"),
        ("UI Artist", "creative-content-media"),
        ("Deputy MLRO", "legal-compliance-risk"),
        ("ASIC Verification Engineer", "hardware-mechanical-electrical"),
        ("Vehicle Package and Integration Lead", "hardware-mechanical-electrical"),
        ("Software Engineer in Test", "qa-testing"),
        ("Quality Systems Specialist", "qa-testing"),
        ("Director, Platform Engineering", "devops-cloud-it"),
        ("Infrastructure Operations Manager", "devops-cloud-it"),
        ("Linux Systems Engineer", "devops-cloud-it"),
        ("Systems Engineer, Radar", "hardware-mechanical-electrical"),
        ("Manufacturing Engineering Intern", "hardware-mechanical-electrical"),
        ("Senior Manager, Technical Support Engineering", "customer-success-support"),
        ("Renewals Specialist", "customer-success-support"),
        ("Pre-Sales Systems Engineer", "sales-business-development"),
        ("Solutions Architect, Enterprise", "sales-business-development"),
        ("Director of Sales Training & Enablement", "sales-business-development"),
        ("Solution Architect", "software-engineering"),
        ("Sachbearbeiter Debitorenbuchhaltung (m/w/d)", "finance-accounting"),
        ("Chef de partie", "retail-hospitality-trades"),
        ("門市銷售人員", "retail-hospitality-trades"),
        ("Senior Security Automation Engineer", "cybersecurity"),
        ("ML + DevOps Engineer", "data-science-ml"),
        ("Marketing Media Strategy Analyst", "marketing"),
        ("Economy and Monetization Designer", "creative-content-media"),
        ("Responsable succès client", "customer-success-support"),
        ("Manager, Technical Account Management", "customer-success-support"),
        ("Senior Director - Tax Operations", "finance-accounting"),
        ("Senior DevOps Software Engineer", "devops-cloud-it"),
        ("Learning Experience Designer", "education-training"),
        ("Manufacturing Planner", "operations-supply-chain"),
        ("Security Governance Director", "cybersecurity"),
        ("Consultant Anaesthetist", "healthcare-life-sciences"),
        ("Medical Staffing Officer", "hr-recruiting"),
        ("Trading Standards Officer", "legal-compliance-risk"),
        ("Freight Forwarding Coordinator", "operations-supply-chain"),
        ("Spa Therapist", "retail-hospitality-trades"),
        ("PPC Strategist", "marketing"),
        ("Medewerker Crediteurenadministratie", "finance-accounting"),
        ("Operador(a) de Loja", "retail-hospitality-trades"),
        ("Gestionnaire ADV Export (F/H)", "operations-supply-chain"),
        ("Founding Engineers", "software-engineering"),
        ("資深Android工程師", "software-engineering"),
        ("網路管理工程師(MIS)", "devops-cloud-it"),
        ("Pessoa Engenheira de DevOps Pleno", "devops-cloud-it"),
        ("Compliance Advisory Officer", "legal-compliance-risk"),
        ("Data Scientists", "data-science-ml"),
        ("Head of Revenue Strategy & Operations", "operations-supply-chain"),
        ("People Success Partner", "hr-recruiting"),
        ("Director of GTM Finance", "finance-accounting"),
        ("Head of AI Sales", "sales-business-development"),
        ("Responsable de mantenimiento", "hardware-mechanical-electrical"),
        ("Specjalista ds. zakupów", "operations-supply-chain"),
        ("Addetta alla contabilità", "finance-accounting"),
        ("Medewerker Thuiszorg", "healthcare-life-sciences"),
        ("Encargada de la limpieza", "retail-hospitality-trades"),
        ("Ratownik medyczny", "healthcare-life-sciences"),
        ("Nauczycielka matematyki", "education-training"),
        ("Kierowca kat. C+E", "retail-hospitality-trades"),
        ("訪問看護師", "healthcare-life-sciences"),
        ("倉庫スタッフ", "operations-supply-chain"),
        ("電気工事士", "hardware-mechanical-electrical"),
        ("Dachdeckergeselle (m/w/d)", "retail-hospitality-trades"),
        ("Técnico Eólico", "hardware-mechanical-electrical"),
        ("Sterile Services Technician", "healthcare-life-sciences"),
        ("Billing Operations Manager", "finance-accounting"),
        ("Digital Media Strategist", "marketing"),
        ("Threat Operations Specialist", "cybersecurity"),
        ("IT Service Delivery Lead", "devops-cloud-it"),
    ],
)
def test_the_hub_that_has_the_longer_claim_leads(title: str, primary: str) -> None:
    assert classified(title).primary_hub == primary


@pytest.mark.parametrize(
    ("title", "both"),
    [
        ("Software Engineer, Security", ["software-engineering", "cybersecurity"]),
        ("Data Analyst - Finance", ["data-analytics-bi", "finance-accounting"]),
        ("Senior Data Analyst / Analytics Engineer", ["data-analytics-bi", "data-engineering"]),
        ("Senior Marketing Data Analyst", ["data-analytics-bi", "marketing"]),
        ("Revenue Operations Manager", ["operations-supply-chain", "sales-business-development"]),
        ("Business Systems Analyst, Finance Systems", ["business-analysis-consulting", "finance-accounting"]),
        ("RevOps Analyst", ["operations-supply-chain", "sales-business-development"]),
        ("Regulatory Operations Lead", ["operations-supply-chain", "legal-compliance-risk"]),
        ("Security Program Manager", ["project-program-management", "cybersecurity"]),
        ("Security Analyst - GRC", ["cybersecurity", "legal-compliance-risk"]),
        ("Technical Program Manager, Security", ["project-program-management", "cybersecurity"]),
        ("Manufacturing Quality Engineer", ["qa-testing", "hardware-mechanical-electrical"]),
        ("Sales & Marketing Manager", ["sales-business-development", "marketing"]),
        ("Head of Operations & Customer Experience", ["operations-supply-chain", "customer-success-support"]),
        ("Data Engineer / Analyst (m/f/d)", ["data-engineering", "data-analytics-bi"]),
        ("Data Scientist/Engineer", ["data-science-ml", "data-engineering"]),
        ("Project Manager and Engineer", ["project-program-management", "hardware-mechanical-electrical"]),
        ("Data & ML Platform Engineer", ["data-engineering", "data-science-ml"]),
        ("Finance und HR Manager (m/w/d)", ["finance-accounting", "hr-recruiting"]),
        ("Policy & Quality Specialist", ["legal-compliance-risk", "qa-testing"]),
    ],
)
def test_a_job_about_another_hubs_field_belongs_to_both(title: str, both: list[str]) -> None:
    assert hubs(classified(title)) == both


@pytest.mark.parametrize(
    ("title", "only"),
    [
        ("Software Engineer, Marketing Platforms", "software-engineering"),  # those who use it are not what it is about
        ("Technical Recruiter, Security", "hr-recruiting"),
        ("Manager, Outbound Logistics", "operations-supply-chain"),
        ("QA Automation Engineer", "qa-testing"),
        ("Engenheiro de Planejamento", "project-program-management"),  # a title as it stands: no planner's too
    ],
)
def test_other_fields_leave_a_job_where_it_is(title: str, only: str) -> None:
    assert hubs(classified(title)) == [only]


_LEDGER = "You know financial statements, accounting standards, underwriting, credit risk and month-end close."
_TEACHING = "Classroom, lesson plans, curriculum, teaching, students, school, learning outcomes and educators."
_MODELS = "You train neural networks in PyTorch; machine learning, deep learning and large language models."


@pytest.mark.parametrize(
    ("title", "text", "only"),
    [
        ("Software Engineer, Accounting", _LEDGER, "software-engineering"),
        ("Backend Engineer (Credit Risk Team)", _LEDGER, "software-engineering"),
        ("QA Engineer, Payroll", _LEDGER, "qa-testing"),
        ("Senior Payroll Developer", _LEDGER, "software-engineering"),
        ("SAP HR Developer", None, "software-engineering"),
        ("Insurance Tester", None, "qa-testing"),
        ("Account Executive, K12 Education", _TEACHING, "sales-business-development"),
        ("Staff Engineer, Payments", None, "software-engineering"),
        ("Founding Engineer - Santé au travail", None, "software-engineering"),
    ],
)
def test_the_field_of_those_it_works_for_is_not_a_jobs_own(title: str, text: str | None, only: str) -> None:
    assert hubs(classified(title, description=text)) == [only]


def test_the_house_of_many_crafts_names_no_second_one() -> None:
    text = "Software engineering, backend services, microservices, code reviews and unit tests in TypeScript."
    assert hubs(classified("DevOps Engineer", description=text, department="Engineering")) == ["devops-cloud-it"]
    assert "marketing" in hubs(
        classified(
            "Copywriter", description="Brand awareness, SEO, social media, email campaigns.", department="Marketing"
        )
    )


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Firefighter", None),
        ("Sicherheitsmitarbeiter (m/w/d)", None),
        ("Vigilante de seguridad", None),
        ("Police Officer (IT Crime)", None),
        ("School Crossing Patrol", _TEACHING),
        ("Property Manager - Build to Rent", "Procurement, vendor management, calendar management and logistics."),
        ("Town Planner", None),
        ("Policjant", None),
        ("Medewerker Burgerzaken", None),
        ("Research Fellow, Institute of Archaeology", None),
    ],
)
def test_work_that_no_hub_is_about_belongs_to_none(title: str, text: str | None) -> None:
    assert hubs(classified(title, description=text)) == []


def test_work_outside_all_hubs_takes_nothing_from_the_job_before_it() -> None:
    assert hubs(classified("Software Engineer - Police Systems")) == ["software-engineering"]
    assert hubs(classified("Product Manager Police")) == ["product-management"]
    assert classified("Research Fellow", description=_MODELS).primary_hub == "data-science-ml"


@pytest.mark.parametrize("title", ["Join Our Talent Community", "Talent Pool", "Stay in our Talent Network!"])
def test_a_standing_invitation_belongs_to_no_hub(title: str) -> None:
    assert hubs(classified(title)) == []


def test_a_marketing_operations_job_belongs_to_both() -> None:
    text = "You run HubSpot, email campaigns and lead scoring for our marketing team and report on demand generation."
    found = classified("Marketing Operations Manager", description=text)
    assert hubs(found) == ["marketing", "operations-supply-chain"]


def test_one_word_in_two_hubs_goes_to_the_one_the_text_speaks_for() -> None:
    shop = "You keep the shop floor tidy, serve hotel guests and use the cash register of our store team."
    assert hubs(classified("Verkäufer (m/w/d)", description=shop)) == ["retail-hospitality-trades"]
    assert hubs(classified("Verkäufer (m/w/d)", description="Vertrieb, prospecting, cold calling and upsell.")) == [
        "sales-business-development"
    ]


_SHOP = "You serve guests of our restaurant, plan shifts of the kitchen and count the cash register."
_BANK = "You sell mortgages, check underwriting and prepare financial statements for the bank's credit committee."
_WEB = "Our codebase is TypeScript and React; you build the frontend and review code of other software engineers."
_SERVERS = "You run Kubernetes and Terraform on AWS, the CI/CD pipelines and our Linux servers."
_LAB = "You plan assays in cell culture; a degree in molecular biology or immunology is needed."


@pytest.mark.parametrize(
    ("title", "text", "primary"),
    [
        ("Systems Engineer", None, "hardware-mechanical-electrical"),
        ("Systems Engineer", _SERVERS, "devops-cloud-it"),
        ("Systems Engineer - Cloud", None, "devops-cloud-it"),
        ("Safety Engineer", None, "hardware-mechanical-electrical"),
        ("AI Safety Engineer", None, "data-science-ml"),
        ("Design Engineer", None, "hardware-mechanical-electrical"),
        ("Design Engineer", _WEB, "software-engineering"),
        ("UX Engineer", None, "software-engineering"),
        ("Research Scientist", None, "data-science-ml"),
        ("Research Scientist, Cell Biology", _LAB, "healthcare-life-sciences"),
        ("General Manager", None, "operations-supply-chain"),
        ("General Manager", _SHOP, "retail-hospitality-trades"),
        ("Branch Manager", None, None),
        ("Branch Manager", _BANK, "finance-accounting"),
        ("Distinguished Engineer", _WEB, "software-engineering"),
        ("Revenue Specialist", None, "sales-business-development"),
        ("Revenue Specialist", _BANK, "finance-accounting"),
        ("Verkäufer (m/w/d)", None, "sales-business-development"),
        ("Verkäufer (m/w/d)", "Du kassierst in unserer Filiale und füllst Regale auf.", "retail-hospitality-trades"),
        ("Retention Manager", None, "customer-success-support"),
        ("Fraud Engineer", _SERVERS, "legal-compliance-risk"),
        ("Senior Associate", _SERVERS, None),
    ],
)
def test_the_rest_decides_about_a_title_that_several_hubs_use(
    title: str, text: str | None, primary: str | None
) -> None:
    assert classified(title, description=text).primary_hub == primary


def test_a_hub_that_contests_a_title_in_vain_has_no_part_in_it() -> None:
    assert hubs(classified("Systems Engineer", description="Radar hardware, sensors and a little Linux.")) == [
        "hardware-mechanical-electrical"
    ]


def test_of_two_jobs_that_share_their_role_the_one_the_text_speaks_for_leads() -> None:
    text = "You run paid media and email campaigns, write for social media and report on brand awareness."
    assert hubs(classified("Sales & Marketing Manager", description=text)) == [
        "marketing",
        "sales-business-development",
    ]


@pytest.mark.parametrize(
    ("title", "hub"),
    [
        ("Security Guard, Unarmed", "cybersecurity"),
        ("Network Contracting Specialist", "devops-cloud-it"),
        ("PhD student in robotic 3D printing", "hardware-mechanical-electrical"),
        ("Community Reinvestment Act (CRA) Officer", "marketing"),
        ("Health & Safety Manager", "healthcare-life-sciences"),
        ("Town Planner", "operations-supply-chain"),
        ("Chef de secteur", "retail-hospitality-trades"),
        ("Chef d'équipe logistique", "retail-hospitality-trades"),
        ("Assistant to the Director of Product Management", "product-management"),
    ],
)
def test_words_that_mean_something_else_beside_others(title: str, hub: str) -> None:
    assert hub not in hubs(classified(title))
