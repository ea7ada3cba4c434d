"""The generated pages are up to date, and the data dictionary says what a published file really holds."""

import re

from docs.pages import FOLDER, pages


def test_the_generated_pages_are_up_to_date():
    stale = [name for name, text in pages().items() if (FOLDER / name).read_text() != text]
    assert stale == [], "run `make docs`"


def test_the_dictionary_holds_every_column_of_a_file(made):
    page = pages()["data_dictionary.md"]
    told = {}
    for section in page.split("\n## ")[1:]:
        name, *lines = section.splitlines()
        rows = [re.split(r" *(?<!\\)\| *", line)[1:-1] for line in lines if line.startswith("| `")]
        told |= {(name, column.strip("`")): (kind, null == "yes") for column, kind, null, meaning in rows if meaning}
    columns = made.execute(
        "SELECT table_name, column_name, replace(data_type, 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMPTZ'), is_nullable "
        "FROM duckdb_columns() JOIN duckdb_tables() USING (table_name)"
    ).fetchall()
    assert told == {(table, column): (kind, null) for table, column, kind, null in columns}
