"""Which hub a challenge belongs to."""

import pytest

from tests.pipelines.classify.one_listing import PM, classified, hubs

TEARDOWN = "Pick an app, do a product teardown, write a PRD and present a product roadmap to the jury."
JUDGES = "Judges: Kim Example, Product Manager at Northwind; Lee Sample, VP of Product Management. Use our API."


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Prodhive: Product Management Case Competition", "", True),
        ("KPI Kombat (National Product Management Competition)", "", True),
        ("Productathon", "", True),
        ("Prod-A-Thon", "", True),
        ("Product Teardown - ProdExpo", "", True),
        ("ProduHacks 2026", "", True),
        ("AI Product Strategy Hackathon", "", True),
        ("Prod Pulse", TEARDOWN, True),
        ("Mind The Product", TEARDOWN, True),
        ("Product Construct 2026", TEARDOWN, True),
        ("Prod Pulse", "", False),
        ("Winter Hackathon", JUDGES, False),
        ("Product Launch Challenge", JUDGES, False),
        ("Productathon Hardware", "", False),
        ("Agentic AI Hackathon", JUDGES, False),
        ("Data-De-Cypher", TEARDOWN, False),
        # a discipline before an event word, however the two are joined
        ("Women in Product Hackathon", "", True),
        ("The Great Product Teardown", "", True),
        ("Inter-College Product Challenge", "", True),
        ("Product Design Sprint", "", True),
        ("Product Designathon", "", True),
        ("Product@Quarry Ideathon Fall 2026", "", True),
        ("Quarry Product-thon", "", True),
        ("PRODQUEST", "", True),
        ("Produthon'26", "", True),
        ("APM Challenge", "", True),
        ("Nib & Quill 2026", "The product management case competition of our club: draw a product roadmap.", True),
        # some product, not the discipline
        ("Skincare Product Challenge", "", False),
        ("Harbour 3n Product Hackathon", "", False),
        ("Harbour 3n Product Hackathon", JUDGES, False),
        ("Product Classification Challenge", "", False),
        ("Product Photography Contest", "", False),
        ("Product Design Challenge (CAD)", TEARDOWN, False),
        ("Product Hunt Global Hackathon", "", False),
        ("New Product Development Cup", "", False),
        ("Production Engineering Hackathon", "", False),
        ("Ship to Prod - Agentic Hackathon", "", False),
        ("Productivity Hackathon", "", False),
        ("PRODIGY'18", "", False),
        ("Universal Design Sprint", "", False),
        # one of many functions, a case about another
        ("Ledger Crux", "Six case competitions: marketing, finance, HR, operations, product management.", False),
        ("National Case Challenge", "Analyse a balance sheet. Product management students may take part too.", False),
    ],
)
def test_challenges_of_product_management(title: str, text: str, expected: bool) -> None:
    found = classified(title, description=text, tags=["Product Strategy"], kind="challenge")
    assert (PM in hubs(found)) is expected
    assert found.level == "none"


@pytest.mark.parametrize(
    ("organizer", "expected"),
    [
        ("Quarry Product Club", True),
        ("Larks in Product", True),
        ("PRODUCT@QUARRY", True),
        ("Quarry Product Ltd", False),
    ],
)
def test_a_product_club_makes_its_product_event_one(organizer: str, expected: bool) -> None:
    assert (PM in hubs(classified("Product Odyssey", company=organizer, kind="challenge"))) is expected
    assert PM not in hubs(classified("Winter Designathon", company=organizer, kind="challenge"))


@pytest.mark.parametrize(
    ("title", "primary"),
    [
        ("Designathon", "ux-product-design"),
        ("CAD Designathon", "hardware-mechanical-electrical"),
        ("Capture the Flag Finals", "cybersecurity"),
        ("Supply Chain Case Competition", "operations-supply-chain"),
        ("Finance Case Study", "finance-accounting"),
        ("Spring Datathon", "data-science-ml"),
    ],
)
def test_challenges_of_other_hubs(title: str, primary: str) -> None:
    assert classified(title, kind="challenge").primary_hub == primary
