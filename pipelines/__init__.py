"""Rows in, rows out, in this order: normalise, lifecycle, classify, dedupe, publish. The steps meet in tables only.

No HTTP, no Dagster, no clock of its own: what a step needs to know is handed to it.
"""
