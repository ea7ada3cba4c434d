"""What Dagster shows and runs: one module a kind of definition, put together in `dagster_project.definitions`."""
