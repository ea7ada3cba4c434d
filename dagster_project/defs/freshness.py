"""When an asset is late: judged by Dagster's daemon while the UI runs (`freshness` in dagster.yaml)."""

from datetime import timedelta

import dagster as dg

#: a run every morning: a warning when one is missing by the afternoon, a failure when the next is
DAILY = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=48), warn_window=timedelta(hours=30))
