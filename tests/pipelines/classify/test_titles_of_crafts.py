"""Which craft a title belongs to whose words several have: strategy, enablement, platforms."""

import pytest

from tests.pipelines.classify.one_listing import classified, hubs


@pytest.mark.parametrize(
    ("title", "only"),
    [
        ("Brand Enablement Manager", "marketing"),
        ("CX Enablement Manager", "customer-success-support"),
        ("Indirect Tax Enablement Specialist", "finance-accounting"),
        ("Enablement Lead EMEA", "sales-business-development"),
        ("Clinical Excellence Manager", "healthcare-life-sciences"),
        ("Senior Manager, Marketing Strategy", "marketing"),
        ("People Strategy Lead", "hr-recruiting"),
        ("Supply Chain Strategy Manager", "operations-supply-chain"),
        ("Corporate Strategy Manager", "business-analysis-consulting"),
        ("Change Enablement Manager", "business-analysis-consulting"),
        ("Account Strategist", "marketing"),
    ],
)
def test_what_stands_before_strategy_and_enablement_is_the_craft(title: str, only: str) -> None:
    assert hubs(classified(title)) == [only]


@pytest.mark.parametrize(
    ("title", "only"),
    [
        ("Technical Program Manager Order Management", "project-program-management"),
        ("Requirements Engineer Softwareentwicklung (m/w/d)", "business-analysis-consulting"),
        ("Founding Engineer / Founding GTM", "software-engineering"),
        ("Developer Relations Lead", "marketing"),
        ("Senior Operations Manager, Strategic Accounts", "operations-supply-chain"),
        ("Senior Data Modeller - Technical Data Analyst", "data-engineering"),
        ("Product Owner Support Analyst", "customer-success-support"),
    ],
)
def test_what_stands_behind_a_job_is_no_other_job(title: str, only: str) -> None:
    assert hubs(classified(title)) == [only]


@pytest.mark.parametrize(
    ("title", "primary"),
    [
        ("Information Systems Security Officer (ISSO)", "cybersecurity"),
        ("Operations Research Analyst", "data-science-ml"),
        ("Public Relations Account Executive", "marketing"),
        ("Employer Brand Manager", "hr-recruiting"),
        ("Director, Ecosystem Development", "sales-business-development"),
        ("Forward Deployed AI Engineer", "software-engineering"),
        ("Senior Geospatial Engineer", "software-engineering"),
        ("Claims Counsel", "legal-compliance-risk"),
        ("Pension Administrator", "finance-accounting"),
        ("Traffic Engineer", "hardware-mechanical-electrical"),
        ("Transportation Coordinator", "operations-supply-chain"),
        ("Office Services Assistant", "operations-supply-chain"),
        ("Power Platform Developer", "software-engineering"),
        ("IT Field Technician", "devops-cloud-it"),
        ("Service Desk Manager", "devops-cloud-it"),
        ("Cloud Developer", "software-engineering"),
        ("Data Warehouse Programmer Analyst", "data-engineering"),
        ("Sales Developer", "sales-business-development"),
        ("Training Developer", "education-training"),
        ("MTS - Distributed Systems", "software-engineering"),
        ("HPC Administrator", "devops-cloud-it"),
        ("Workplace Technology Engineer", "devops-cloud-it"),
        ("Kafka Engineer", "data-engineering"),
        ("SQL Report Writer", "data-analytics-bi"),
        ("SEM Analyst", "marketing"),
        ("Recruiting Operations Manager", "hr-recruiting"),
        ("L&D Specialist", "education-training"),
        ("Silicon Validation Engineer", "hardware-mechanical-electrical"),
        ("Analog Design Lead", "hardware-mechanical-electrical"),
        ("Scientist, Protein Engineering", "healthcare-life-sciences"),
        ("Clinical Data Manager", "healthcare-life-sciences"),
        ("Solution Expert", "customer-success-support"),
        ("Senior Android Platform Engineer", "software-engineering"),
        ("Platform Operations Engineer", "devops-cloud-it"),
        ("Internal Developer Tooling Engineer", "software-engineering"),
        ("Principal Payments Architect", "software-engineering"),
        ("Embedded Linux Developer", "software-engineering"),
        ("Cloud FinOps Engineer", "devops-cloud-it"),
        ("Data Center Asset Management Specialist", "devops-cloud-it"),
        ("Storage & Backup Engineer", "devops-cloud-it"),
        ("Database Administration", "devops-cloud-it"),
        ("Middleware Administrator", "devops-cloud-it"),
        ("SIEM Engineer", "cybersecurity"),
        ("Cyber Intelligence Researcher", "cybersecurity"),
        ("Azure Data Factory Developer", "data-engineering"),
        ("Snowflake Engineer", "data-engineering"),
        ("Fellows Program, AI Safety & Security", "data-science-ml"),
        ("Recommender Systems Engineer", "data-science-ml"),
        ("Qlik Developer", "data-analytics-bi"),
        ("UX Content Strategist", "ux-product-design"),
        ("Hardware Validation Engineer", "hardware-mechanical-electrical"),
        ("Analog IC Designer", "hardware-mechanical-electrical"),
        ("Equity Specialist", "finance-accounting"),
        ("Head of Equity Administration", "finance-accounting"),
        ("Manager, SEC Reporting", "finance-accounting"),
        ("Loan Servicing Specialist", "finance-accounting"),
        ("Manager Financing Solutions (m/w/d)", "finance-accounting"),
        ("Key Accounts Specialist", "sales-business-development"),
        ("Head of Solutions Consulting", "sales-business-development"),
        ("Maintenance Renewal Representative", "sales-business-development"),
        ("Market Director (North East)", "sales-business-development"),
        ("Support Account Manager", "customer-success-support"),
        ("Platform Consultant", "business-analysis-consulting"),
        ("Operating Model Design Manager", "business-analysis-consulting"),
        ("Practice Director", "business-analysis-consulting"),
        ("Head of Compensation Design", "hr-recruiting"),
        ("Immigration Analyst", "hr-recruiting"),
        ("Leadership Development Manager", "hr-recruiting"),
        ("Teamleitung Front- und Backoffice", "operations-supply-chain"),
        ("Real Estate Manager", "operations-supply-chain"),
        ("S&OP Manager", "operations-supply-chain"),
        ("Head of Comms", "marketing"),
        ("ABM Strategist, Client Services", "marketing"),
        ("Director, Resource Management (Creative)", "operations-supply-chain"),
        ("Automation Testing Engineer", "qa-testing"),
        ("Analista de Banco de Dados Pleno", "devops-cloud-it"),
        ("Chargé·e d’assistance aux utilisateurs", "customer-success-support"),
        ("Lead technique", "software-engineering"),
        ("Entwicklungsingenieur Embedded Software (m/w/d)", "software-engineering"),
        ("Citrix Engineer", "devops-cloud-it"),
        ("使用者研究員", "ux-product-design"),
        ("客戶成功經理", "customer-success-support"),
        ("IC 設計工程師", "hardware-mechanical-electrical"),
        ("Account Lead - Retail Search", "sales-business-development"),
        ("Training Delivery Manager", "education-training"),
    ],
)
def test_titles_go_to_their_craft(title: str, primary: str) -> None:
    assert classified(title).primary_hub == primary


@pytest.mark.parametrize("title", ["Associate, Health Economics", "Head of Value Economics"])
def test_economics_is_no_slip_of_economist(title: str) -> None:
    assert "business-analysis-consulting" not in hubs(classified(title))


@pytest.mark.parametrize(
    "title",
    [
        "Executive Assistant, Finance",
        "Executive Assistant - Sales",
        "Executive Assistant to the CFO",
        "Executive Assistant to the VP of Marketing",
        "Chief of Staff to the CFO",
        "Administrative Business Partner",
    ],
)
def test_an_assistant_belongs_to_operations_whomever_they_serve(title: str) -> None:
    assert hubs(classified(title)) == ["operations-supply-chain"]
