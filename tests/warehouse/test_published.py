"""The public contract, version 1, written out a second time: names, order, types, and what may be null."""

import duckdb
import pytest

from warehouse.models import published
from warehouse.tables import columns_of, comments, create_table

POSITION = """
position_id VARCHAR!, title VARCHAR!, company VARCHAR!, company_slug VARCHAR!, company_domain VARCHAR,
department VARCHAR, requisition_id VARCHAR, location VARCHAR, address_locality VARCHAR, address_region VARCHAR,
address_country VARCHAR, workplace_type VARCHAR, applicant_location_requirements VARCHAR[], employment_type VARCHAR,
level VARCHAR, base_salary_min DECIMAL(14,2), base_salary_max DECIMAL(14,2), base_salary_currency VARCHAR,
base_salary_unit VARCHAR, language VARCHAR, description_html VARCHAR, description_text VARCHAR, apply_url VARCHAR!,
attribution VARCHAR, date_posted DATE, valid_through DATE, first_seen_at TIMESTAMPTZ!, last_seen_at TIMESTAMPTZ!,
source_count INTEGER!, primary_hub VARCHAR
"""
SKILL = "hub VARCHAR!, score DOUBLE!, is_primary BOOLEAN!, evidence JSON!"
SOURCE = """
source_id VARCHAR!, identifier VARCHAR!, url VARCHAR!, match_reason VARCHAR!, first_seen_at TIMESTAMPTZ!,
last_seen_at TIMESTAMPTZ!, closed_at TIMESTAMPTZ
"""
#: an exclamation mark: never null
CONTRACT = {
    "publication": """
        contract_version VARCHAR!, publication_id VARCHAR!, run_id VARCHAR!, published_at TIMESTAMPTZ!,
        position_count INTEGER!, challenge_count INTEGER!""",
    "skill_hubs": """
        hub VARCHAR!, name VARCHAR!, tagline VARCHAR, position_count INTEGER!, challenge_count INTEGER!,
        hiring_company_count INTEGER!, updated_at TIMESTAMPTZ!""",
    "skill_hub_texts": """
        hub VARCHAR!, section VARCHAR!, section_number INTEGER!, heading VARCHAR!, text VARCHAR!""",
    "skill_hub_questions": "hub VARCHAR!, question_number INTEGER!, question VARCHAR!, answer VARCHAR!",
    "skill_hub_levels": """
        hub VARCHAR!, level VARCHAR!, level_number INTEGER!, position_count INTEGER!, browse_path VARCHAR!""",
    "hub_sections": """
        hub VARCHAR!, section VARCHAR!, state VARCHAR!, listing_count INTEGER!, heading VARCHAR!, message VARCHAR!,
        browse_label VARCHAR!, browse_path VARCHAR!, updated_at TIMESTAMPTZ!""",
    "positions": POSITION,
    "closed_positions": f"{POSITION}, closed_at TIMESTAMPTZ!, close_reason VARCHAR",
    "position_locations": """
        position_id VARCHAR!, location VARCHAR!, address_locality VARCHAR, address_region VARCHAR,
        address_country VARCHAR""",
    "position_salaries": """
        position_id VARCHAR!, range_number INTEGER!, location VARCHAR, base_salary_min DECIMAL(14,2),
        base_salary_max DECIMAL(14,2), base_salary_currency VARCHAR, base_salary_unit VARCHAR,
        base_salary_text VARCHAR""",
    "position_skills": f"position_id VARCHAR!, {SKILL}",
    "position_sources": f"position_id VARCHAR!, {SOURCE}",
    "position_redirects": "old_id VARCHAR!, position_id VARCHAR!, reason VARCHAR!, occurred_at TIMESTAMPTZ!",
    "challenges": """
        challenge_id VARCHAR!, name VARCHAR!, organizer VARCHAR, kind VARCHAR!, url VARCHAR!, is_evergreen BOOLEAN!,
        start_date DATE, end_date DATE, application_deadline DATE, application_deadline_at TIMESTAMPTZ,
        attendance_mode VARCHAR, location VARCHAR, prize_amount DECIMAL(14,2), prize_currency VARCHAR,
        prize_kind VARCHAR, prize_text VARCHAR, team_size_min INTEGER, team_size_max INTEGER, is_invite_only BOOLEAN,
        themes VARCHAR[], status VARCHAR!, source_status VARCHAR, language VARCHAR, description_html VARCHAR,
        description_text VARCHAR, first_seen_at TIMESTAMPTZ!, last_seen_at TIMESTAMPTZ!, source_count INTEGER!,
        primary_hub VARCHAR""",
    "challenge_skills": f"challenge_id VARCHAR!, {SKILL}",
    "challenge_sources": f"challenge_id VARCHAR!, {SOURCE}",
    "challenge_redirects": "old_id VARCHAR!, challenge_id VARCHAR!, reason VARCHAR!, occurred_at TIMESTAMPTZ!",
    "companies": """
        company_slug VARCHAR!, name VARCHAR!, domain VARCHAR, open_position_count INTEGER!,
        open_position_count_by_hub MAP(VARCHAR:INTEGER)!, first_seen_at TIMESTAMPTZ!, last_seen_at TIMESTAMPTZ!,
        careers_url VARCHAR""",
    "listing_events": """
        listing_kind VARCHAR!, listing_id VARCHAR!, source_id VARCHAR, identifier VARCHAR, event VARCHAR!,
        occurred_at TIMESTAMPTZ!, reason VARCHAR, evidence JSON, run_id VARCHAR!""",
    "source_health": """
        source_id VARCHAR!, platform VARCHAR!, state VARCHAR!, last_attempt_at TIMESTAMPTZ!,
        last_success_at TIMESTAMPTZ, posting_count INTEGER, reject_count INTEGER, consecutive_failures INTEGER!,
        reason VARCHAR, since_at TIMESTAMPTZ!""",
    "search_positions": """
        listing_number INTEGER!, position_id VARCHAR!, title VARCHAR!, company VARCHAR!, company_slug VARCHAR!,
        location VARCHAR, date_posted DATE, first_seen_at TIMESTAMPTZ!, posted_on DATE!, hubs VARCHAR[],
        place_count INTEGER!, countries VARCHAR[], remote_areas VARCHAR[], level VARCHAR, workplace_type VARCHAR,
        employment_type VARCHAR, base_salary_min DECIMAL(14,2), base_salary_max DECIMAL(14,2),
        base_salary_currency VARCHAR, base_salary_unit VARCHAR, company_domain VARCHAR, department VARCHAR,
        requisition_id VARCHAR, address_locality VARCHAR, address_region VARCHAR, address_country VARCHAR,
        applicant_location_requirements VARCHAR[], language VARCHAR, apply_url VARCHAR!, attribution VARCHAR,
        valid_through DATE, last_seen_at TIMESTAMPTZ!, source_count INTEGER!, primary_hub VARCHAR""",
    "search_challenges": """
        listing_number INTEGER!, challenge_id VARCHAR!, hubs VARCHAR[], kind VARCHAR!, status VARCHAR!,
        attendance_mode VARCHAR, closes_on DATE, prize_amount DECIMAL(14,2), prize_currency VARCHAR,
        prize_kind VARCHAR""",
    "search_terms": """
        section VARCHAR!, field VARCHAR!, term VARCHAR!, listing_count INTEGER!, listing_numbers INTEGER[]!""",
    "countries": "country VARCHAR!, name VARCHAR!, areas VARCHAR[]!",
    "rejects": "source_id VARCHAR!, rejected_at TIMESTAMPTZ!, reason VARCHAR!, payload_excerpt VARCHAR",
}
MODELS = {table.__tablename__: table for table in published.TABLES}


def written_out(text: str) -> list[tuple[str, str, bool]]:
    """Name, type as DuckDB spells it, and whether null is allowed, of each column."""
    spelling = {"TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE", "MAP(VARCHAR:INTEGER)": "MAP(VARCHAR, INTEGER)"}
    columns = [part.split() for part in text.replace("(14,2)", "(14;2)").split(",")]
    types = [(name, word.rstrip("!").replace(";", ","), not word.endswith("!")) for name, word in columns]
    return [(name, spelling.get(word, word), is_nullable) for name, word, is_nullable in types]


def test_the_contract_has_these_tables_and_no_others():
    assert set(MODELS) == set(CONTRACT)
    assert published.CONTRACT_VERSION == "1"


@pytest.mark.parametrize("name", CONTRACT)
def test_columns(name):
    with duckdb.connect() as con:
        con.execute(create_table(MODELS[name]))
        found = con.execute(
            "SELECT column_name, data_type, is_nullable FROM duckdb_columns() "
            "WHERE table_name = ? ORDER BY column_index",
            [name],
        ).fetchall()
    assert found == written_out(CONTRACT[name])


@pytest.mark.parametrize("name", CONTRACT)
def test_every_table_says_its_grain_and_every_column_what_it_holds(name):
    model = MODELS[name]
    assert model.__doc__.startswith("Grain: ")
    key = ", ".join(column.name for column in columns_of(model) if column.primary_key)
    says_key = "no key" if model in published.KEYLESS else f"Key: {key}."
    assert says_key in model.__doc__ or name == "publication"
    assert not [statement for statement in comments(model) if statement.endswith("IS ''")]
