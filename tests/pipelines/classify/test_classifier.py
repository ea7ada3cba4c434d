import pytest

from tests.pipelines.classify.one_listing import PM, classified, hubs


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Product Manager", "pm"),
        ("Senior Product Manager, Search", "senior"),
        ("(Remote) - Req 1234 - Sr. Prod. Manager, Payments (f/m/d)", "senior"),
        ("[REMOTE] Snr Product Mgr @ Northwind", "senior"),
        ("Product Manager II", "pm"),
        ("Product Manager III - Billing", "senior"),
        ("Technical Product Owner (m/w/d)", "pm"),
        ("Associate Product Manager", "associate"),
        ("APM Program 2027", "associate"),
        ("Product Management Intern (Summer 2027)", "associate"),
        ("Internship, Product Manager, Charging", "associate"),
        ("Graduate Product Manager", "associate"),
        ("Junior Product Owner", "associate"),
        ("Staff Product Manager, Ranking", "lead"),
        ("Principal Product Manager", "lead"),
        ("Lead Product Manager", "lead"),
        ("Product Lead, Courier Tools", "lead"),
        ("Group Product Manager", "group"),
        ("Senior Manager, Product Management", "group"),
        ("Product Director, Cards", "director"),
        ("Director of Product, Billing", "director"),
        ("Sr. Director, Product Management", "director"),
        ("Director, Product Management - Lending", "director"),
        ("VP of Product", "vp"),
        ("Vice President, Product", "vp"),
        ("SVP Product Management", "vp"),
        ("Vice President, Product Manager - Cards", "senior"),
        ("Product Manager - Treasury Services - Vice President", "senior"),
        ("Head of Product", "cpo"),
        ("Head of Product and Design", "cpo"),
        ("Head of Product - Lending", "cpo"),
        ("Chief Product Officer", "cpo"),
        ("Chief Product & Technology Officer (CPTO)", "cpo"),
        ("Produktmanager:in Zahlungen (gn)", "pm"),
        ("Leiter Produktmanagement (m/w/d)", "cpo"),
        ("Un·e chef·fe de produit numérique", "pm"),
        ("CHARGÉ(E) DE PRODUIT", "pm"),
        ("Gerente de Produto Sênior", "senior"),
        ("Jefa de producto", "pm"),
        ("Produktägare till betalteam", "pm"),
        ("資深產品經理", "senior"),
        ("PM產品經理", "pm"),
        ("プロダクトマネージャー", "pm"),
        ("Prodcut Manger", "pm"),
        ("Manager Product", "pm"),
        ("Product Manager, Accounting", "pm"),
        ("Senior Product Manager, Data Engineering", "senior"),
        ("Product Manager, Staff Scheduling", "pm"),
        ("<b>Product&nbsp;Manager</b> &amp; friends", "pm"),
        ("🚀 Product Manager 🚀", "pm"),
    ],
)
def test_product_managers_and_their_level(title: str, level: str) -> None:
    found = classified(title)
    assert (found.primary_hub, found.level) == (PM, level)


@pytest.mark.parametrize(
    ("title", "primary"),
    [
        ("Product Marketing Manager", "marketing"),
        ("Head of Product Marketing", "marketing"),
        ("Director, Product Marketing", "marketing"),
        ("Product Designer", "ux-product-design"),
        ("Director, Product Design - Mobile", "ux-product-design"),
        ("VP of Product Security", "cybersecurity"),
        ("Product Security Engineer II", "cybersecurity"),
        ("Engineering Manager, Product", "software-engineering"),
        ("Product Engineer", "software-engineering"),
        ("Product Analyst", "data-analytics-bi"),
        ("Data Scientist, Product Analytics", "data-science-ml"),
        ("Product Operations Manager", "operations-supply-chain"),
        ("Production Manager", "operations-supply-chain"),
        ("Head of Production", "operations-supply-chain"),
        ("Project Manager", "project-program-management"),
        ("Technical Program Manager, Compute", "project-program-management"),
        ("IT-Projektleiter (m/w/d)", "project-program-management"),
        ("Senior Technical Sourcer, Product Management", "hr-recruiting"),
        ("Chief People Officer (CPO)", "hr-recruiting"),
        ("Product Support Specialist", "customer-success-support"),
        ("Head of Product Quality", "qa-testing"),
        ("Product Counsel", "legal-compliance-risk"),
        ("Account Executive, Product Lines", "sales-business-development"),
    ],
)
def test_near_neighbours_are_not_product_management(title: str, primary: str) -> None:
    found = classified(title)
    assert found.primary_hub == primary
    assert PM not in hubs(found)
    assert found.level == "none"


@pytest.mark.parametrize("title", ["Property Manager", "Portfolio of products", "Shift 2 PM - 10 PM", "Product", "PM"])
def test_words_that_only_look_like_product_management(title: str) -> None:
    assert PM not in hubs(classified(title))


@pytest.mark.parametrize(
    ("title", "primary"),
    [
        ("Senior Backend Engineer (Go)", "software-engineering"),
        ("[Remoto] Desenvolvedor(a) Python Pleno", "software-engineering"),
        ("Développeur·se full-stack", "software-engineering"),
        ("Softwareentwickler*in Java", "software-engineering"),
        ("Mjukvaruutvecklare", "software-engineering"),
        ("Senior Data Engineer (Databricks)", "data-engineering"),
        ("Machine Learning Engineer II", "data-science-ml"),
        ("Reporting Analyst", "data-analytics-bi"),
        ("Staff Site Reliability Engineer", "devops-cloud-it"),
        ("Systemadministrator (m/w/d)", "devops-cloud-it"),
        ("SOC Analyst", "cybersecurity"),
        ("QA Automation Engineer", "qa-testing"),
        ("UX/UI Designer", "ux-product-design"),
        ("Growth Marketing Manager", "marketing"),
        ("Enterprise Account Executive", "sales-business-development"),
        ("Vertriebsmitarbeiter im Außendienst", "sales-business-development"),
        ("Customer Success Manager | Scale", "customer-success-support"),
        ("Manager, FP&A", "finance-accounting"),
        ("Bilanzbuchhalter/in", "finance-accounting"),
        ("Talent Acquisition Partner", "hr-recruiting"),
        ("Associate General Counsel", "legal-compliance-risk"),
        ("Chief of Staff", "operations-supply-chain"),
        ("Mechanical Design Engineer", "hardware-mechanical-electrical"),
        ("Konstrukteur:in", "hardware-mechanical-electrical"),
        ("SAP Consultant", "business-analysis-consulting"),
        ("Business Analyst/Data Analyst", "business-analysis-consulting"),
        ("Podcast Producer", "creative-content-media"),
        ("Pflegefachkraft (m/w/d)", "healthcare-life-sciences"),
        ("Substitute Teacher", "education-training"),
        ("Line Cook", "retail-hospitality-trades"),
    ],
)
def test_every_hub_is_found_by_its_titles(title: str, primary: str) -> None:
    assert classified(title).primary_hub == primary


def test_a_second_hub_needs_support_from_the_text() -> None:
    plain = classified("Data Scientist, Pricing")
    text = "You know underwriting and actuarial work, credit risk, variance analysis and financial models."
    backed = classified("Data Scientist, Pricing", description=text)
    assert hubs(plain) == ["data-science-ml"]
    assert hubs(backed) == ["data-science-ml", "finance-accounting"]


def test_the_text_alone_never_makes_a_product_manager() -> None:
    text = "You will work with product managers on the product roadmap, product discovery and the product backlog."
    assert hubs(classified("Backend Engineer", description=text)) == ["software-engineering"]
    assert PM not in hubs(classified("Wizard", description=f"We are looking for a product manager. {text}"))


HIRING = "We are hiring our first product manager, for discovery, the product roadmap and the product backlog."


@pytest.mark.parametrize(
    ("title", "text", "level"),
    [
        ("PM, Ledger", HIRING, "pm"),
        ("Senior PM", HIRING, "senior"),
        (
            "CPO (m/w/d)",
            "Als Chief Product Officer: product management, product vision, product strategy, roadmap.",
            "cpo",
        ),
        ("Product Intern", HIRING, "associate"),
        ("PM, Ledger", "You plan budget, risks and milestones of building sites.", None),
        ("CPO", "As Chief Procurement Officer you negotiate with suppliers.", None),
        ("Machinist - PM", HIRING, None),
        ("Data Engineer | PM", HIRING, None),
    ],
)
def test_a_title_that_may_mean_a_product_manager_does_where_the_text_says_so(
    title: str, text: str, level: str | None
) -> None:
    found = classified(title, description=text)
    assert (found.level if PM in hubs(found) else None) == level


@pytest.mark.parametrize(
    ("title", "department", "primary"),
    [
        ("Senior PM, Growth", "Product Management", PM),
        ("Senior PM, Growth", "Product", PM),
        ("Senior PM, Growth", "Product Marketing", "marketing"),
        ("Senior PM, Growth", None, None),
        ("Senior PM, Graduate Programs", None, None),
        ("Staff PM, Developer Platform", None, PM),
        ("PM Growth", "Product Marketing", "marketing"),
        ("Product Associate", "Product", PM),
        ("Growth Manager", "Product", "marketing"),
    ],
)
def test_a_title_that_may_mean_a_product_manager_does_where_the_department_says_so(
    title: str, department: str | None, primary: str | None
) -> None:
    assert classified(title, department=department).primary_hub == primary


def test_the_text_may_name_the_job_of_an_unclear_title() -> None:
    text = "We are looking for an experienced data engineer. You build data pipelines for our data warehouse, and ETL."
    assert classified("Wizard", description=text).primary_hub == "data-engineering"


def test_department_and_tags_support_an_unclear_title() -> None:
    plain, helped = classified("Wizard"), classified("Wizard", department="Marketing", tags=["SEO", "Social Media"])
    assert plain.primary_hub is None
    assert helped.primary_hub == "marketing"
    assert {item.field for item in helped.hubs[0].evidence} == {"department", "tag"}


def test_evidence_says_what_matched_where() -> None:
    found = classified("Senior Product Manager", description="You own the roadmap: prd, user stories.")
    assert found.hubs[0].evidence[0].as_dict() == {"rule": "title", "matched": "product manager", "field": "title"}
    assert {item.field for item in found.hubs[0].evidence} == {"title", "description"}
    assert classified("Junior Produktmanager").hubs[0].evidence[0].matched == "produktmanager"


def test_a_corrected_word_is_said_to_be_one() -> None:
    assert classified("Prodcut Manger").hubs[0].evidence[0].rule == "title, nearly"
