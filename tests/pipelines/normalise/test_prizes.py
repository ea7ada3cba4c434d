import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.challenges.prize_money import CURRENCIES, TOKENS, UNITS_PER_DOLLAR, amount_of, currency_of
from pipelines.normalise.challenges.prizes import Prize, prize_of
from warehouse.errors import PayloadError
from warehouse.readings import PrizeReading
from warehouse.vocabulary import PrizeKind

DEVPOST = "{}<span data-currency-value>{}</span>"


def prize(text: str | None, currency: str | None = None) -> Prize:
    return prize_of(PrizeReading(text=text, currency=currency))


@pytest.mark.parametrize(
    ("sign", "number", "amount", "currency"),
    [
        ("$", "39,500", 39500, "USD"),
        ("₹ ", "1,262,000", 1262000, "INR"),
        ("₹ ", "1,50,000", 150000, "INR"),
        ("$CAD ", "43,998", 43998, "CAD"),
        ("$CAD", "43,998", 43998, "CAD"),
        ("€", "500", 500, "EUR"),
        ("£", "2,000", 2000, "GBP"),
        ("MEX$", "20,000", 20000, "MXN"),
        ("MYR", "1,000", 1000, "MYR"),
        ("₦", "2,000,000", 2000000, "NGN"),
        ("CHF", "10,000", 10000, "CHF"),
        ("R$", "5,000", 5000, "BRL"),
        ("$", "11", 11, "USD"),
    ],
)
def test_devpost_forms(sign: str, number: str, amount: Decimal | int, currency: str) -> None:
    found = prize(DEVPOST.format(sign, number))
    assert (found.amount, found.currency, found.kind, found.text) == (
        amount,
        currency,
        PrizeKind.CASH,
        f"{sign}{number}",
    )


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("25 000 €", 25000, "EUR"),
        ("25\u00a0000 €", 25000, "EUR"),
        ("$25 000 USD", 25000, "USD"),
        ("€2 000 EUR", 2000, "EUR"),
        ("€25.000", 25000, "EUR"),
        ("$3,000,000.00", 3000000, "USD"),
        ("Up to $5,000", 5000, "USD"),
        ("9999", 9999, None),
        ("$10,000 + hoodies", 10000, "USD"),
        ("CHF 10'000", 10000, "CHF"),
        ("$1,234.56", Decimal("1234.56"), "USD"),
        ("$49.99", Decimal("49.99"), "USD"),
        ("INR 1,00,000", 100000, "INR"),
        ("Rs. 25,000", 25000, "INR"),
        ("Rs 50,000/-", 50000, "INR"),
        ("50000/-", 50000, "INR"),
        ("₹1.5L", 150000, "INR"),
        ("₹2 lakhs", 200000, "INR"),
        ("₹1 Crore", 10000000, "INR"),
        ("10k USD", 10000, "USD"),
        ("$1M", 1000000, "USD"),
        ("$300K in CASH", 300000, "USD"),
        ("Total Prize Pool Worth ₹1,50,000+", 150000, "INR"),
        ("The total prize pool is ₽300,000* plus merchandise.", 300000, "RUB"),
        ("1st place — ₸1,000,000\r\n2nd place — ₸500,000", 1500000, "KZT"),
        ("1st place: $8,000 USD\n2nd place: $4,000 USD\n3rd place: $2,000 USD", 14000, "USD"),
        ("1st Prize - $ 100 2nd Prize - $ 50", 150, "USD"),
        ("A$500", 500, "AUD"),
        ("¥50000", 50000, None),  # yen and yuan share the sign
        ("$500 - $1,000", 1000, "USD"),
        ("Cash prize of $5,000 and $2,000 in cloud credits", 5000, "USD"),
    ],
)
def test_free_text_forms(text: str, amount: Decimal | int, currency: str | None) -> None:
    found = prize(text)
    assert (found.amount, found.currency, found.kind) == (amount, currency, PrizeKind.CASH)


@pytest.mark.parametrize(
    ("lines", "amount"),
    [
        (["Winner: fa-rupee 50000", "First Runner Up: fa-rupee 30000 (certificate)"], 80000),
        (["Winner: fa-rupee 60000 (5 Domains)", "Second Runner Up: certificate"], 60000),
        (["Prize Pool: fa-rupee 25000"], 25000),
        (["Prize Pool: fa-rupee 25000", "Winner: fa-rupee 15000", "Runner Up: fa-rupee 10000"], 25000),
        (["Prize Pool: fa-rupee 5000", "Winner: fa-rupee 15000"], 15000),
        (["Overall Winner: fa-rupee 5000", "Best Design: fa-rupee 3000"], 8000),
        (["Winner of the hiring challenge: fa-rupee 5000", "All: interviews"], 5000),
        (["Winner: Prizes Worth 20K"], 20000),
        (["Winner: 20K"], 20000),
        (["Winner: Rs. 25,000, certificate", "Goodies/Stickers: Plenty at stake!"], 25000),
        (["Winner: fa-rupee 60000", "Runner Up: Cash prize worth INR 1.5 Lakhs"], 210000),
        # what stands in brackets explains the cash before it
        (["Winner: INR 20000 (Prizes worth 45K, certificate)", "Runner Up: INR 15000 (Prize worth 35K)"], 35000),
        (["Winner: fa-rupee 50000 (INR 50000/- as stipend (10,000/- per month) at Tidal)"], 50000),
        (["Consolations: fa-rupee 25000 (in total 5 prizes of Rs. 5,000/- each)", "Winner: fa-rupee 100000"], 125000),
        # pay is no prize
        (["Winner: fa-rupee 1000", "Finalists: PPIs worth CTC INR 32 LPA and stipend INR 1,00,000 onwards"], 1000),
        (["Winner: fa-rupee 1000", "Everyone: 50% off the entry fee of Rs. 500"], 1000),
    ],
)
def test_ranks_add_up(lines: list[str], amount: Decimal | int) -> None:
    found = prize("\n".join(lines), "fa-rupee")
    assert (found.amount, found.currency, found.kind) == (amount, "INR", PrizeKind.CASH)


@pytest.mark.parametrize(
    ("text", "amount", "currency", "kind"),
    [
        ("$1,000 in AWS credits", 1000, "USD", "credits"),
        ("Gift vouchers worth ₹5,000", 5000, "INR", "credits"),
        ("500 USDC", 500, "USDC", "token"),
        ("1.25 ETH", Decimal("1.25"), "ETH", "token"),
        ("1.25 BTC per team member", Decimal("1.25"), "BTC", "token"),
        ("Prizes", None, None, None),
        ("Goodies, swags worth Rs 70K", 70000, "INR", "swag"),
        ("T-shirts and stickers", None, None, "swag"),
        ("Internship opportunity", None, None, "jobs"),
        ("Stipend of INR 1,00,000", None, None, "jobs"),
        ("A trophy", None, None, None),
        ("Winner: fa-dollar 500\nRunner Up: fa-rupee 100", None, None, "cash"),  # no total of two currencies
        ("10 internships", None, None, "jobs"),
    ],
)
def test_kinds(text: str, amount: int | None, currency: str | None, kind: str | None) -> None:
    found = prize(text)
    assert (found.amount, found.currency, found.kind) == (amount, currency, kind)


@pytest.mark.parametrize("text", ["try 5 times", "Prize 1: mentorship", "Top 10 teams", "Winners of 2025", "3 months"])
def test_other_numbers_are_no_money(text: str) -> None:
    assert prize(text, "fa-rupee").amount is None


@pytest.mark.parametrize(
    "text", [None, "", " ", DEVPOST.format("$", 0), DEVPOST.format("₹ ", "0"), "TBA", "To be announced"]
)
def test_zero_and_nothing_are_not_stated(text: str | None) -> None:
    assert prize(text) == Prize(kind=PrizeKind.NONE_STATED)
    assert prize_of(None) == Prize(kind=PrizeKind.NONE_STATED)


def test_zero_cash_beside_other_prizes_is_of_unknown_kind() -> None:
    assert prize_of(PrizeReading(text=DEVPOST.format("$", 0), kind="other")) == Prize()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        (DEVPOST.format("$", "5,000,000"), 5_000_000),
        (DEVPOST.format("$", "12,000,000"), None),
        (DEVPOST.format("$", "1,200,000,000"), None),
        (DEVPOST.format("₹ ", "10,000,000"), 10_000_000),  # a crore is 120,000 dollars
        (DEVPOST.format("₹ ", "1,200,000,000"), None),
        ("$" + "9" * 400, None),
    ],
)
def test_absurd_amounts_are_dropped_and_their_words_kept(text: str, amount: int | None) -> None:
    found = prize(text)
    assert found.amount == amount
    assert (found.currency is None) == (amount is None)
    assert found.text
    assert found.kind == "cash"


def test_an_amount_that_the_platform_gives_apart_is_taken() -> None:
    found = prize_of(PrizeReading(text=DEVPOST.format("$", "6,000,000"), amount="6,000,000", currency="$"))
    assert found == Prize(Decimal("6000000.00"), "USD", PrizeKind.CASH, "$6,000,000")


@pytest.mark.parametrize(
    ("reading", "amount", "kind"),
    [
        (PrizeReading(amount=25000.0, currency="USD"), 25000, "cash"),
        (PrizeReading(amount=3, currency="SOL"), 3, "token"),
        (PrizeReading(amount=0, currency="USD"), None, "none_stated"),
        (PrizeReading(amount="1" * 20, currency="USD"), None, "cash"),
        (PrizeReading(kind="KUDOS"), None, "none_stated"),
        (PrizeReading(kind="KNOWLEDGE"), None, "none_stated"),
        (PrizeReading(kind="JOBS"), None, "jobs"),
        (PrizeReading(kind="none"), None, "none_stated"),
        (PrizeReading(amount="25000", currency="EUR"), 25000, "cash"),
        (PrizeReading(amount="250.5", currency="USDC"), Decimal("250.5"), "token"),
        (PrizeReading(kind="Swag"), None, "swag"),
    ],
)
def test_amounts_and_kinds_apart(reading: PrizeReading, amount: int | None, kind: str) -> None:
    found = prize_of(reading)
    assert (found.amount, found.kind) == (amount, kind)


@pytest.mark.parametrize(
    ("reading", "amount", "currency", "kind"),
    [
        (PrizeReading(text="1500 USDC", amount=1500, currency="USDC", kind="token"), 1500, "USDC", "token"),
        (PrizeReading(text="9000 OAKT", amount=9000, currency="OAKT", kind="token"), 9000, "OAKT", "token"),
        (PrizeReading(text="9000 OAKT", amount=9000, currency="oak tokens", kind="token"), 9000, None, "token"),
        (PrizeReading(amount=9000, currency="OAKT"), 9000, None, "cash"),
        (PrizeReading(currency="OAKT", kind="token"), None, None, "token"),
    ],
)
def test_any_symbol_is_a_token_where_the_platform_says_so(
    reading: PrizeReading, amount: int | None, currency: str | None, kind: str
) -> None:
    found = prize_of(reading)
    assert (found.amount, found.currency, found.kind) == (amount, currency, kind)


def test_an_amount_apart_that_is_no_number_is_loud() -> None:
    with pytest.raises(PayloadError, match="invalid_value: prize of 'lots'"):
        prize_of(PrizeReading(amount="lots", currency="USD"))


def test_text_shows_signs_instead_of_icon_names() -> None:
    assert prize("Winner: fa-rupee 50000\nRunner Up: fa-dollar 20").text == "Winner: ₹50000; Runner Up: $20"


@pytest.mark.parametrize("unit", ["(", "()", "$1 ", "1,", "₹", "prize ", "worth 1 and "])
def test_long_hostile_text_is_quick(unit: str) -> None:
    started = time.process_time()
    prize(unit * (200_000 // len(unit)), "fa-rupee")
    assert time.process_time() - started < 2


@given(
    st.integers(1, 4_000_000), st.sampled_from([*sorted(TOKENS), "$", "₹ ", "€", "£", "$CAD ", "MEX$", "MYR", "CHF "])
)
def test_grouping_does_not_change_the_amount(amount: int, sign: str) -> None:
    assert prize(f"{sign} {amount}").amount == prize(f"{sign} {amount:,}").amount == amount


@given(st.text(max_size=60), st.sampled_from(["fa-rupee", "USD", None]))
def test_no_text_breaks_it(text: str, currency: str | None) -> None:
    found = prize(text, currency)
    assert found.amount is None or 0 < found.amount < 10**12


@given(st.text(alphabet="₹$€ 0123456789.,-/()KkLl:;worthprizesandUSD\n", max_size=60))
def test_no_money_like_text_breaks_it(text: str) -> None:
    found = prize(text, "fa-rupee")
    assert found.amount is None or 0 < found.amount < 10**12


def test_tables_hold_what_they_say() -> None:
    assert all(word == word.lower() for word in CURRENCIES)
    assert set(UNITS_PER_DOLLAR) <= set(CURRENCIES.values())
    assert currency_of("$CAD") == currency_of(" $cad ") == "CAD"
    assert currency_of("usdc") == "USDC"
    assert currency_of("kr") is None
    assert amount_of("2.5", "crore") == 25_000_000
