"""What a row is and where it lies: models, vocabulary, landing, DuckDB and its SQL.

Belongs here: what two other packages must agree on. Does not: HTTP, Scrapy, Dagster, or what a row becomes.
"""
