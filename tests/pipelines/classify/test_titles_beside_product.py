"""Titles that hold "product" or sound like it and are another job, by the hub they belong to; written for this test."""

import pytest

from tests.pipelines.classify.one_listing import classified, hubs

TITLES = {
    "marketing": """
Product Marketing Manager II
Sr. PMM, Enterprise
Product Marketing Lead (m/w/d)
Produktmarketing Manager (m/w/d)
Chef de produit marketing H/F
Responsable Marketing Produit
Gerente de Marketing de Producto
VP, Product Marketing
Head of Growth
Associate Product Marketing Manager
Product Marketing Specialist
Produkt Marketing Manager (m/w/d)
Partner Marketing Manager, Product Integrations
Brand Manager - New Product Launches
VP Marketing Produit
Nordic Head of Product Marketing
""",
    "operations-supply-chain": """
Production Manager (Night Shift)
Produktionsleiter (m/w/d)
Produktionsmanager (m/w/d)
Responsable de Production
Gerente de Producción
Jefe de producción
Gerente de Produção
Productieleider
Kierownik produkcji
Produktionschef
Responsabile di produzione
Product Operations Lead
Head of Product Operations
Director of Production
Procurement Product Category Manager
Chief Procurement Officer (CPO)
Executive Assistant to the Chief Product Officer
Chief of Staff to the CPO, Product
Product Supply Planner
Merchandise Product Planner
Process Owner Order to Cash
Product Operations Specialist
Associate, Product Operations
Production Coordinator
Buyer, Private Label Products
Production Scheduler
Produktionsmitarbeiter (m/w/d)
Facilities & Property Manager
Executive Assistant, Product
Product Management Operations Manager
Director, Product Management Operations
""",
    "": """
Property Manager - 200 units
Assistant Property Manager
Business Owner
Inhaber:in einer Werkstatt gesucht
Commercial Property Manager
Community Association Property Manager
Head of Structured Products
Manajer Produksi
Advisor to the CEO and Head of Product
APM - Asset Protection Manager
Product Technical Manager (Chilled)
Advisor to Head of Product
""",
    "project-program-management": """
Projektleiter Hochbau (m/w/d)
Project Manager (PMP)
Projektmanager (m/w/d)
Projektleiterin Bau
Chef de projet digital
Cheffe de projet MOA
Jefe de Proyecto
Gerente de Projetos
Projectmanager
Kierownik projektu
Projektledare
Program Manager, Product Delivery
Technical Program Manager - Product Launches
Product Program Manager
Scrum Master (Product Team)
Senior Project Manager - Product Development
Program Manager - New Product Introduction
PMO Analyst
Project Coordinator, Product
Product Management Program Manager
""",
    "ux-product-design": """
Product Designer (UX/UI)
Lead Product Designer, Onboarding
Director, Product Design
VP Product Design
Produktdesigner (m/w/d)
Designer Produit H/F
Diseñador de producto
Manager, Product Design
Staff Product Designer - Growth
Senior Manager, Product Design
Product Design Intern
UX Researcher, Product
Head of Product Design & Research
""",
    "software-engineering": """
Product Engineer, Fullstack
Software Engineer - Product Team
Engineering Manager, Product Growth
Head of Product Engineering
VP of Product Engineering
Director, Product Engineering
Founding Product Engineer
Senior Product Software Engineer
Backend Developer, Product Catalog
Tech Lead - Product Platform
CTO / Head of Product Engineering
""",
    "data-analytics-bi": """
Product Analyst, Growth
Senior Product Data Analyst
Head of Product Analytics
Product Analytics Manager
Manager, Product Analytics
Product Insights Analyst
""",
    "data-science-ml": """
Product Data Scientist
Director, Product Data Science
""",
    "customer-success-support": """
Product Support Analyst
Product Support Manager
Senior Product Support Engineer
Product Specialist
Produktspezialist (m/w/d)
Product Support Specialist II
Customer Success Manager - Digital Products
Product Implementation Specialist
Product Onboarding Specialist
""",
    "retail-hospitality-trades": """
Shift Lead 2PM-10PM
Product Demonstrator - Weekends
Produce Manager
Produce Clerk
""",
    "hr-recruiting": """
Chief People Officer
CPO (Chief People Officer)
Recruiter, Product & Design
Technical Recruiter - Product Managers
HR Business Partner, Product
Talent Partner - Product & Tech
Senior Recruiter (Product Management)
""",
    "cybersecurity": """
Product Security Manager
Director of Product Security
Product Cybersecurity Officer
Product Security Architect
Lead Product Security Engineer
""",
    "legal-compliance-risk": """
Product Compliance Manager
Product Counsel, Payments
Head of Product Compliance
Product Regulatory Specialist
Chief Privacy Officer
Product Policy Manager
Senior Counsel, Product
Product Risk Manager
""",
    "hardware-mechanical-electrical": """
PLM Engineer
Product Lifecycle Management Engineer
Product Design Engineer - Plastics
Product Development Engineer
Manufacturing Engineer, New Product Introduction
Systems Engineer, New Product Initiatives
Product Development Technician
Senior Mechanical Product Engineer
New Product Introduction Engineer
""",
    "sales-business-development": """
Product Sales Specialist
Product Sales Manager, EMEA
Account Manager - Product Lines
Head of Product Partnerships
Technical Sales Engineer - Product
Product Sales Executive
Account Executive - Product Suite
Sales Engineer, Product Specialist
Partnerships Manager, Product
""",
    "qa-testing": """
Product Quality Manager
Product Test Engineer
Product QA Lead
QA Engineer - Product
""",
    "finance-accounting": """
Product Controller
Accounts Payable Manager (APM)
Finance Manager, Product
Product Control Analyst - VP
Product Finance Manager
Senior Accountant, Product Costing
""",
    "education-training": """
Product Trainer
Product Training Specialist
Product Education Manager
Product Management Instructor
Product Management Trainer
Product Owner Coach
""",
    "creative-content-media": """
Product Photographer
Product Copywriter
Executive Producer
Product Content Writer
""",
    "healthcare-life-sciences": """
Product Development Scientist, Biologics
""",
    "data-engineering": """
Data Engineer, Product Analytics
""",
    "business-analysis-consulting": """
Business Analyst - Product
Product Strategy Consultant
Product Consultant
""",
}
CASES = [(title, hub) for hub, titles in TITLES.items() for title in titles.strip().splitlines()]


@pytest.mark.parametrize(("title", "hub"), CASES)
def test_other_jobs_are_not_product_management(title: str, hub: str) -> None:
    found = classified(title)
    assert "product-management" not in hubs(found)
    assert (found.primary_hub or "", found.level) == (hub, "none")
