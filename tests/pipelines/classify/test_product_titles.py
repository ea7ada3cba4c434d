"""Titles of product people written for this test, by level; kinds of noise, languages and grades, not real postings."""

import pytest

from tests.pipelines.classify.one_listing import PM, classified

TITLES = {
    "associate": """
Product Manager - Graduate Programme 2027
Product Management Intern (Summer 2027)
Intern Product Manager Payments Platform
APM Programme 2027 - London
Rotational Associate Product Manager
Associate Product Manager, New Grad 2027
Product Manager Graduate Scheme
Product Management Trainee
Werkstudent Produktmanagement (m/w/d)
Dual Studierende Produktmanagement (m/w/d)
Praktikant Product Management (all genders)
Stage - Assistant Product Manager (H/F)
Stagiaire Product Owner H/F
Alternance - Chef de produit digital
Alternant(e) Product Manager - 12 mois
Junior Produktmanager (m/w/d)
Estágio em Product Management
Stage Product Management
Product Specialist / Product Manager Junior-Mid
Młodszy Product Manager
Product Manager (Junior)
Assistant chef de produit (stage)
Trainee Produktmanagement
Duales Studium Produktmanagement (m/w/d)
Product Manager Júnior
Product Owner Jr.
Junior Produktägare
Associate Product Owner - Claims
Product Management Internship - Summer 2027
Product Intern (Product Management)
Associate Product Manager (APM), Class of 2028
Entry-Level Product Manager
Graduate Product Owner Programme
Product Manager Co-op (8 months)
MBA Intern, Product Management
Apprentice Product Manager
Asistente de Jefe de Producto
Stagiair Productmanagement
Стажер продакт-менеджер
プロダクトマネージャー インターン
프로덕트 매니저 인턴
Ürün Yönetimi Stajyeri
初级产品经理
产品实习生
Senior Associate Product Manager
Sr. Associate Product Owner
Associate Product Manager (APM)
Jr Product Manager, Ledger
产品经理(2028届校招)
Associate to Senior Product Manager
Product Manager Fresher
V.I.E - Product Owner
VIE Product Manager
Contrat d'alternance - Product Management
Student Worker, Product Management
Ürün Yönetimi Uzman Yardımcısı
プロダクトマネージャー(新卒)
产品经理(初级)
储备产品经理
""",
    "pm": """
Talent Acquisition Product Manager
Produktmanager Software Engineering (m/w/d)
Product Manager, Internship Platform
Product Owner, Intern Tools
Product Manager, New Graduate Hiring Tools
Product Manager - Apprenticeship Programs
Product Manager, Entry Level Devices
Product Manager - Trainee Management System
Product Manager, Graduate Medical Education
Product Manager I
Product Manager 2 (Checkout)
Product Manager L4 - Maps
Produktmanager:in
Produktmanager/in (m/w/d) E-Commerce
Produkt-Manager (w/m/d) Medizintechnik
Produkt Owner:in Mobile App
Product Owner (m/w/d) Inhaber:in der Produktvision
Technischer Produktmanager (m/w/d) Sensorik
Chef de produit
Chef de produit web H/F
Responsable produit SaaS
Responsable de produits numériques
Gestionnaire de produit - Assurance collective
Propriétaire de produit (Product Owner)
Product Manager confirmé·e
Jefe de Producto Digital
Responsable de producto (remoto)
Dueño de producto / Product Owner
Gerente de Produtos
Analista de Produto (Product Owner)
Product Manager Especialista - Open Finance
Gestor(a) de Produto
Product Owner (m/v/x) Verzekeringen
Productmanager Duurzame Energie
Product manager (m/v) - 36 uur
Producteigenaar Zorgplatform
Responsabile di Prodotto
Product Manager - Settore Moda
Menedżer Produktu
Kierownik produktu - bankowość
Właściciel produktu (Product Owner)
Produktchef till fintech i Stockholm
Produktägare - digitala kanaler
Produktledare inom energi
Tuotepäällikkö
Produkteier
Ürün Yöneticisi
产品经理
プロダクトマネージャー(PdM)
프로덕트 매니저 (PM)
Менеджер продукта
Продакт-менеджер
Владелец продукта (Product Owner)
מנהל/ת מוצר
مدير منتج
Προϊστάμενος / Product Manager
Produktový manažer
Produktmenedzser
Manager de produs
Product Manager (all genders) – 80-100%
Product Manager m/f/x 100% Remote within EU
PRODUCT MANAGER - LOANS
product manager, kids & family
Digital Product Manager - Mobile Banking App
Data Product Owner
Product Manager - Trust & Safety
Product Manager, Design Systems
Product Manager - Marketing Technology
Product Manager, Product Marketing Tools
Product Manager for Sales Enablement Platform
Product Manager (Recruiting Tech)
Product Manager, Security Operations Center
Product Manager, Legal & Compliance
Product Manager (Engineering background preferred)
Founding Product Manager
First Product Manager Hire
Product Line Manager - Power Tools
Product Owner/Scrum Master
Product Portfolio Manager
Prodcut Manager
Poduct Owner
Prodct Managr
Mgr, Product
[Hiring Now!] Product Manager @ Helio Labs | B2B SaaS
Product Manager 🚀 (Remote, EU)
PRODUCT OWNER H/F - Lyon
Product Owner Data F/H (CDI)
Chef de produits bancaires (H/F)
Chargé de produits digitaux
Product Manager Fraude et Paiements
Produktmanager Versicherungen (w/m/d)
Product Manager:in (60-80 %) Zürich
Fachlicher Product Owner (m/w/d)
IT Product Owner (w/m/d) SAP S/4HANA
Produktverantwortliche/r Zahlungsverkehr
Gerente de Producto Digital - Banca
Product Manager (Producto Digital) - CDMX
Jefe/a de Producto
Gestor de Producto - Seguros de Vida
PO - Product Owner (Pleno)
Dono(a) do Produto
Product owner - Zorgverzekeraar (32-40 uur)
Digitale Product Owner
Responsabile Prodotto Software
Product Manager, HRIS Integrations
Product Manager - Payroll Accounting
Product Manager: Data Governance & Privacy
Product Manager, Growth Marketing Platform
Product Manager, Talent Marketplace
Product Manager – Test Automation Cloud
Product Manager, Firmware and Devices
Contract Product Manager (6 months)
Freelance Product Owner
Product Manager (Maternity Cover)
Product Manager / Business Analyst
Product Manager & Scrum Master
Technical Product Manager II
Functional Lead/Product Owner CRM
PRODUCT MANAGER (REMOTE) - JR-0041772
Product/Program Manager
Product/Project Manager, Grid Tools
Produkt- und Projektmanager (m/w/d)
Produkt-/Sortimentsmanager (m/w/d)
Product Managers (several teams)
Product Owners - Rail Platform
Product Manager / Product Marketing Manager
Digital Products Manager
Manager, Payments Products
AI PM
Growth PM, Activation
Assistant Manager - Product Management
Deputy Manager - Product Management
Softwareproduktmanager (m/w/d)
Produktlinienmanager:in Pumpen
Gestionnaire de produits numériques
Coordenador(a) de Produtos Digitais
Responsable de Productos
Kierownik ds. Produktu
Menadżer Produktu
Manažer produktu
Produkto vadovas
Produkta vadītājs
Tootejuht
Termék menedzser
Affärsproduktägare
Produktleder
Менеджер по продуктам
מנהל.ת מוצר
프로덕트오너
プロダクトマネジメント
مالك منتج
Product Manager, Early Learning Apps
Assistant Manager - Product Owner
Manager, Product Owner
Product Onwer
Product Management Associate Manager
TPM - Technical Product Manager
Product Manager / Senior Product Manager, Lending
Product Manager to Senior Product Manager
Product Manager (Mid/Senior)
Medior/Senior Product Owner
Product Owner / Lead BA
Product Owner & Senior Consultant
Product Manager Group Insurance
Product Owner Lead Management
Product Owner Student Services
Senior Associate, Product Management
PO/PM confirmé
產品副理
Produktmanager Logistik (m/w/d)
Produktmanager Elektronik (m/w/d)
Produktmanager Controlling
""",
    "senior": """
Product Manager-Technical III
Senior Product Manager - Talent Acquisition
Sr. Product Owner, Structured Products
AVP Product Manager Digital Channels
Product Manager II - AVP
Assistant Vice President, Product Manager - Trade Finance
Associate Vice President, Product Owner
(Remote) - Req 1234 - Sr. Prod. Manager, Payments (f/m/d)
Vice President, Product Manager
Product Manager, Vice President - Wealth Platform
VP - Product Owner, Trade Surveillance
Product Owner - VP - Custody Operations
Product Manager 3
Product Manager L5
Senior Produktmanager (m/w/d) SaaS
Chef(fe) de produit senior ou confirmé(e)
Senior Product Owner (H/F) - CDI
Product Manager Sr. - Pagos
Gerente de Producto Senior
Product Owner Sênior - Crédito
Senior Productmanager
Starszy Product Manager
Kıdemli Ürün Yöneticisi
高级产品经理
Старший продакт-менеджер
Snr. Product Owner
Product Manager (Senior)
Product Manager, Senior
Sr. Product Manager - Req #JR-88121 - Hybrid (Austin, TX)
Product Owner Senior Assurance Vie H/F
Senior Product Manager*in (d/f/m)
Product Manager Sênior (GPM track)
Senior Product Owner till SaaS-bolag
Technical Product Manager III
Senior/Principal Product Manager, Rendering
Senior or Staff Product Manager
Senior Product Manager, Early Career Talent
Sr. PM-T, Ads Measurement
Principal Associate, Product Management
FVP Product Manager
מנהל/ת מוצר בכיר/ה
Gerente Senior de Producto
Senior Manager, Product Owner - Payroll Tools
Senoir Product Manager
PO Sênior (Product Owner) - Crédito Rural
Senior or Lead Product Manager, Logistics
Senior Product Manager/Group Product Manager
Product Manager Sr/Lead
Senior Product Manager - Level 4
Expert Product Owner
Product Owner Expert (H/F)
プロダクトマネージャー(シニア)
产品经理(高级)
""",
    "lead": """
Product Discovery Lead
Product Manager V, Ads Ranking
Staff PM, Developer Platform
Product Lead - AVP
Product Manager IV, Logistics
Staff Technical Product Manager
Principal PM, Product Management
Lead Product Owner
Líder de Producto
Líder de Produto - Plataforma
Product Lead - Growth
Product Team Lead
Lead, Product Management
Distinguished Product Manager
Product Manager - Lead
Sr. Principal Product Manager
Lead Product Manager - F/H
Lead Product Owner (m/w/x) Digital Banking
Lead PM | Product Manager Líder
Lead Product Manager Mobiliteit
Principal Technical Product Manager
Staff PM (Product Manager)
Sr Staff Product Manager, Infra
Lead Technical Product Owner
Product Lead (Payments)
Founding Product Lead
Product Domain Lead, Claims
Product Pillar Lead
Product Management Team Lead
Product Line Lead
Principal, Product
リードプロダクトマネージャー
Руководитель продукта
Ürün Lideri
Prin Product Manager
Area Product Owner
Staff / Group Product Manager, Platform
Lead PO
Product Manager Líder
Johtava tuotepäällikkö
产品负责人
产品主管
PdMリード
""",
    "group": """
Group Product Manager (Marketplace)
GPM, Creator Tools
Teamleiter Produktmanagement (m/w/d)
Senior Manager, Product Management - Ads
Manager, Product Management
Manager of Product Management
Senior Group Product Manager
Group PM - Group Product Manager, Ads
Group Product Owner
Group Product Lead - Consumer
Senior Manager of Product Management
Sr. Manager, Product Mgmt
Senior Manager, Product - Seller Tools
Group PM, Consumer
Product Management Sr. Manager
Manager, Product Owners
Deputy General Manager - Product
Ürün Yönetimi Müdürü
グループプロダクトマネージャー
Deputy General Manager, Product Manager
Product Group Manager Sensors (m/f/d)
Product Management Team Manager
Responsable de l'équipe produit
Responsable équipe Product Owners (H/F)
Gerente Executivo de Produtos Digitais
Kierownik Zespołu Product Management
Gruppchef Produktledning
Ürün Grup Lideri
プロダクトマネージャー(グループマネージャー)
产品部经理
""",
    "director": """
Hauptabteilungsleiter Produktmanagement
AVP of Product, Wealth
Associate Vice President - Product Management
Bereichsleiter Produktmanagement (m/w/d)
Directeur Produit / Product Director
Directrice des produits
Director/a de Producto
Diretor(a) de Produto
产品总监
Dir, Product Mgmt
Director - Products
Sr Director of Product & Strategy
Associate Director, Product Management
Director Produktmanagement
Director of Product Management & Design
Executive Director, Product Management
Managing Director, Product Management
Executive Director - Product Director - Payments
Product Director, Retail Banking
Director, Digital Product
Director of Digital Product Management
Product and Technology Director
Director, Product Line Management
Director of Product Strategy
General Manager, Product Management
Director de Productos
Diretor Executivo de Produtos
Ředitel produktu
Dyrektor ds. Produktu
Ürün Direktörü
Διευθυντής Προϊόντος
Directeur(trice), Gestion de produits
Director/VP of Product
Director/VP, Product
Product Director / VP Product
Deputy Head of Product
Stellvertretende Leitung Produktmanagement
Directeur adjoint produit
Subdirector(a) de Producto
Superintendente de Produtos
Avdelingsleder Produkt
产品副总监
""",
    "vp": """
VP Product & Growth
EVP, Product
SVP & GM, Product
Vice President of Product Management, Lending
Vice President of Product
VP Digital Product
Senior Vice President, Product Management - Deposits
VP of Product and Engineering
VP Product Strategy
Vice President - Deposit Products
VP de Produto
Vice-président, Produit
סמנכ"ל מוצר
产品副总裁
VP/Director of Product
VP Product EMEA
VP Product Management Cloud
""",
    "cpo": """
Head of Product (Fintech, Berlin)
VP/Head of Product
Chief Product Officer (CPO)
CPO - Chief Product Officer, Series A startup
Interim Chief Product Officer
Chief Product & Strategy Officer
Leiter:in Produktmanagement
Head de Produto
Hoofd Product
Global Head of Product
Head of Products and Solutions
Product Head - Credit Cards
Head of Product H/F
Leitung Produktmanagement (w/m/d)
Head of Produktmanagement (m/w/d)
Chief Product & Technology Officer
Chief Product and Marketing Officer
Head of Digital Product
Head of Product Mgmt
Head - Product Management
Head of Core Product
Product Head
CEO / Head of Product
CPO / VP Product
Co-Founder & Head of Product
Acting Head of Product
Chief Product & Experience Officer
Chief Innovation & Product Officer
CTPO
Chief of Product
Head de Producto
Hoofd Productmanagement
Szef Produktu
首席产品官
プロダクト責任者
Country Head of Product
Leiter (m/w/d) Produktmanagement Sanitär
Head Product Management EMEA
Head of Product DACH
Head of Product Management Logistik
Head/VP of Product
Head of Product / CPO
Head of Product / Product Lead
Produktchef / Head of Product
Co-Founder & CPO
CEO & CPO
Responsable Product Management
""",
}
CASES = [(title, level) for level, titles in TITLES.items() for title in titles.strip().splitlines()]


@pytest.mark.parametrize(("title", "level"), CASES)
def test_product_people_and_their_level(title: str, level: str) -> None:
    found = classified(title)
    assert (found.primary_hub, found.level) == (PM, level)


def test_no_title_is_listed_twice() -> None:
    assert len({title for title, _ in CASES}) == len(CASES) > 250


@pytest.mark.parametrize(
    ("title", "level"),
    [("PM - Developer Platform", "pm"), ("Lead PM - Logistique (H/F)", "lead"), ("PM II, Ads", "pm")],
)
def test_pm_before_a_field_is_the_job_of_a_product_team(title: str, level: str) -> None:
    found = classified(title, department="Product Management")
    assert (found.primary_hub, found.level) == (PM, level)
    assert classified(title).level == "none"
