-- The tables in which the warehouse remembers what was matched (warehouse/models/matching.py), empty, for a file without one.
CREATE TABLE int_matches (
    listing_id VARCHAR,
    content_hash VARCHAR,
    neighbourhood VARCHAR,
    cluster VARCHAR,
    is_canonical BOOLEAN,
    match_reason VARCHAR
);
CREATE TABLE int_meeting_keys (listing_id VARCHAR, match_key BIGINT, place_key BIGINT);
CREATE TABLE int_titles (title_key BIGINT, role_key BIGINT);
CREATE TABLE int_shorter_titles (title_key BIGINT, head_key BIGINT);
CREATE TABLE int_role_words (role_key BIGINT, rest_key BIGINT, word VARCHAR);
CREATE TABLE int_close_roles (role_key BIGINT, close_key BIGINT);
CREATE TABLE int_close_titles (title_key BIGINT, close_key BIGINT);
