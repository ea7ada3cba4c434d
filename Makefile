# Everything runs in .venv, made from the hashed lock. Only Python 3.11+ and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CLIENTS := .clients/duckdb-1.2 .clients/duckdb-2.0

.PHONY: help install run test check ui hub docs notebook bench browser clients datasette lock faults fuzz soak audit clean

help:
	@echo "make run     crawl the bundled sample sites and publish (no internet needed)"
	@echo "make test    the test suite"
	@echo "make check   format, lint, import borders, types"
	@echo "make ui      the Dagster UI over the same data"
	@echo "make hub     the hub site over the published file"
	@echo "make docs    the cookbook's page and the data dictionary, from the queries and the models"
	@echo "make notebook  the starter notebook for analysts, in JupyterLab"
	@echo "make browser what the tests in a real browser need, Chromium itself excepted"
	@echo "make bench   the measured figures"
	@echo "make faults  kill and damage runs for half an hour; nothing may be lost"
	@echo "make fuzz    a million hostile inputs over every reader, the normaliser and the classifier"
	@echo "make soak    fifty simulated days: memory, disk and time"
	@echo "make clean   delete the data folder and caches"

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Rolecall needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) (once; about two minutes)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(STAMP)
	@$(BIN)/rolecall run --sample

# a file's tests stay together on one core: they share what its fixtures made. The files of longest tests come early
# in the alphabet, so that no core is idle at the end
test: $(STAMP) clients
	@$(BIN)/python -m pytest -n logical --dist loadfile --no-loadscope-reorder

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	@$(MAKE) --no-print-directory audit
	PYTHONWARNINGS="ignore:Function \`definitions_validate_command\` is superseded" \
		$(BIN)/dagster definitions validate -w workspace.yaml

# known advisories; where their data cannot be reached this says so and passes. A mirror of PyPI that knows no advisories
# lets pip-audit pass as well: every package is then "not audited"
audit:
	@command -v pip-audit >/dev/null || { echo "NOT AUDITED: install pip-audit (pipx install pip-audit), then: make audit"; exit 0; }; \
		told=$$(pip-audit --require-hashes --disable-pip -r requirements.lock 2>&1); status=$$?; \
		case "$$status $$told" in \
			[!0]*"known vulnerabilit"*) echo "$$told"; exit 1;; \
			[!0]*|*"could not be audited"*) echo "$$told" | tail -n 3; \
				echo "NOT AUDITED, at least in part: the advisories cannot be reached from here; run make audit with open internet";; \
			*) echo "$$told";; \
		esac

# needs Linux; as root it also fills a disk and makes a folder read-only (in a tmpfs of its own)
faults: $(STAMP)
	$(BIN)/python -m tests.faults faults kills --kills 200

soak: $(STAMP)
	$(BIN)/python -m tests.faults soak --days 50

fuzz: $(STAMP) .clients/fuzz
	$(BIN)/python -m tests.fuzz --inputs 1000000
	@test -d .clients/fuzz || { echo "NOT FUZZED by coverage: no atheris for this Python"; exit 0; }; \
		for target in html urls classify greenhouse lever ashby workday devpost; do \
			PYTHONPATH=.clients/fuzz $(BIN)/python -m tests.fuzz.guided $$target || exit 1; done

ui: $(STAMP)
	@$(BIN)/rolecall ui

hub: $(STAMP)
	@$(BIN)/rolecall hub

docs: $(STAMP)
	@$(BIN)/python -m docs

bench: $(STAMP) .clients/ats-scrapers-0.3 .clients/extractors .clients/splink-5
	@$(BIN)/python -m benchmarks

# other DuckDB versions, to prove that their clients read the published file; and the peer that `make bench` measures
clients: $(STAMP) $(CLIENTS)

.clients/%: requirements/%.txt
	@rm -rf $@
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: --target $@ -r $< \
		|| { rm -rf $@; echo "No $* for this Python: what needs it will be skipped"; }

# published extractors, measured beside the classifier; some come as source only
.clients/extractors: requirements/extractors.txt
	@rm -rf $@
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --target $@ -r $< \
		|| { rm -rf $@; echo "Other extractors cannot be installed here: they will not be measured"; }

# what benchmarks/hub_load.py sets beside the hub site
datasette: .clients/datasette

.clients/datasette: requirements/datasette.txt
	@$(PYTHON) -m venv $@
	@$@/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< || { rm -rf $@; exit 1; }

# the starter notebook over the published file, with JupyterLab, pandas and matplotlib in an environment of their own
notebook: .clients/notebook
	@.clients/notebook/bin/jupyter lab docs/starter.ipynb

.clients/notebook: requirements/notebook.txt
	@$(PYTHON) -m venv $@
	@$@/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< || { rm -rf $@; exit 1; }

# a browser's driver into .venv (requirements/browser.txt), axe and an HTML validator beside it; Chromium itself comes
# from the system: apt-get install chromium
browser: $(STAMP) .clients/browser-tests/.installed

.clients/browser-tests/.installed: requirements/browser.txt $(wildcard requirements/browser-tests/*.json)
	@mkdir -p $(@D)
	@cp requirements/browser-tests/package.json requirements/browser-tests/package-lock.json $(@D)
	@npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel=error
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
		-r requirements/browser.txt
	@touch $@

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras \
		--group dev pyproject.toml -o requirements.lock
	echo "playwright>=1.60,<2" | uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--constraint requirements.lock - -o requirements/browser.txt
	printf "jupyterlab>=4.6,<5\nnbclient>=0.10\nmatplotlib>=3.10,<4\npandas>=2.3,<3\nduckdb>=1.5.6,<1.6\npytz\n" | uv pip compile \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --constraint requirements.lock - \
		-o requirements/notebook.txt

clean:
	rm -rf data .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
