import pytest

from pipelines.normalise.pay.ranges import read_pays
from tests.pipelines.normalise.test_pay_fields import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Traitement : de 26,48 $ à 36,20 $ l'heure", (26.48, 36.2, "CAD", "HOUR")),
        ("Salaire entre 2 400 € et 2 700 € nets par mois", (2400, 2700, "EUR", "MONTH")),
        ("Inschaling: € 3.350 tot € 4.800 per maand", (3350, 4800, "EUR", "MONTH")),
        ("Bruto jaarloon van 45.000 tot 55.000 euro", (45000, 55000, "EUR", "YEAR")),
        ("Je verdient tussen de € 3.000 en € 3.800 bruto per maand", (3000, 3800, "EUR", "MONTH")),
        ("Vencimento base entre 1.400€ e 1.700€ mensais", (1400, 1700, "EUR", "MONTH")),
        ("Entgeltgruppe E 11 (49.500 - 68.000 € im Jahr)", (49500, 68000, "EUR", "YEAR")),
        ("Monatlich 2.900 € bis 3.300 € Grundgehalt", (2900, 3300, "EUR", "MONTH")),
        ("Salärband CHF 95'000 bis CHF 115'000", (95000, 115000, "CHF", None)),
        ("Jahreslohn 85'000 bis 98'000 Franken", (85000, 98000, "CHF", "YEAR")),
        ("Lönespann: 42 000 - 48 000 kr/månad", (42000, 48000, None, "MONTH")),
        ("Ersättning: 38 000–45 000 kr i månaden", (38000, 45000, None, "MONTH")),
        ("Stillingen lønnes fra kr 620 000 til kr 720 000 brutto pr. år", (620000, 720000, None, "YEAR")),
        ("Palkka 3200-3800 euroa/kk", (3200, 3800, "EUR", "MONTH")),
        ("Palk 1800-2200 eurot kuus", (1800, 2200, "EUR", "MONTH")),
        ("Atlyginimas: 2000-3000 EUR/mėn.", (2000, 3000, "EUR", "MONTH")),
        ("Widełki: 16 000 – 21 000 zł netto + VAT (B2B) / mies.", (16000, 21000, "PLN", "MONTH")),
        ("Od 5 500 zł brutto", (5500, None, "PLN", None)),
        ("Odměna 45–60 tis. Kč měsíčně", (45000, 60000, "CZK", "MONTH")),
        ("Plat od 1500 € brutto mesačne", (1500, None, "EUR", "MONTH")),
        ("Bérezés: bruttó 900 000 – 1 200 000 Ft/hó", (900000, 1200000, "HUF", "MONTH")),
        ("Salariu: 7.000 - 9.000 lei net pe lună", (7000, 9000, "RON", "MONTH")),
        ("Plaća: 1.500 - 2.000 € neto mjesečno", (1500, 2000, "EUR", "MONTH")),
        ("Заплата: 3000 - 4000 лв. на месец", (3000, 4000, "BGN", "MONTH")),
        ("เงินเดือน 25,000 - 35,000 บาท", (25000, 35000, "THB", None)),
        ("Lương: 15 - 20 triệu/tháng", (15000000, 20000000, "VND", "MONTH")),
        ("Salary: Rp 6 - 8 juta", (6000000, 8000000, "IDR", None)),
        ("Pago: entre USD 2.000 y USD 2.800 por mes", (2000, 2800, "USD", "MONTH")),
        ("Salario: 25 mil pesos mensuales", (25000, 25000, None, "MONTH")),
        ("Sueldo: S/ 2,500", (2500, 2500, "PEN", None)),
        ("Faixa: R$ 8k a R$ 10k PJ", (8000, 10000, "BRL", None)),
        ("Budget: 18-28 LPA", (1800000, 2800000, "INR", "YEAR")),
        ("4.5 - 6 Lakhs P.A.", (450000, 600000, "INR", "YEAR")),
        ("Comp: ₹40–60L + ESOPs", (4000000, 6000000, "INR", None)),
        ("薪资范围:1.5万-2.5万/月", (15000, 25000, None, "MONTH")),
        ("급여: 월 300만원", (3000000, 3000000, "KRW", "MONTH")),
    ],
)
def test_pay_in_the_languages_of_job_ads(text: str, expected: tuple[object, ...]) -> None:
    assert figures(read_pays([], text, "CA")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Mieten zwischen 800 € und 1.200 € im Monat",
        "Loyers de 500 € à 700 € par mois",
        "Huur tussen € 800 en € 1.200 per maand",
        "Hyra 8 000 - 12 000 kr/månad",
        "Czynsz 2000 - 3000 zł miesięcznie",
        "Prime de rétention de 2 000 $ par année, salaire selon l'échelle",
        "月額5万円~50万円のプラン",
    ],
)
def test_other_money_in_other_languages(text: str) -> None:
    assert read_pays([], text, "CA") == []
