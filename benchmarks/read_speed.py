"""Reading and normalising postings on one core, beside ats-scrapers 0.3.0 in the same run, on real recorded boards.

The peer is read with in a process of its own (`make .clients/ats-scrapers-0.3`), round by round in turn with ours. Both
keep the HTML as stated. CPU seconds, because other processes share the machine. Normalising is timed in fresh
processes, each posting once, so that no cache has met it before.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean, median
from time import process_time
from typing import Any

import orjson

from benchmarks.recorded_payloads import PAYLOADS, replayed_payloads
from pipelines.normalise.rows import normalised_row
from spiders.platforms import platforms
from spiders.platforms.base import Payload, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.run import Run

ROUNDS = 5
COUNT = 1000
PEER = Path(__file__).parents[1] / ".clients" / "ats-scrapers-0.3"
FOLDERS = {"greenhouse": "greenhouse/content", "lever": "lever", "ashby": "ashby"}
#: characters of text of the postings that the aim speaks of
AIMED_MEAN = 3600
PEER_SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
import json
from time import process_time
from ats_scrapers.scrapers.ashby import AshbyScraper
from ats_scrapers.scrapers.greenhouse import GreenhouseScraper
from ats_scrapers.scrapers.lever import LeverScraper
kinds = {"ashby": AshbyScraper, "greenhouse": GreenhouseScraper, "lever": LeverScraper}
for line in sys.stdin:
    name, path = line.split()
    payloads = json.load(open(path))
    scraper = kinds[name]("board")
    started = process_time()
    jobs = [scraper._parse_job(payload) for payload in payloads]
    print(len(jobs) / (process_time() - started), flush=True)
"""
