"""`python -m dagster_project` is `rolecall`."""

from dagster_project.cli import main

if __name__ == "__main__":
    main()
