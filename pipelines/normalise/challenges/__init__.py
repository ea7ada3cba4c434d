"""Challenges as their platforms state them, made into rows: dates, prizes, attendance, and which are none."""
