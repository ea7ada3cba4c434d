import pytest

from pipelines.normalise.pay import read_pays
from tests.pipelines.normalise.test_pay_fields import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a word for other money in the name of a job
        ("The salary range for the Project Manager role is $95,000 - $110,000.", (95000, 110000, "USD", None)),
        ("Learning & Development Partner\n$80,000 - $90,000 per year", (80000, 90000, "USD", "YEAR")),
        ("Compensation for Pricing Lead: $120k - $140k", (120000, 140000, "USD", None)),
        # the head of a line, or a line of its own
        ("65k/yr + discretionary year-end bonus", (65000, 65000, None, "YEAR")),
        ("From £45,000 a year depending on what you've done", (45000, None, "GBP", "YEAR")),
        ("Up to £70,000 + car allowance of £5,200", (None, 70000, "GBP", None)),
        ("Circa £45,000 per annum", (45000, 45000, "GBP", "YEAR")),
        ("Social Worker IV\n$4,982.00/Month\nDuties", (4982, 4982, "USD", "MONTH")),
        ("Data Scientist\n£45,000–£50,000\nHybrid", (45000, 50000, "GBP", None)),
        ("Engineer\n💰 $120K - $180K • 0.25% – 0.75%\nIn person", (120000, 180000, "USD", None)),
        ("$130k–$150k, equity, and a laptop", (130000, 150000, "USD", None)),
        ("£45 - 55k, EMI options, 25 days leave", (45000, 55000, "GBP", None)),
        ("From £55,000 plus share options", (55000, None, "GBP", None)),
        ("Writer\nSGD 6,000 - 8,500\nApply", (6000, 8500, "SGD", None)),
        ("Remote | 💰 $190k-$230k + 0.1% | 18 weeks", (190000, 230000, "USD", None)),
        ("$83,392 to $101,541 (Salaries are under review.)", (83392, 101541, "USD", None)),
        ("$1,100–$1,300/week take-home after per diem", (1100, 1300, "USD", "WEEK")),
        ("SCP 18-23 £30,559 - £33,366", (30559, 33366, "GBP", None)),
        ("Deputy Guardian\n$2,145.60 - $2,738.40 Biweekly", (2145.6, 2738.4, "USD", None)),
        ("$85,000 - $100,000 + KiwiSaver, carpark", (85000, 100000, "USD", None)),
        ("£38,000 FTE, 22 to 37 hours", (38000, 38000, "GBP", None)),
        ("Base in the $150,000 to $180,000 range", (150000, 180000, "USD", None)),
        ("Planner\nCirca €31,000 to €34,000, canteen", (31000, 34000, "EUR", None)),
        ("Consultant. £55,000–£62,000 + £5,000 car allowance", (55000, 62000, "GBP", None)),
        ("- Eager, learning fast\n$61,000 - $102,000 a year\nApply", (61000, 102000, "USD", "YEAR")),
        ("- L3 AI/ML Engineer ($126,000 - $165,000)", (126000, 165000, "USD", None)),
        (
            f"You come in at a level by your education, {'skills ' * 9}\n- L3: $126,000 - $165,000",
            (126000, 165000, "USD", None),
        ),
        ("Zone A: ($251,600–$377,400)", (251600, 377400, "USD", None)),
        ("Omni | Full Stack Engineers | SF | $125k–$175k • 0.50%–1.50%", (125000, 175000, "USD", None)),
        ("Production EngineerSalary: $40,000–$50,000 Location: Leeds", (40000, 50000, "USD", None)),
        # a label of several things, of the job, of its contract
        ("Salary & equity: $200,000–$250,000, 0.1–0.3%.", (200000, 250000, "USD", None)),
        ("This role's range: $170,000 - $210,000", (170000, 210000, "USD", None)),
        ("Our range for this role is 80-95k", (80000, 95000, None, None)),
        ("Offer: B2B 22 000 - 28 000 PLN net + VAT per month", (22000, 28000, "PLN", "MONTH")),
        ("A six-month fellowship with a stipend of $5,000-$7,000 per month", (5000, 7000, "USD", "MONTH")),
        ("12-month residency, $15,000 per month, plus compute", (15000, 15000, "USD", "MONTH")),
        ("You take home $160,000 to $200,000, and own a stake.", (160000, 200000, "USD", None)),
        ("You'll be in band E, which starts at $115,000 and goes up to $140,000", (115000, 140000, "USD", None)),
        ("Bruttó 1 400 000 – 1 800 000 Ft / hó, cafeteria", (1400000, 1800000, "HUF", "MONTH")),
        ("Gehalt 65–85 T€ p.a.", (65000, 85000, "EUR", "YEAR")),
        ("Team members earn $18 - $22 per hour", (18, 22, "USD", "HOUR")),
        ("Range: $150k—$180k. Bonus: 10%.", (150000, 180000, "USD", None)),
        ("Salary: 35,000-45,000 NIS per month", (35000, 45000, "ILS", "MONTH")),
        ("OUR SALARY: $185,000 - $225,000 PER YEAR", (185000, 225000, "USD", "YEAR")),
        (
            "The range for this role leaves out our bonus and other perks.\n$121,000 - $194,000 USD",
            (121000, 194000, "USD", None),
        ),
        # the period in the next line
        ("Wage Scale: $82.40 - $109.36\nper hour. By years of licensure.", (82.4, 109.36, "USD", "HOUR")),
        ("Pay range: $82.40 - $109.36\nHourly", (82.4, 109.36, "USD", "HOUR")),
        ("Pay range: $82,400 - $109,360\nWe meet every week", (82400, 109360, "USD", None)),
        # the line before has its own words to itself
        ("Operative - pharma packaging\n€14.80 per hour rising to €15.50 after a year", (14.8, 15.5, "EUR", "HOUR")),
        ("Technician, per diem\nAt a glance: $25.60 - $33.28 hourly", (25.6, 33.28, "USD", "HOUR")),
        # the words behind go on to something else
        ("Annual Salary: $290,000 — $365,000 USD Education requirements", (290000, 365000, "USD", "YEAR")),
        ("Assembler starts at $22.35/hour including 10% premium", (22.35, None, "USD", "HOUR")),
        ("We're budgeting $130K–$150K for this role.", (130000, 150000, "USD", None)),
        # one range written as its two ends, as steps, or with words between
        ("Minimum Salary: $50,000\nMidpoint: $60,000\nMaximum Salary: $70,000", (50000, 70000, "USD", None)),
        ("Minimum Salary: $41.23\nMaximum Salary: $53.47", (41.23, 53.47, "USD", None)),
        ("Salary: Step 1 $4,512 - Step 6 $5,485 per month", (4512, 5485, "USD", "MONTH")),
        ("A salary floor of $60k and a ceiling of $75k", (60000, 75000, "USD", None)),
        ("Salary: 7M - 10M JPY", (7000000, 10000000, "JPY", None)),
        ("Annual salary: JPY 7M-10M", (7000000, 10000000, "JPY", "YEAR")),
        ("Salary: ¥6.5M – ¥9M JPY", (6500000, 9000000, "JPY", None)),
        ("Grade 10: $30.12/hr min - $45.18/hr max", (30.12, 45.18, "USD", "HOUR")),
        ("Target range: Min. 101,000 / Max. 126,000 USD", (101000, 126000, "USD", None)),
        ("Salary: $27.02, $28.66, $30.40 and $34.20 per hour", (27.02, 34.2, "USD", "HOUR")),
        ("Salary of $73,100 in the lowest market up to $117,000 in the highest", (73100, 117000, "USD", None)),
        ("Base pay between $73,100 in the lowest market and $117,000 elsewhere", (73100, 117000, "USD", None)),
        # base pay beside what is earned at target
        ("Base: $110K-$130K OTE: $220K-$260K", (110000, 130000, "USD", None)),
        ("£30,000 basic, OTE £50,000", (30000, 30000, "GBP", None)),
        ("On target earnings of £60,000 with a base of £35,000", (35000, 35000, "GBP", None)),
        ("Target annual compensation: $200,000 OTE ($100,000 base)", (100000, 100000, "USD", None)),
        # more words and short forms
        ("€55k + 10% bonus", (55000, 55000, "EUR", None)),
        ("Expected hiring range: $27.90 - $34.90", (27.9, 34.9, "USD", None)),
        ("Total target cash: $180,000 - $220,000 (60/40)", (180000, 220000, "USD", None)),
        ("GS-13 ($106,437 - $138,370)", (106437, 138370, "USD", None)),
        ("This role pays $85,000.", (85000, 85000, "USD", None)),
        ("Pay: $22.50", (22.5, 22.5, "USD", None)),
        ("The base is 184,000 to 230,000 USD", (184000, 230000, "USD", None)),
        ("£550pd inside IR35", (550, 550, "GBP", "DAY")),
        ("Live-in pay £650 - £700 pw", (650, 700, "GBP", "WEEK")),
        ("Bi-weekly salary: $2,648.15 - $3,014.01", (2648.15, 3014.01, "USD", None)),
    ],
)
def test_what_stands_around_pay(text: str, expected: tuple[object, ...]) -> None:
    assert figures(read_pays([], text, "US")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Weekend differential of $4.00 per hour and call pay of $15.00 per hour",
        "Overtime rate: $36.00/hour",
        "Contractors' rates of $95 to $140 per hour have to be checked",
        "We'll pay for your school ($12,800/year)",
        "Deferred comp, free transit pass (worth $283 a month)",
        "The district pays $1,810 a month toward your health plan.",
        "Two people earning $90,000 and $120,000 in the same job",
        "You rate reports, keep people happy, and buy what they need for it ($40,000 a year).",
        "Schemes pay farmers between €5,000 and €10,500 a year",
        "Families earning $20,000 - $40,000 a year eat free",
        "Hourly workers from $15 to $58 must land in the right bracket.",
        "Neighbours earn $28,000 to $52,000 a year",
        "Yacht charter: €40,000 - €250,000 a week",
        "Travel at $68 per diem",
        "Riders on our network make $25-$35 per hour.",
        "Fitters in our marketplace bill $90-$140/hr.",
        "Our consultants charge $90-$140/hr.",
        "Teams pay us $30k-$60k a year, and stay.",
        "We help nurses find shifts that pay $45-$75/hr.",
        "Hosts earn $800-$1,200 monthly by sharing their cars.",
        "Trainees we place earn $18,000 to $26,000 per year.",
        "Partners offer our graduates between ₹6 LPA and ₹10 LPA.",
        "It costs 50% to 200% of salary: that's $40,000 to $150,000 for each.",
        "Je krijgt een goed salaris, en €1.000 - €1.500 voor opleidingen.",
        "A good salary, and $1,000 - $1,500 for what you want to read",
        "Our learners see an average hike to 12-18 LPA.",
        "Crew rates between $28 and $70 per hour",
        "Each student gets a job with an average starting salary of $65,000 - $85,000.",
        "The average salary of our graduates is $65,000 - $85,000.",
        "The law raises the minimum wage from $11.44 to $12.21 per hour.",
        "Each fellow receives a stipend of $6,000 - $7,500 for ten weeks.",
        "Price\nSGD 6,000 - 8,500",
        "Rent\n$1,450/month",
        "London\n£39,718\nper year - estimated\nApply",
        "Salary and a bonus for each developer of $5,000 - $10,000",
    ],
)
def test_money_for_others_and_for_other_things(text: str) -> None:
    assert read_pays([], text, "US") == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("We pay $40/hour for a trial project. Salary: $120,000 - $150,000 per year", [120000]),
        ("Salary: $80,000 - $100,000. Our temps earn $22 to $31 an hour.", [80000]),
        ("Pay range: $33.17 - $38.46 hourly. You supervise undergraduates paid $16 an hour.", [33.17]),
        ("Salary: $60,320 - $75,400 per year, or $29.00 - $36.25 per hour", [60320, 29]),
        ("Pay: £24,404 per annum (£12.68 per hour)", [24404, 12.68]),
        ("Pay: $12,500 per month\nCanteen at $2,000.", [12500]),
        ("$20,000 a year for graduates. Salary: $18,000 - $30,000 a year", [18000]),
        ("Pay: $18 - $21/hr\nLeads: $23 - $26/hr", [18, 23]),
        ("- $70k base\n- $140k OTE\n- Top reps earned $220k last year", [70000]),
        ("Our pay philosophy\nUS Zone A $145,000 - $170,000\nUS Zone B $130,000 - $155,000", [145000, 130000]),
        ("Base: $70-85k\nPension: 5%\nWe lend $15,000 - $25,000 to small firms", [70000]),
        ("Base: $70-85k\nPension: 5%\nLenders: $15,000 - $25,000", [70000]),
        ("Zone A: $170,850-$201,000; Zone B: $153,765-$180,900", [170850, 153765]),
        ("Annual salary: $81,244 - $98,758 Hourly rate: $39.06 - $47.48", [81244, 39.06]),
        ("We hire at two levels:\nMid-level: $120k-$160k\nSenior: $150k-$190k", [120000, 150000]),
        ("Rate:\n- New York: $9k - $10k/mo\n- Denver: $8k - $9k/mo", [9000, 8000]),
    ],
)
def test_which_of_several_amounts_are_the_pay(text: str, kept: list[float]) -> None:
    assert [low for low, *_ in figures(read_pays([], text, "US"))] == kept
