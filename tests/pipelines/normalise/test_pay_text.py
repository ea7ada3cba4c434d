import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.pay.ranges import read_pays
from tests.pipelines.normalise.test_pay_fields import figures

PARTS = ["$", "€", "100,000", "-", "120k", "k", "M", "salary", "pay", "/hr", "per", "year", "USD", ".", ",", "\n"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The base salary range is $120,000 - $150,000 per year.", (120000, 150000, "USD", "YEAR")),
        ("Salary: $120,000 to $150,000", (120000, 150000, "USD", None)),
        ("Annual salary: $120K-$150K", (120000, 150000, "USD", "YEAR")),
        ("Compensation: $120-150k", (120000, 150000, "USD", None)),
        ("Pay: $40.50 - $52/hr", (40.5, 52, "USD", "HOUR")),
        ("Pay: $40/hr - $52/hr", (40, 52, "USD", "HOUR")),
        ("Our hourly pay is $25 per hour.", (25, 25, "USD", "HOUR")),
        ("Gehalt: 60.000 € bis 75.000 € pro Jahr", (60000, 75000, "EUR", "YEAR")),
        ("salary between £45,000 and £55,000", (45000, 55000, "GBP", None)),
        ("the salary is CHF 110'000 \u2013 CHF 130'000 per annum", (110000, 130000, "CHF", "YEAR")),
        ("OTE: CA$300K \u2013 CA$363K", (300000, 363000, "CAD", None)),
        ("Salary range: 55K€ - 65K€", (55000, 65000, "EUR", None)),
        ("Annual base pay\n$165,000 - $200,000 USD", (165000, 200000, "USD", "YEAR")),
        ("$90,000 - $95,000 base salary plus a bonus", (90000, 95000, "USD", None)),
        ("With 5 years of experience, salary is $90,000 - $95,000", (90000, 95000, "USD", None)),
        # what is added to pay does not make it something else
        ("Base Salary Range $200-260K + equity", (200000, 260000, "USD", None)),
        ("Hourly pay is $32 - $36/hr, plus equity and bonus", (32, 36, "USD", "HOUR")),
        ("Equity and a salary of $90,000 - $95,000", (90000, 95000, "USD", None)),
        ("What we offer: $210k - $250k + equity", (210000, 250000, "USD", None)),
        # the two ends in every spelling
        ("$45.50 - $60/hr", (45.5, 60, "USD", "HOUR")),
        ("Compensation is $18- $22 an hour", (18, 22, "USD", "HOUR")),
        ("Salary: $154-190,000 DOE", (154000, 190000, "USD", None)),
        ("Salary is between $333,000 USD -and $451,000 USD", (333000, 451000, "USD", None)),
        ("Salary: 45 000 - 55 000 euros brut par an", (45000, 55000, "EUR", "YEAR")),
        ("CTC: 12-18 LPA", (1200000, 1800000, "INR", "YEAR")),
        ("Salary: 12 - 15 lakhs per annum", (1200000, 1500000, "INR", "YEAR")),
        ("Salary: Rs. 50,000 - 70,000 per month", (50000, 70000, None, "MONTH")),
        ("Salary: ₹12,00,000 – ₹18,00,000", (1200000, 1800000, "INR", None)),
        ("Wynagrodzenie (salary): 18 000 - 24 000 zł", (18000, 24000, "PLN", None)),
        ("Salary range: 110K to 160K OTE", (110000, 160000, None, None)),
        ("Pay range\n$28\u2014$32 USD", (28, 32, "USD", None)),
        # one figure alone, and one end alone
        ("The estimated salary is $105k plus commission and equity", (105000, 105000, "USD", None)),
        ("The monthly rate for this internship is $11,000 + housing stipend", (11000, 11000, "USD", "MONTH")),
        ("Salary up to 65K€ and 15K€ bonus", (None, 65000, "EUR", None)),
        ("Hourly rate: up to $30", (None, 30, "USD", "HOUR")),
        ("Gehalt: ab 50.000 Euro", (50000, None, "EUR", None)),
        ("We offer £90k+ salary", (90000, None, "GBP", None)),
        # the period in other words, behind words about tax or between the ends
        ("Gehalt ab 48.000 EUR brutto/Jahr", (48000, None, "EUR", "YEAR")),
        ("Monatsgehalt von 3.200 € bis 3.800 € brutto", (3200, 3800, "EUR", "MONTH")),
        ("Stundenlohn 13,50 - 15,00 €", (13.5, 15, "EUR", "HOUR")),
        ("Mindestgehalt EUR 3.200,- brutto x 14", (3200, None, "EUR", "MONTH")),
        ("Mindestgehalt von € 2.800,00 brutto pro Monat (14x p.a.)", (2800, None, "EUR", "MONTH")),
        ("The minimum gross annual salary is EUR 49,000 per year", (49000, None, "EUR", "YEAR")),
        ("Jahreslohn: CHF 90’000.– bis 110’000.–", (90000, 110000, "CHF", "YEAR")),
        ("Salaire mensuel brut de 1 850 € à 2 000 €", (1850, 2000, "EUR", "MONTH")),
        ("TJM : 400-500 €", (400, 500, "EUR", "DAY")),
        ("Taux horaire : 28,00 $ à 34,00 $ de l'heure", (28, 34, "USD", "HOUR")),
        ("salaris van minimaal € 3.345,- en maximaal € 5.090,- bruto per maand", (3345, 5090, "EUR", "MONTH")),
        ("banda salarial entre 24.000 y 30.000 euros brutos/año", (24000, 30000, "EUR", "YEAR")),
        ("RAL: 32.000 - 38.000 €", (32000, 38000, "EUR", "YEAR")),
        ("Faixa salarial: R$ 8.000,00 a R$ 11.000,00 por mês", (8000, 11000, "BRL", "MONTH")),
        ("Wynagrodzenie: 20 000 - 26 000 PLN netto + VAT miesięcznie", (20000, 26000, "PLN", "MONTH")),
        ("wynagrodzenie od 6500 do 8000 zł brutto miesięcznie", (6500, 8000, "PLN", "MONTH")),
        ("mzdu 60 000 – 80 000 Kč měsíčně", (60000, 80000, "CZK", "MONTH")),
        ("Månadslön 45 000 - 55 000 kr", (45000, 55000, None, "MONTH")),
        ("Løn: 42.000-48.000 kr. pr. måned", (42000, 48000, None, "MONTH")),
        ("Palkka: 4 000–5 200 €/kk", (4000, 5200, "EUR", "MONTH")),
        ("Зарплата от 200 000 до 300 000 руб. в месяц", (200000, 300000, "RUB", "MONTH")),
        ("Maaş: aylık net 60.000 - 80.000 TL", (60000, 80000, "TRY", "MONTH")),
        ("Mức lương: 20 - 30 triệu VNĐ/tháng", (20000000, 30000000, "VND", "MONTH")),
        ("Gaji: Rp 8.000.000 - Rp 12.000.000 per bulan", (8000000, 12000000, "IDR", "MONTH")),
        ('שכר: 25,000-32,000 ש"ח לחודש', (25000, 32000, "ILS", "MONTH")),
        ("Compensation: ¥6M - ¥10M annual salary", (6000000, 10000000, None, "YEAR")),
        ("Rate: £14.50 to £16.00 p/h", (14.5, 16, "GBP", "HOUR")),
        ("Base range: $225,000 annually to $300,000 annually", (225000, 300000, "USD", "YEAR")),
        (
            "Base pay ranges from $134,500/year in our lowest geographic market up to $212,800/year in our highest.",
            (134500, 212800, "USD", "YEAR"),
        ),
        ("Starting salary £42,978, rising to £49,000 per annum", (42978, 49000, "GBP", "YEAR")),
        ("Minimum $36.54, Midpoint $45.68, Maximum $54.81 hourly", (36.54, 54.81, "USD", "HOUR")),
        ("Salary: £40,000 \\- £60,000", (40000, 60000, "GBP", None)),
        ("Pay on W2 or 1099 - $4000-$6000/mo", (4000, 6000, "USD", "MONTH")),
        ("The pay range starts at $125,000 and goes up to $160,000.", (125000, 160000, "USD", None)),
        ("First year average income is $50,000-$60,000 per year", (50000, 60000, "USD", "YEAR")),
        ("Salarisindicatie: tussen de €3.800 en €5.200 bruto p/m", (3800, 5200, "EUR", "MONTH")),
        ("Schaal 9: min. €3.078 – max. €4.786 bruto per maand", (3078, 4786, "EUR", "MONTH")),
        ("Gross annual salary of €40,000 - €50,000 (14 payments)", (40000, 50000, "EUR", "YEAR")),
        ("Salary Package: 3 LPA to 4.2 LPA", (300000, 420000, "INR", "YEAR")),
        ("₹35L – ₹50L fixed + ESOPs", (3500000, 5000000, "INR", None)),
        ("Remuneração: entre R$ 12.000 e R$ 15.000 (CLT) por mês", (12000, 15000, "BRL", "MONTH")),
        ("Salary: RM 4,500 – RM 6,500 (monthly basic)", (4500, 6500, "MYR", "MONTH")),
        ("Renta líquida mensual: $1.800.000 - $2.200.000", (1800000, 2200000, "USD", "MONTH")),
        ("Accountant | Leeds | Up to £45,000 + study support", (None, 45000, "GBP", None)),
        ("20-40K·15薪,经验3-5年", (20000, 40000, None, "MONTH")),
        ("Pay band: Min: $92,300; Max: $149,400", (92300, 149400, "USD", None)),
        ("UE08 £49,250 to £60,907 (per annum, pro rata)", (49250, 60907, "GBP", "YEAR")),
        ("Das monatliche Bruttogehalt beträgt mindestens EUR 2.950,00", (2950, None, "EUR", "MONTH")),
        ("CTC: Upto 20 LPA", (None, 2000000, "INR", "YEAR")),
        ("月給210,000円~260,000円、試用期間3か月(時給1,100円)", (210000, 260000, "JPY", "MONTH")),
        # what needs no word for pay
        ("We hire waiting staff at £11.44 per hour plus tips.", (11.44, 11.44, "GBP", "HOUR")),
        ("Locum optometrist. $600-650 per day. Lodging up to $150 a night.", (600, 650, "USD", "DAY")),
        ("£600+ per day inside IR35", (600, None, "GBP", "DAY")),
        ("Up to £60,000 depending on experience", (None, 60000, "GBP", None)),
        ("$120,000 - $140,000 plus super", (120000, 140000, "USD", None)),
        ("RM6,000 - RM9,000 per month", (6000, 9000, "MYR", "MONTH")),
        ("Grade 7: £36,024 - £44,263 p.a.", (36024, 44263, "GBP", "YEAR")),
        ("Drivers average $1,200-$1,500 per week.", (1200, 1500, "USD", "WEEK")),
        ("Internship with a stipend of INR 15,000 per month.", (15000, 15000, "INR", "MONTH")),
        # the word for pay stands before the amount where no blanks do
        ("【給与】年収600万円〜1,000万円、賞与年2回。資本金3億円", (6000000, 10000000, "JPY", "YEAR")),
        ("月給28万円~40万円。交通費上限5万円/月", (280000, 400000, "JPY", "MONTH")),
        ("時給1,200円〜1,500円", (1200, 1500, "JPY", "HOUR")),
        ("月給230,000円以上", (230000, None, "JPY", "MONTH")),
        ("給与\n500万円〜800万円", (5000000, 8000000, "JPY", None)),
        ("연봉: 4,000만원 ~ 6,000만원. 투자 유치 300억원", (40000000, 60000000, "KRW", "YEAR")),
        ("薪资:15-25K·14薪", (15000, 25000, None, "MONTH")),
        ("年薪30-50万元,餐补每天50元", (300000, 500000, None, "YEAR")),
        ("月薪 NT$60,000 - 80,000 元", (60000, 80000, "TWD", "MONTH")),
        # what is earned at the target of sales is no base
        ("OTE: $240,000 - $300,000. Base salary: $120,000 - $150,000 per year", (120000, 150000, "USD", "YEAR")),
    ],
)
def test_pay_that_a_description_states(text: str, expected: tuple[object, ...]) -> None:
    assert figures(read_pays([], text, "US")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "We raised $50M to $60M in funding.",
        "We pay attention to $120,000 - $150,000 deals.",
        "Manage budgets of $100,000 - $500,000 and pay vendors",
        "Equity: $50,000 - $70,000 in options",
        "a bonus of $5,000 - $10,000",
        "Customers with $100,000 - $900,000 in revenue",
        "You get $500 - $1000 in credits.",
        "sign-on bonus: $10,000 - $20,000",
        "Competitive salary and 401(k).",
        "We serve 100,000 - 200,000 people. Pay is good.",
        "stipend of $100 per month for wellness",
        "Series B, $120,000 - $150,000 ARR; compensation follows",
        "salary: 3 - 5 years",
        "paid time off: 20 - 25 days",
        "Pay range: $1 - $900,000",
        "You get $500 per month credit. The salary is good.",
        "Competitive salary and company bonus (up to 15K€ per year)",
        "401k match up to 4% of salary",
        "Manage a budget of 500k€ per year. Salary: competitive",
        "Health: up to $10,000 per year for fertility, whatever your pay",
        "Salary: 2024 - 2025",
        "We paid $0.55 USD per image",
        "salary and $150,000 - $200,000 quota",
        "Our customers pay us $10,000-$100,000 a year.",
        "Participants are paid $2,000 to $4,000.",
        "We will pay up to £1,500 per year for training",
        "Salary packaging up to $18,550 per year",
        "Salário a combinar. VR de R$ 38 por dia",
        "Marktkonformes Gehalt. Essenszuschuss 8 € pro Tag",
        "Media budget: $500,000 - $1,000,000 per month",
        "Overtime at $30/hour after 40. Shift differential of $7.50/hr.",
        "Our app paid users $50-$100 per month",
        "Attractive salary + $2,500 annual study support",
        "Penalties of $250 - $1,000 per day",
        "資金調達額50億円。書籍購入費は月1万円まで。",
        "누적 투자금 1,200억원, 복지카드 연 150만원",
        "Salary: $1,000,000,000,000",
    ],
)
def test_other_money_is_not_pay(text: str) -> None:
    assert read_pays([], text, "US") == []


def test_a_shared_sign_means_the_money_of_the_country() -> None:
    text = "Salary: $120,000 - $150,000"
    assert [read_pays([], text, country)[0].currency for country in ("US", "CA", "AU", "DE", None)] == [
        "USD",
        "CAD",
        "AUD",
        None,
        None,
    ]


def test_ranges_by_place_have_their_place_and_its_money() -> None:
    text = "Salary\n- New York: $120k - $150k\n- Canada: $100k - $130k\n- Senior: $90k - $95k"
    found = [(pay.place, pay.minimum, pay.currency) for pay in read_pays([], text, "US")]
    assert found == [("New York", 120000, "USD"), ("Canada", 100000, "CAD"), (None, 90000, "USD")]


@pytest.mark.parametrize(
    "text",
    [
        "Salary\nZone 1: $20,000 - $30,000 per year\nZone 2: $18,000 - $28,000\nZone 3: $16,000 - $26,000",
        "The annual salary by location is listed below. Benefits as well.\n"
        "Zone 1: $20,000 - $30,000\nZone 2: $18,000 - $28,000\nZone 3: $16,000 - $26,000",
        "Levels: $20,000 - $30,000; $18,000 - $28,000; or $16,000 - $26,000 annual base",
        "Annual salary: $20,000 - $30,000 in zone 1, $18,000 - $28,000 in zone 2 and $16,000 - $26,000 elsewhere",
    ],
)
def test_a_list_says_once_what_all_its_ranges_are(text: str) -> None:
    ranges = [(20000, 30000, "USD", "YEAR"), (18000, 28000, "USD", "YEAR"), (16000, 26000, "USD", "YEAR")]
    assert figures(read_pays([], text, "US")) == ranges


def test_a_label_that_is_a_state_as_well_as_a_country_keeps_the_money_of_the_job() -> None:
    text = "Salary\n- CA: $120k - $150k\n- VA: $100k - $130k"
    assert [pay.currency for pay in read_pays([], text, "US")] == ["USD", "USD"]


def test_a_range_with_its_period_stands_for_the_same_without() -> None:
    text = "$105,630 - $120,260 a year\nThe salary range is $105,630 - $120,260."
    assert figures(read_pays([], text, "US")) == [(105630, 120260, "USD", "YEAR")]


def test_a_lone_figure_beside_a_range_is_a_part_of_it() -> None:
    text = "Salary: $120,000 - $150,000\nThe midpoint salary is $135,000"
    assert figures(read_pays([], text, "US")) == [(120000, 150000, "USD", None)]


@given(st.text() | st.lists(st.sampled_from(PARTS)).map(" ".join))
def test_any_text_gives_ordered_amounts_that_fit(text: str) -> None:
    for pay in read_pays([], text, "US"):
        ends = [end for end in (pay.minimum, pay.maximum) if end is not None]
        assert ends == sorted(ends)
        assert ends
        assert all(0 < end < Decimal(10) ** 12 for end in ends)


@pytest.mark.parametrize(
    "part",
    [
        "$1 ",
        "1,000",
        "$10k-",
        "1.",
        "- $50\n",
        "salary $10 ",
        "$",
        "1 000 ",
        "up to ",
        "9" * 50,
        "401k ",
        "$1-$2/hr ",
        "月給1万円",
        "minimum of ",
        "brutto / ",
        "10 EUR bis ",
        f"$50,000{' ' * 99_990}",
        "pay: $5 - $6 per hour or $10,000 - $12,000 a year\n",
    ],
)
def test_no_long_text_takes_long(part: str) -> None:
    text = (part * (200_000 // len(part) + 1))[:200_000]
    started = time.process_time()
    read_pays([], text, "US")
    assert time.process_time() - started < 5
