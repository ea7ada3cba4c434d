"""When and in what order: assets, checks, schedules, sensors, resources, and the command line.

Only `defs`, `definitions` and the commands that run or watch runs import dagster, which takes over a second.
"""
