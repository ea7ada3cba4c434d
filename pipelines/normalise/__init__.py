"""From landed payloads to staging rows: value rules (places, pay, dates, words) once for all platforms, and the step.

Belongs here: reading what was landed and cleaning it. Does not: asking sites, open or closed, skills, duplicates.
"""
