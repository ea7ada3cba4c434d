import pytest

from pipelines.normalise.challenges.junk import junk_in
from warehouse.vocabulary import ChallengeKind

HACKATHON, COMPETITION = ChallengeKind.HACKATHON, ChallengeKind.COMPETITION


@pytest.mark.parametrize(
    "name",
    [
        "test",
        "Test 2026",
        "TEST SERVER",
        "test hack",
        "test-hackathon",
        "Test_Hackathon",
        "testhackathon",
        "TestHelloTest",
        "test_test",
        "hacktest",
        "07/14/2026 test",
        "DO NOT SUBMIT, TESTING",
        "bluehacks-test",
        "Oak Pitch Competition TEST",
        "Student Hackathon 2026 (test site)",
        "Hackathon to test the platform",
        "Event just to test",
        "CPP_Test3",
        "Inteligência teste",
        "Demo Hackathon",
    ],
)
def test_tests_of_a_page_are_junk(name: str) -> None:
    assert junk_in(name, "Oak School", HACKATHON) == f"test event {name!r}"


@pytest.mark.parametrize("organizer", ["Test", "test inc", "testonly", "Test Hackathon"])
def test_an_organizer_called_test_is_one(organizer: str) -> None:
    assert junk_in("Developer Portal", organizer, HACKATHON) == f"test event of organizer {organizer!r}"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("I NEED MY EX BACK URGENTLY", "spell casting"),
        ("Need a spell caster", "spell casting"),
        ("Quickbooks premier support +1-844-555-0199", "phone number"),
        ("Airline desk \N{MATHEMATICAL BOLD DIGIT ONE}-844-555-0199", "phone number"),
        ("Quickbooks support [phone removed]", "phone number"),
        ("Wallet customer service number", "support number"),
        ("Buy Verified Cashbox Accounts", "account trade"),
        ("BEST EXPERT TO RECOVER ALL YOUR LOST BTC", "recovery scam"),
        ("9xbet", "gambling"),
        ("mobil proxy satın al", "advert"),
        ("I will do organic youtube marketing", "service advert"),
    ],
)
def test_spam_is_junk(name: str, why: str) -> None:
    assert why in str(junk_in(name, None, HACKATHON))
    assert why in str(junk_in(name, None, COMPETITION))


def test_spam_in_the_organizer_is_junk() -> None:
    assert junk_in("Spring Sale", "Helpline number 24x7", HACKATHON) == "spam: support number"


@pytest.mark.parametrize("name", ["N/A", "xyz", "123", "asdjasdf", "Dummy", "jgjghvhhchcg", "tbd"])
def test_names_that_say_nothing_are_junk(name: str) -> None:
    assert junk_in(name, None, HACKATHON) == f"placeholder name {name!r}"


def test_names_drawn_in_symbols_are_junk() -> None:
    assert "symbols" in str(junk_in("✣⨝Ⓞ◇⧲ hi ⧲◇Ⓞ⨝✣", None, HACKATHON))


@pytest.mark.parametrize(
    "name",
    [
        "Counterspell Vancouver",
        "Spellbound Hacks",
        "TestFest API Hackathon",
        "Testing Festival",
        "Network Testers",
        "Penetration Testing Hackathon",
        "Pen-Test Hackathon",
        "Write Benchmarks to Test Reasoning",
        "RWA Demo Day",
        "iOS Club Demo Day - Spring 2026",
        "Contest of Codes",
        "The Latest Technology Hack",
        "QWER Hacks 2026",
        "CxC",
        "prm",
        "GH",
        "1337",
        "Hack@Davidson",
        "CTRL+HACK+DEL",
        "<BL>HACK",
        "🚀 Launch Hack 🚀",
        "농림 인공지능 대회 2026",
        "$1,000 Industrial AI Hackathon",
        "Identity Wallets Hackathon",
        "Disaster Recovery Hackathon",
        "Customer Support AI Hackathon",
        "OSHHACK 13 [2025-2026]",
        "2026 Startup Week Buildathon",
        "Alphabet Hack",
        "Sandbox 3.0",
        "Hack 24/7 2026-11-22",
    ],
)
def test_real_events_with_odd_names_pass(name: str) -> None:
    assert junk_in(name, "ACM @ Oak", HACKATHON) is None


@pytest.mark.parametrize("name", ["National Aptitude Test", "Talent Test 2026 for Managers", "Coding Test Series"])
def test_in_a_competition_the_test_is_what_one_sits(name: str) -> None:
    assert junk_in(name, None, COMPETITION) is None


def test_a_bare_test_is_junk_in_a_competition_too() -> None:
    assert junk_in("Test quiz", None, COMPETITION) == "test event 'Test quiz'"


@pytest.mark.parametrize(
    "name",
    [
        "Oak CS 189 HW4 (wine)",
        "ml2026-hw6",
        "Homework 3 Part 2",
        "Homework #2: trees",
        "CS498 Assignment 1 - KNN",
        "Programming Assignment",
        "Mid-term assignment",
        "STAT 333 Problem Set",
    ],
)
def test_homework_of_a_class_is_junk(name: str) -> None:
    for kind in (HACKATHON, COMPETITION):
        assert junk_in(name, "Oak University", kind) == f"class homework {name!r}"


@pytest.mark.parametrize("name", ["STAT 333 - Final Project", "EE 380L lab, spring", "Oak AI Course Project"])
def test_coursework_is_junk_where_a_class_competes(name: str) -> None:
    assert junk_in(name, None, COMPETITION) == f"class homework {name!r}"
    assert junk_in(name, None, HACKATHON) is None


@pytest.mark.parametrize(
    "name",
    [
        "Homework Helper Hackathon",
        "Player Safety: Helmet Assignment",
        "Open Sea Lab 3.0",
        "AI Classroom Challenge",
        "Project Omnibus: School Bus Routes",
        "CS50 Hackathon",
    ],
)
def test_what_only_sounds_like_homework_passes(name: str) -> None:
    assert junk_in(name, None, HACKATHON) is None
