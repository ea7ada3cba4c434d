"""Writes the pages of this folder that are made from the queries and the models: `python -m docs`."""

from docs.pages import FOLDER, pages

for name, text in pages().items():
    (FOLDER / name).write_text(text, encoding="utf-8")
